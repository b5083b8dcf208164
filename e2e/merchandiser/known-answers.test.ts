/** The known answers about the real shop, counted again from its CSV without the product's code. */
import { describe, expect, it } from 'vitest';
import { readSessions } from '../truth/sessions.ts';
import {
  type Cell,
  type Count,
  type Counts,
  countByDay,
  keyOf,
  NOTHING,
  named,
  sum,
  totalOf,
} from '../truth/truth.ts';
import { KNOWN } from './known-answers.ts';
import { realFolder } from './store.ts';

describe.skipIf(realFolder === null)('the known answers', () => {
  const days =
    realFolder === null ? [] : countByDay(readSessions(realFolder).filter(({ day }) => day <= KNOWN.to));
  const within = (from: string, to: string): Counts =>
    sum(days.filter(({ day }) => day >= from && day <= to).map(({ counts }) => counts));
  const all = within(KNOWN.from, KNOWN.to);
  const at = (of: Counts, cell: Cell): Count => of.get(keyOf(cell)) ?? NOTHING;

  it('name every move between categories, with its count', () => {
    const moves = named(all, 'category move').map(
      ({ cell: [, from, to], count }) => `${from} > ${to}: ${count.n}`,
    );
    expect(KNOWN.moves.map(({ from, to, n }) => `${from} > ${to}: ${n}`).sort()).toEqual(moves.sort());
    expect(totalOf(all, 'visit').n).toBe(KNOWN.visits);
  });

  it('say how often each category was seen, and ended a visit', () => {
    for (const [category, { views, exits }] of Object.entries(KNOWN.categories))
      expect(at(all, ['category', category])).toMatchObject({ n: views, also: exits });
  });

  it('name the positions of the first page, the least clicked first', () => {
    const clicked = new Map<number, number>();
    for (const { cell, count } of named(all, 'slot')) {
      const slot = Number(cell[2].slice('grid/'.length));
      if (cell[1] === '/c/trousers/1') clicked.set(slot, (clicked.get(slot) ?? 0) + count.n);
    }
    const least = [...clicked].sort(([, a], [, b]) => a - b);
    expect(KNOWN.positions.map(({ slot, n }) => [slot, n])).toEqual(least);
  });

  it('name the four countries with the most visits', () => {
    const most = named(all, 'country').sort((a, b) => b.count.n - a.count.n);
    expect(KNOWN.countries.map(({ code, n }) => [code, n])).toEqual(
      most.slice(0, 4).map(({ cell: [, code], count }) => [code, count.n]),
    );
  });

  it('say what two weeks were', () => {
    for (const { from, to, visits, pageviews, ofSale } of KNOWN.weeks) {
      const week = within(from, to);
      expect(totalOf(week, 'visit')).toMatchObject({ n: visits, also: pageviews });
      expect(at(week, ['category', 'sale']).n).toBe(ofSale);
    }
  });
});
