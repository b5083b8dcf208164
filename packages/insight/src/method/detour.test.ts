import type { FlowRow, TrailRow } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { detours } from './detour.ts';

const trail = (path: TrailRow['path'], n: number): TrailRow => ({ path, n, people: n });
const move = (from: string, to: string, n: number): FlowRow => ({ from, to, n, people: n });

/** From kettles to filters most go over the home page; others from elsewhere seldom end there. */
const TRAILS = [
  trail(['kettles', '(home)', 'filters'], 300),
  trail(['kettles', 'kettles', 'kettles'], 500),
  trail(['pots', '(home)', 'filters'], 20),
  trail(['pots', 'pots', 'pots'], 900),
];
const FLOWS = [move('kettles', 'filters', 100), move('pots', 'filters', 400)];

describe('a detour', () => {
  it('is where most of those who come from A to B go over H, and more than from elsewhere', () => {
    const [detour, ...others] = detours(TRAILS, FLOWS, { k: 10 });
    expect(others).toEqual([]);
    expect(detour).toMatchObject({
      from: 'kettles',
      over: '(home)',
      to: 'filters',
      roundabout: 300,
      straight: 100,
      share: { value: 0.75 },
    });
    // By hand: 300 of 800 that make two moves from kettles, over 20 of 920 that make them from elsewhere.
    expect(detour?.lift.value).toBeCloseTo(300 / 800 / (20 / 920), 10);
  });

  it('takes moves that are not shown as the most they can be', () => {
    const [detour] = detours(TRAILS, [], { k: 10 });
    expect(detour?.straight).toBe(9);
  });

  it.each([
    { why: 'B is in the menu', options: { menu: new Set(['filters']) }, trails: TRAILS },
    {
      why: 'B is above A, where the breadcrumb leads',
      options: {},
      trails: TRAILS.map(({ path: [a, h, b], n }) => trail([a === 'kettles' ? 'filters/paper' : a, h, b], n)),
    },
    {
      why: 'few go round',
      options: {},
      trails: TRAILS.map((row) => (row.n === 300 ? { ...row, n: 40 } : row)),
    },
    {
      why: 'as many come to B from elsewhere',
      options: {},
      trails: TRAILS.map((row) => (row.n === 20 ? { ...row, n: 900 } : row)),
    },
  ])('is none where $why', ({ options, trails }) => {
    const found = detours(trails, [...FLOWS, move('filters/paper', 'filters', 5)], { k: 10, ...options });
    expect(found.filter(({ from }) => from !== 'pots')).toEqual([]);
  });

  it('is judged only where twenty went, whichever way: more would drown what is to be found', () => {
    const rare = Array.from({ length: 400 }, (_, at) => trail([`a${at}`, 'pots', `b${at}`], 19));
    expect(detours([...TRAILS, ...rare], FLOWS, { k: 1 }).map(({ from }) => from)).toEqual(['kettles']);
  });

  it('is none from or to a page without category, and none over what has no name', () => {
    const rows = [
      trail(['(home)', 'kettles', 'filters'], 500),
      trail(['kettles', '(other)', 'filters'], 500),
    ];
    expect(
      detours([...rows, trail(['pots', 'pots', 'filters'], 30), trail(['pots', 'pots', 'pots'], 900)], [], {
        k: 10,
      }),
    ).toEqual([]);
  });
});
