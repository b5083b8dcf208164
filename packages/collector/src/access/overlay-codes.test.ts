import { describe, expect, it } from 'vitest';
import { createOverlayCodes, type Walk } from './overlay-codes.ts';

const NOON = Date.parse('2026-11-27T12:00:00Z');
const MINUTE = 60_000;
const WALK: Walk = {
  site: 'shop',
  author: 'mira',
  session: 's1',
  query: { from: '2026-11-01' },
  language: 'de',
};

function open() {
  const clock = {
    ms: NOON,
    now() {
      return this.ms;
    },
  };
  let made = 0;
  const codes = createOverlayCodes({ clock, random: (bytes) => new Uint8Array(bytes).fill(++made) });
  return { clock, codes };
}

describe('a one-time code', () => {
  it('is 256 random bits that an address can hold, and good for two minutes', () => {
    const { codes } = open();
    expect(codes.begin(WALK)).toEqual({
      code: 'AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE',
      expires: '2026-11-27T12:02:00.000Z',
    });
  });

  it('gives what was asked for, once', () => {
    const { codes } = open();
    const { code } = codes.begin(WALK);
    expect(codes.take(code, 'shop')?.walk).toEqual(WALK);
    expect(codes.take(code, 'shop')).toBeNull();
  });

  it('gives nothing two minutes later', () => {
    const { clock, codes } = open();
    const { code } = codes.begin(WALK);
    clock.ms += 2 * MINUTE;
    expect(codes.take(code, 'shop')).toBeNull();
  });

  it('gives nothing to another site, and is used up by it', () => {
    const { codes } = open();
    const { code } = codes.begin(WALK);
    expect(codes.take(code, 'teapots')).toBeNull();
    expect(codes.take(code, 'shop')).toBeNull();
  });

  it('is followed by another, which is good for as long as a page is looked at', () => {
    const { clock, codes } = open();
    const next = codes.take(codes.begin(WALK).code, 'shop')?.next();
    expect(next?.expires).toBe('2026-11-27T12:30:00.000Z');
    clock.ms += 29 * MINUTE;
    expect(codes.take(next?.code ?? '', 'shop')?.walk).toEqual(WALK);
  });

  it('is followed by none once the walk has taken an hour, however it was walked', () => {
    const { clock, codes } = open();
    let taken = codes.take(codes.begin(WALK).code, 'shop');
    let steps = 0;
    for (let next = taken?.next(); next && steps < 100; next = taken?.next()) {
      steps += 1;
      clock.ms += 25 * MINUTE;
      taken = codes.take(next.code, 'shop');
    }
    expect(steps).toBe(3);
    expect(clock.ms - NOON).toBe(75 * MINUTE);
    expect(taken).toBeNull();
  });

  it('gives way to newer ones where there are a thousand', () => {
    const clock = { now: () => NOON };
    let made = 0;
    const random = (bytes: number): Uint8Array => {
      const text = new Uint8Array(bytes);
      new DataView(text.buffer).setUint32(0, ++made);
      return text;
    };
    const codes = createOverlayCodes({ clock, random });
    const first = codes.begin(WALK).code;
    const second = codes.begin(WALK).code;
    for (let more = 0; more < 999; more++) codes.begin(WALK);
    expect(codes.take(first, 'shop')).toBeNull();
    expect(codes.take(second, 'shop')).not.toBeNull();
  });
});
