// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onceQuiet } from './settle.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const change = () => document.body.append(document.createElement('p'));

describe('a page that a script shows', () => {
  it('has its content once nothing has changed for 120 ms', async () => {
    const work = vi.fn();
    onceQuiet(window, work);
    await vi.advanceTimersByTimeAsync(100);
    change();
    await vi.advanceTimersByTimeAsync(100);
    expect(work).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(21);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('is not taken for there while it is quiet because its content is yet to come', async () => {
    const work = vi.fn();
    let isThere = false;
    onceQuiet(window, work, () => isThere);
    await vi.advanceTimersByTimeAsync(300);
    expect(work).not.toHaveBeenCalled();
    isThere = true;
    change();
    await vi.advanceTimersByTimeAsync(121);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('without content of its own is taken as it is after 1.5 s', async () => {
    const work = vi.fn();
    onceQuiet(window, work, () => false);
    await vi.advanceTimersByTimeAsync(1499);
    expect(work).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(2);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('is not waited for longer than 1.5 s', async () => {
    const work = vi.fn();
    onceQuiet(window, work);
    for (let ms = 0; ms < 1500; ms += 100) {
      expect(work).not.toHaveBeenCalled();
      change();
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('is taken as it is by whoever cannot wait, once', async () => {
    const work = vi.fn();
    const now = onceQuiet(window, work);
    now();
    now();
    change();
    await vi.advanceTimersByTimeAsync(2000);
    expect(work).toHaveBeenCalledTimes(1);
  });
});
