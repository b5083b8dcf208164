import { describe, expect, it } from 'vitest';
import { exchanges, type Placed, rank, strong, weak } from './ranking.ts';

const placed = (item: string, slot: number, exposed: number, clicked: number): Placed => ({
  item,
  slot,
  exposed,
  clicked,
});

/** Ten alike, exposed the less the further down, but for what `clicked` says. */
const zone = (clicked: { [slot: number]: number }): Placed[] =>
  Array.from({ length: 10 }, (_, i) => {
    const exposed = 3000 - i * 250;
    return placed(`item ${i + 1}`, i + 1, exposed, clicked[i + 1] ?? Math.round(exposed * 0.05));
  });

const ranked = (placements: readonly Placed[]) => {
  const ranking = rank(placements);
  if (ranking === null) throw new Error('not ranked');
  return ranking;
};

describe('a zone', () => {
  it('is ranked by what its items surely earn: much of little stands behind enough of much', () => {
    const { items } = ranked([...zone({ 2: 300 }), placed('lucky', 11, 10, 2)]);
    expect(items[0]?.item).toBe('item 2');
  });

  it('says why position is still in its rates', () => {
    expect(ranked(zone({})).biased).toBe('one-slot-per-item');
  });

  it('has position taken out where every item was in two positions', () => {
    // Twice the clicks in position 1, of whatever stands there; `c` is good wherever it is.
    const moved = ['a', 'b', 'c'].flatMap((item, i) =>
      [1, 2, 3].map((slot) => placed(item, slot, 1000, (slot === 1 ? 80 : 40) + (i === 2 ? 60 : 0))),
    );
    expect(ranked(moved)).toMatchObject({ biased: null, items: [{ item: 'c' }, {}, {}] });
  });

  it('has position taken out though clicks are hidden where few are to be expected, and leaves those items out', () => {
    const moved = ['a', 'b', 'c'].flatMap((item) => [1, 2, 3].map((slot) => placed(item, slot, 1000, 50)));
    const rare = { ...placed('rare', 1, 100, 0), atMost: 9 };
    const { biased, items } = ranked([...moved, rare]);
    expect(biased).toBeNull();
    expect(items.map(({ item }) => item)).not.toContain('rare');
  });

  it('is not ranked with fewer than three items', () => {
    expect(rank([placed('a', 1, 100, 10), placed('b', 2, 100, 10)])).toBeNull();
    expect(rank(zone({}).map((each) => ({ ...each, exposed: 0 })))).toBeNull();
  });
});

describe('an exchange', () => {
  it('brings an item up that surely earns more than one above it', () => {
    const [{ up, down, gain } = { up: null, down: null, gain: null }] = exchanges(
      ranked(zone({ 1: 60, 9: 150 })),
    );
    expect([up?.item, down?.item]).toEqual(['item 9', 'item 1']);
    expect(gain?.low).toBeGreaterThan(0);
  });

  it('is none where all earn alike', () => {
    expect(exchanges(ranked(zone({})))).toEqual([]);
  });

  it('does not judge by clicks that are not shown', () => {
    // 100 exposures and fewer than 10 clicks may be 9 %.
    const hidden = { ...placed('hidden', 11, 100, 0), atMost: 9 };
    const { items, common } = ranked([...zone({ 3: 400 }), hidden]);
    expect(items.find(({ item }) => item === 'hidden')?.rate.high).toBeGreaterThan(common);
  });
});

describe('an item', () => {
  it('is weak where it surely earns less than the zone, in its first half only', () => {
    expect(weak(ranked(zone({ 2: 20, 9: 5 }))).map(({ item }) => item)).toEqual(['item 2']);
  });

  it('is called strong only where position is taken out', () => {
    expect(strong(ranked(zone({ 1: 500 })))).toEqual([]);
    const both = [
      ...zone({ 1: 500 }),
      ...zone({ 1: 500 }).map((each) => ({ ...each, slot: (each.slot % 10) + 1 })),
    ];
    expect(strong(ranked(both)).map(({ item }) => item)).toEqual(['item 1']);
  });
});
