import { describe, expect, it } from 'vitest';
import { listen } from './listen.ts';

/** As in Chrome before 88 and Safari before 15: what the option `signal` says is not known there. */
class OldTarget extends EventTarget {
  override addEventListener(
    type: string,
    listener: EventListener,
    { capture = false }: AddEventListenerOptions,
  ) {
    super.addEventListener(type, listener, { capture });
  }
}

/** The types of events that are heard of a target, from the moment it is listened to. */
function hear(target: EventTarget, types: string, signal?: AbortSignal): string[] {
  const heard: string[] = [];
  listen(target, types, ({ type }) => heard.push(type), signal);
  return heard;
}
const tell = (target: EventTarget, ...types: string[]): void => {
  for (const type of types) target.dispatchEvent(new Event(type));
};

describe.each([
  { browser: 'a browser of today', create: () => new EventTarget() },
  { browser: 'a browser that knows no signal', create: () => new OldTarget() },
])('in $browser, listening', ({ create }) => {
  it('hears each type of event until the signal ends it', () => {
    const target = create();
    const ending = new AbortController();
    const heard = hear(target, 'focus blur', ending.signal);
    tell(target, 'focus', 'scroll', 'blur');
    ending.abort();
    tell(target, 'focus', 'blur');
    expect(heard).toEqual(['focus', 'blur']);
  });

  it('does not begin once the signal has ended it', () => {
    const target = create();
    const ending = new AbortController();
    ending.abort();
    const heard = hear(target, 'focus', ending.signal);
    tell(target, 'focus');
    expect(heard).toEqual([]);
  });
});

describe('listening', () => {
  it('does not end without a signal', () => {
    const target = new EventTarget();
    const heard = hear(target, 'focus');
    tell(target, 'focus', 'focus');
    expect(heard).toEqual(['focus', 'focus']);
  });

  it('keeps an error of the listener to itself, and hears what follows', () => {
    const target = new EventTarget();
    let heard = 0;
    listen(target, 'focus', () => {
      heard++;
      throw new Error('ours');
    });
    tell(target, 'focus', 'focus');
    expect(heard).toBe(2);
  });
});
