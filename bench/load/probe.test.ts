import { describe, expect, it } from 'vitest';
import { type Probed, startProbe, wellAgainAt } from './probe.ts';

const WELL = { withinMs: 500, forMs: 1_000, isWell: (status: number) => status === 204 };

const every100 = (tookMs: (i: number) => number, status: (i: number) => number = () => 204): Probed[] =>
  Array.from({ length: 40 }, (_, i) => ({ atMs: i * 100, tookMs: tookMs(i), status: status(i) }));

describe('recovery', () => {
  it('is at once where nothing was wrong', () => {
    expect(
      wellAgainAt(
        every100(() => 10),
        WELL,
      ),
    ).toBe(0);
  });

  it('is when answers are quick again, and stay so', () => {
    expect(
      wellAgainAt(
        every100((i) => (i < 7 || i === 12 ? 501 : 10)),
        WELL,
      ),
    ).toBe(1_300);
  });

  it('is not while answers are refusals, however quick', () => {
    expect(
      wellAgainAt(
        every100(
          () => 10,
          (i) => (i < 5 ? 503 : 204),
        ),
        WELL,
      ),
    ).toBe(500);
  });

  it('has not come where it was not watched for long enough', () => {
    expect(
      wellAgainAt(
        every100((i) => (i < 35 ? 900 : 10)),
        WELL,
      ),
    ).toBeNull();
    expect(wellAgainAt([], WELL)).toBeNull();
  });
});

describe('a probe', () => {
  it('keeps what was answered, and that nothing was', async () => {
    let asked = 0;
    const probe = startProbe(async () => {
      asked += 1;
      if (asked === 2) throw new Error('refused');
      return 204;
    }, 1);
    while (probe.probed.length < 3) await new Promise(setImmediate);
    await probe.stop();
    expect(probe.probed.slice(0, 3).map(({ status }) => status)).toEqual([204, 0, 204]);
    expect(probe.probed).toHaveLength(asked);
  });
});
