// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { watchLifecycle } from './page-lifecycle.ts';

let visibility: DocumentVisibilityState;
let focused: boolean;

beforeEach(() => {
  visibility = 'visible';
  focused = true;
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
  vi.spyOn(document, 'hasFocus').mockImplementation(() => focused);
});

function watch() {
  const log: string[] = [];
  const controller = new AbortController();
  watchLifecycle(window, controller.signal, {
    onSeen: () => log.push('seen'),
    onEngaged: (isEngaged) => log.push(isEngaged ? 'engaged' : 'not engaged'),
    onHidden: () => log.push('hidden'),
  });
  return { log, stop: () => controller.abort(), fresh: () => log.splice(0) };
}

const fire = (target: EventTarget, type: string) =>
  target.dispatchEvent(new Event(type, { bubbles: type === 'visibilitychange' }));

describe('a page', () => {
  it('is seen at once when it is visible', () => {
    expect(watch().log).toEqual(['seen', 'engaged']);
  });

  it('is seen only when it becomes visible: prerendered or opened behind another, it is not', () => {
    visibility = 'hidden';
    const { log, fresh } = watch();
    expect(fresh()).toEqual(['not engaged']);
    visibility = 'visible';
    fire(document, 'visibilitychange');
    expect(log).toEqual(['seen', 'engaged']);
  });

  it('is looked at only while it has the focus', () => {
    const { log, fresh } = watch();
    fresh();
    focused = false;
    fire(window, 'blur');
    focused = true;
    fire(window, 'focus');
    expect(log).toEqual(['not engaged', 'engaged']);
  });

  it('keeps the focus while a frame inside it has it', () => {
    const { log, fresh } = watch();
    fresh();
    fire(window, 'blur');
    expect(log).toEqual(['engaged']);
  });

  it.each(['pagehide', 'freeze'])('is hidden on %s, whatever else is said', (type) => {
    const { log, fresh } = watch();
    fresh();
    fire(window, type);
    expect(log).toEqual(['not engaged', 'hidden']);
  });

  it('is hidden when another tab is shown, and seen no second time', () => {
    const { log, fresh } = watch();
    fresh();
    visibility = 'hidden';
    fire(document, 'visibilitychange');
    visibility = 'visible';
    fire(document, 'visibilitychange');
    expect(log).toEqual(['not engaged', 'hidden', 'engaged']);
  });

  it('is not watched any more once that has ended', () => {
    const { log, fresh, stop } = watch();
    fresh();
    stop();
    fire(window, 'pagehide');
    expect(log).toEqual([]);
  });
});
