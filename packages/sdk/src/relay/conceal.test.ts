import { describe, expect, it } from 'vitest';
import { createHash, truncate } from './conceal.ts';

const HOUR = 3_600_000;

/** A hash whose clock the test moves, and whose keys are 1, 1, 1 ..., then 2, 2, 2 ... */
function hash() {
  const state = { now: 0, keys: 0 };
  const conceal = createHash({
    clock: { now: () => state.now },
    random: (length) => new Uint8Array(length).fill(++state.keys),
  });
  return { state, conceal };
}

describe('a truncated address', () => {
  it('is its network', async () => {
    expect(await truncate('198.51.100.77')).toBe('198.51.100.0');
    expect(await truncate('2001:db8:1234:5678::1')).toBe('2001:db8:1234::');
    expect(await truncate('shop.example')).toBeNull();
  });
});

describe('a hashed address', () => {
  it('is 128 bits that only the key explains', async () => {
    // echo -n 198.51.100.0 | openssl dgst -sha256 -mac HMAC -macopt hexkey:0101...01, the first 16 bytes in base64url
    expect(await hash().conceal('198.51.100.77')).toBe('p9VP8wXPhko-8trqHHE-xg');
  });

  it('is the same for neighbours and another for everyone else', async () => {
    const { conceal } = hash();
    expect(await conceal('198.51.100.1')).toBe(await conceal('198.51.100.254'));
    expect(await conceal('2001:db8:1:2::3')).toBe(await conceal('2001:db8:1:ffff::4'));
    expect(await conceal('198.51.100.1')).not.toBe(await conceal('198.51.101.1'));
  });

  it('is another in the next hour, and does not come back with the clock', async () => {
    const { conceal, state } = hash();
    const first = await conceal('198.51.100.77');
    state.now = HOUR - 1;
    expect(await conceal('198.51.100.77')).toBe(first);
    state.now = HOUR;
    expect(await conceal('198.51.100.77')).not.toBe(first);
    state.now = 0;
    expect(await conceal('198.51.100.77')).not.toBe(first);
    expect(state.keys).toBe(3);
  });

  it('has one key an hour, however many ask at once', async () => {
    const { conceal, state } = hash();
    await Promise.all(['198.51.100.1', '198.51.100.2', '203.0.113.1'].map(conceal));
    expect(state.keys).toBe(1);
  });

  it('is nothing for what is no address', async () => {
    expect(await hash().conceal('unknown')).toBeNull();
  });
});
