import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Sealed, seal } from './sealing.ts';
import { type CellName, type Count, type DayOfCounts, keyOf, named, plus, sum, totalOf } from './truth.ts';

const SALE = keyOf(['category', 'sale']);
const saleOn = (day: string, browsers: number, n = browsers): DayOfCounts => ({
  day,
  counts: new Map([[SALE, { browsers, n, also: 0 }]]),
});

const shownSales = ({ rows }: Sealed): Record<string, number> =>
  Object.fromEntries(
    rows.filter(({ counts }) => counts.size > 0).map(({ day, counts }) => [day, counts.get(SALE)?.n ?? 0]),
  );

describe('a cell under the rule of ten', () => {
  it('is shown on the day on which ten browsers stand behind it', () => {
    expect(shownSales(seal([saleOn('2008-04-01', 10, 31)]))).toEqual({ '2008-04-01': 31 });
  });

  it('waits with nine, and is shown with the day that brings the tenth', () => {
    const sealed = seal([saleOn('2008-04-01', 9), saleOn('2008-04-03', 1, 4)]);
    expect(shownSales(sealed)).toEqual({ '2008-04-03': 13 });
    expect(sealed.waiting.size).toBe(0);
  });

  it('waits anew after it was shown', () => {
    const sealed = seal([saleOn('2008-04-01', 12), saleOn('2008-04-02', 3)]);
    expect(shownSales(sealed)).toEqual({ '2008-04-01': 12 });
    expect(sealed.waiting.get(SALE)).toEqual({
      since: '2008-04-02',
      count: { browsers: 3, n: 3, also: 0 },
    });
  });

  it('keeps its name for 27 days of waiting', () => {
    const sealed = seal([saleOn('2008-04-01', 9), saleOn('2008-04-28', 1)]);
    expect(shownSales(sealed)).toEqual({ '2008-04-28': 10 });
  });

  it('has lost its name when the 28th day begins, before a browser can be counted twice', () => {
    const sealed = seal([saleOn('2008-04-01', 9), saleOn('2008-04-29', 1)]);
    expect(shownSales(sealed)).toEqual({});
    expect(sealed.other.get('category')).toEqual({ browsers: 9, n: 9, also: 0 });
    expect(sealed.waiting.get(SALE)?.count.n).toBe(1);
  });
});

const FIRST_DAY = Date.parse('2008-04-01');

/** Up to sixty days with gaps, of small counts in three cells. */
const history = fc
  .uniqueArray(
    fc.record({
      offset: fc.integer({ min: 0, max: 90 }),
      counts: fc.dictionary(
        fc.constantFrom(SALE, keyOf(['category', 'skirts']), keyOf(['page', '/p/A1'])),
        fc.record({ browsers: fc.integer({ min: 1, max: 12 }), more: fc.nat(5), also: fc.nat(3) }),
        { minKeys: 1 },
      ),
    }),
    { selector: ({ offset }) => offset, maxLength: 60 },
  )
  .map((days) =>
    days
      .sort((a, b) => a.offset - b.offset)
      .map(
        ({ offset, counts }): DayOfCounts => ({
          day: new Date(FIRST_DAY + offset * 86_400_000).toISOString().slice(0, 10),
          counts: new Map(
            Object.entries(counts).map(([key, { browsers, more, also }]) => [
              key,
              { browsers, n: browsers + more, also },
            ]),
          ),
        }),
      ),
  );
const rule = fc.record({ k: fc.integer({ min: 1, max: 15 }), waitDays: fc.integer({ min: 1, max: 28 }) });
const NAMES: readonly CellName[] = ['category', 'page'];
const NOTHING: Count = { browsers: 0, n: 0, also: 0 };

describe('sealing, for any history and rule,', () => {
  it('shows, keeps waiting or takes the name of everything that was counted, and of nothing else', () => {
    fc.assert(
      fc.property(history, rule, (days, rule) => {
        const { rows, waiting, other } = seal(days, rule);
        const shown = sum(rows.map(({ counts }) => counts));
        const kept = new Map([...waiting].map(([key, { count }]) => [key, count]));
        const truth = sum(days.map(({ counts }) => counts));
        for (const name of NAMES) {
          const found = [totalOf(shown, name), totalOf(kept, name), other.get(name) ?? NOTHING];
          expect(found.reduce(plus)).toEqual(totalOf(truth, name));
        }
      }),
    );
  });

  it('shows no row with fewer than k browsers, so that no range of days isolates fewer', () => {
    fc.assert(
      fc.property(history, rule, (days, rule) => {
        for (const { counts } of seal(days, rule).rows) {
          for (const { browsers } of counts.values()) expect(browsers).toBeGreaterThanOrEqual(rule.k);
        }
      }),
    );
  });

  it('never shows more of a cell than was counted so far', () => {
    fc.assert(
      fc.property(history, rule, (days, rule) => {
        const { rows } = seal(days, rule);
        rows.forEach((_, i) => {
          const truth = sum(days.slice(0, i + 1).map(({ counts }) => counts));
          const shown = sum(rows.slice(0, i + 1).map(({ counts }) => counts));
          for (const [key, { n }] of shown) expect(n).toBeLessThanOrEqual(truth.get(key)?.n ?? 0);
        });
      }),
    );
  });

  it('lets no cell wait longer than it may', () => {
    fc.assert(
      fc.property(history, rule, (days, rule) => {
        const last = Date.parse(days.at(-1)?.day ?? '2008-04-01');
        for (const { since } of seal(days, rule).waiting.values()) {
          expect((last - Date.parse(since)) / 86_400_000).toBeLessThan(rule.waitDays);
        }
      }),
    );
  });

  it('shows every day as it was where k is 1', () => {
    fc.assert(
      fc.property(history, (days) => {
        expect(seal(days, { k: 1, waitDays: 28 }).rows).toEqual(days);
      }),
    );
  });

  it('is not moved by how the cells of a day are ordered', () => {
    fc.assert(
      fc.property(history, (days) => {
        const reversed = days.map(({ day, counts }) => ({ day, counts: new Map([...counts].reverse()) }));
        expect(seal(reversed)).toEqual(seal(days));
        expect(named(seal(reversed).rows[0]?.counts ?? new Map(), 'page')).toEqual(
          named(seal(days).rows[0]?.counts ?? new Map(), 'page'),
        );
      }),
    );
  });
});
