import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balance } from './balance.ts';

describe('the balance of a node', () => {
  // Three visits by hand: home > kettles > home, kettles > kettles, home.
  const moves = [
    { from: '(entry)', to: '(home)', n: 2 },
    { from: '(entry)', to: 'kettles', n: 1 },
    { from: '(home)', to: 'kettles', n: 1 },
    { from: 'kettles', to: '(home)', n: 1 },
    { from: 'kettles', to: 'kettles', n: 1 },
  ];
  const nodes = [
    { node: '(home)', views: 3, exits: 2 },
    { node: 'kettles', views: 3, exits: 1 },
  ];

  it('has as much coming in as going out when everything is shown', () => {
    expect(balance(moves, nodes)).toEqual([
      {
        node: '(home)',
        views: 3,
        entries: 2,
        arrivals: 1,
        unseenIn: 0,
        exits: 2,
        departures: 1,
        unseenOut: 0,
      },
      {
        node: 'kettles',
        views: 3,
        entries: 1,
        arrivals: 2,
        unseenIn: 0,
        exits: 1,
        departures: 2,
        unseenOut: 0,
      },
    ]);
  });

  it('tells what is not shown on either side', () => {
    const shown = moves.filter(({ from, to }) => !(from === '(home)' && to === 'kettles'));
    const [home, kettles] = balance(shown, nodes);
    expect(home).toMatchObject({ departures: 0, unseenIn: 0, unseenOut: 1 });
    expect(kettles).toMatchObject({ arrivals: 1, unseenIn: 1, unseenOut: 0 });
  });

  it('is below 0 where moves are shown and their views still wait', () => {
    const [home] = balance([{ from: '(entry)', to: '(home)', n: 12 }], []);
    expect(home).toMatchObject({ node: '(home)', views: 0, entries: 12, unseenIn: -12, unseenOut: 0 });
  });

  it('adds up rows of the same pair', () => {
    const days = [
      { from: 'a', to: 'b', n: 2 },
      { from: 'a', to: 'b', n: 3 },
    ];
    expect(balance(days, []).find(({ node }) => node === 'b')?.arrivals).toBe(5);
  });

  it('lists the most viewed first, then by name, and never (entry)', () => {
    const rows = balance(moves, [...nodes, { node: 'blenders', views: 9, exits: 9 }]);
    expect(rows.map(({ node }) => node)).toEqual(['blenders', '(home)', 'kettles']);
  });
});

describe('the balance of whole visits', () => {
  const node = fc.constantFrom('a', 'b', 'c', '(home)');
  const visits = fc.array(fc.array(node, { minLength: 1, maxLength: 12 }), { maxLength: 40 });

  it('holds at every node, without anything unseen', () => {
    fc.assert(
      fc.property(visits, (paths) => {
        const moves = paths.flatMap((path) =>
          path.map((to, i) => ({ from: i === 0 ? '(entry)' : (path[i - 1] ?? ''), to, n: 1 })),
        );
        const nodes = paths.flatMap((path) =>
          path.map((each, i) => ({ node: each, views: 1, exits: i === path.length - 1 ? 1 : 0 })),
        );
        for (const row of balance(moves, nodes)) {
          expect(row.unseenIn).toBe(0);
          expect(row.unseenOut).toBe(0);
          expect(row.entries + row.arrivals).toBe(row.exits + row.departures);
        }
      }),
    );
  });

  it('holds with what is unseen, whatever is hidden', () => {
    const move = fc.record({ from: fc.constantFrom('(entry)', 'a', 'b'), to: node, n: fc.nat(50) });
    const views = fc.record({ node, views: fc.nat(90), exits: fc.nat(40) });
    fc.assert(
      fc.property(fc.array(move), fc.array(views), (moves, nodes) => {
        for (const row of balance(moves, nodes)) {
          expect(row.entries + row.arrivals + row.unseenIn).toBe(row.views);
          expect(row.exits + row.departures + row.unseenOut).toBe(row.views);
        }
      }),
    );
  });
});
