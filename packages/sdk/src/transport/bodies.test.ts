import { encodeBatch, type Increment, MAX_BODY_BYTES, parseBatch } from '@holloway/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNonce, encodeBodies } from './bodies.ts';

const envelope = { site: 'store', statement: 'c9f1d2a4', basis: 'chosen' } as const;
const share = { day: '2026-11-23', slices: { viewport: 's', source: 'search', visitor: 'new' } } as const;

/** Nonces in a row: `AAAAAAAAAAB` and so on. */
function nonces(): () => string {
  let last = 0;
  return () => `AAAAAAAAA${String.fromCharCode(65 + (last >> 5))}${String.fromCharCode(65 + (last++ & 31))}`;
}

const encode = (increments: Increment[], model?: string) =>
  encodeBodies({ ...share, increments }, model ? { ...envelope, model } : envelope, nonces());

describe('the body of a request', () => {
  it('is what the wire says, increments sorted', () => {
    const bodies = encode(
      [
        ['visit', [], 1, 2],
        ['page.view', ['/'], 1, 2],
      ],
      'SM-S918B',
    );
    expect(bodies).toEqual([
      '{"v":1,"site":"store","day":"2026-11-23","batch":"AAAAAAAAAAA","statement":"c9f1d2a4","basis":"chosen",' +
        '"slices":{"viewport":"s","source":"search","visitor":"new"},"model":"SM-S918B",' +
        '"increments":[["page.view",["/"],1,2],["visit",[],1,2]]}',
    ]);
  });

  it('leaves the model out where it is unknown', () => {
    expect(encode([['visit', [], 1, 2]])[0]).not.toContain('model');
  });

  it('is split, each part with its own nonce, before it is too large for the wire', () => {
    const term = fc.string({ unit: 'binary', minLength: 100, maxLength: 200 });
    const increment = fc.tuple(term, term).map(([from, to]): Increment => ['flow.page', [from, to], 1, 2]);
    fc.assert(
      fc.property(fc.array(increment, { minLength: 1, maxLength: 120 }), (increments) => {
        const bodies = encode(increments);
        const batches = bodies.map((body) => JSON.parse(body));
        for (const body of bodies) expect(new TextEncoder().encode(body).length).toBeLessThan(MAX_BODY_BYTES);
        expect(new Set(batches.map(({ batch }) => batch)).size).toBe(bodies.length);
        expect(batches.flatMap((batch) => batch.increments)).toHaveLength(increments.length);
        expect(batches.map(encodeBatch)).toEqual(bodies);
      }),
      { numRuns: 20 },
    );
  });

  it('is one that the collector can read', () => {
    expect(encode([['page.view', ['/'], 1]]).map((body) => parseBatch(JSON.parse(body)).ok)).toEqual([true]);
  });
});

/** A source of randomness that always draws the same. */
const drawing = (...drawn: number[]): Pick<Crypto, 'getRandomValues'> => ({
  getRandomValues: (array) => {
    (array as unknown as Uint8Array).set(drawn);
    return array;
  },
});

describe('a nonce', () => {
  it('is 64 random bits in base64url', () => {
    expect(createNonce(drawing(0, 0, 0, 0, 0, 0, 0, 0))).toBe('AAAAAAAAAAA');
    expect(createNonce(drawing(251, 255, 191, 254, 251, 239, 190, 255))).toBe('-_-__vvvvv8');
    expect(createNonce(crypto)).toMatch(/^[\w-]{11}$/);
  });
});
