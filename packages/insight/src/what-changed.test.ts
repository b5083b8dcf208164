import { describe, expect, it } from 'vitest';
import { type Counted, type Side, whatChanged } from './what-changed.ts';

const row = (key: string, n: number, people = n): Counted => ({ key, n, people });
const side = (...rows: readonly Counted[]) => ({ rows, total: 1_000 });

describe('what changed', () => {
  it('is what gained and what lost more of all views than chance would', () => {
    const { gained, lost } = whatChanged(
      side(row('tea', 100), row('kettles', 300), row('knives', 200)),
      side(row('tea', 180), row('kettles', 210), row('knives', 201)),
    );
    expect(gained).toMatchObject([{ key: 'tea', before: 0.1, after: 0.18 }]);
    expect(lost).toMatchObject([{ key: 'kettles', before: 0.3, after: 0.21 }]);
    expect(gained[0]?.interval.low).toBeGreaterThan(0);
    expect(lost[0]?.interval.high).toBeLessThan(0);
  });

  it('is nothing where few browsers make the views', () => {
    const [before, now] = [row('tea', 100, 10), row('tea', 180, 10)];
    expect(whatChanged(side(before), side(now))).toEqual({ gained: [], lost: [] });
  });

  it('is nothing of which days with fewer than k browsers are told later', () => {
    const [before, now] = [row('tea', 100), row('tea', 180)];
    const told = (k: number, days: number) =>
      [before, now].map((each) => ({ ...side(each), telling: { k, days } })) as [Side, Side];
    // A hundred browsers in a week are fewer than twenty a day, and in five days just as many.
    expect(whatChanged(...told(10, 7))).toEqual({ gained: [], lost: [] });
    expect(whatChanged(...told(10, 5)).gained).toMatchObject([{ key: 'tea' }]);
    expect(whatChanged(...told(1, 365)).gained).toMatchObject([{ key: 'tea' }]);
  });

  it('is nothing that one side does not tell', () => {
    expect(whatChanged(side(), side(row('tea', 180)))).toEqual({ gained: [], lost: [] });
    expect(whatChanged(side(row('tea', 180)), side())).toEqual({ gained: [], lost: [] });
    expect(whatChanged(side(row('tea', 0)), side(row('tea', 0)))).toEqual({ gained: [], lost: [] });
  });

  it('is the five furthest each way', () => {
    const keys = ['a', 'b', 'c', 'd', 'e', 'f'];
    const small = keys.map((key) => row(key, 10));
    const large = keys.map((key, at) => row(key, 60 + 10 * at));
    expect(whatChanged(side(...small), side(...large)).gained.map(({ key }) => key)).toEqual([
      'f',
      'e',
      'd',
      'c',
      'b',
    ]);
    expect(whatChanged(side(...large), side(...small)).lost.map(({ key }) => key)).toEqual([
      'f',
      'e',
      'd',
      'c',
      'b',
    ]);
  });
});
