import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  dayNumber,
  factOf,
  type HistoricalBatch,
  normalisePath,
  OUTCOMES,
  parseHistoricalBatch,
} from '@holloway/protocol';
import { cellKey, REACH_DAYS } from '@holloway/sdk/visit';
import { describe, expect, it } from 'vitest';
import { storefrontCatalogue } from '../catalogue-entries.ts';
import { HERO_TEST } from '../layout-test.ts';
import { type SimulationOptions, simulate, simulateVisits } from './simulate.ts';

const OPTIONS: SimulationOptions = {
  seed: 7,
  from: '2026-10-05',
  days: 35,
  timeZone: 'Europe/Rome',
  visitsPerDay: 60,
  layoutFrom: '2026-10-26',
};

const days = [...simulate(OPTIONS)];
const batches: HistoricalBatch[] = days.flatMap((day) => day.batches);
const increments = batches.flatMap((batch) => batch.increments);

const digest = (options: SimulationOptions): string => {
  const hash = createHash('sha256');
  for (const day of simulate(options)) hash.update(JSON.stringify(day));
  return hash.digest('hex');
};

/** What a fact counts by the text of its dimensions. */
function countsOf(name: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [fact, dimensions, n] of increments) {
    const key = dimensions.join(' > ');
    if (fact === name) counts.set(key, (counts.get(key) ?? 0) + n);
  }
  return counts;
}

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

describe('the simulation', () => {
  it('is the same, byte for byte, for the same seed and dates', () => {
    const short = { ...OPTIONS, days: 8 };
    expect(digest(short)).toBe(digest(short));
    expect(digest({ ...short, seed: 8 })).not.toBe(digest(short));
    expect(digest({ ...short, from: '2026-10-06' })).not.toBe(digest(short));
  });

  it('yields each day once, in order', () => {
    expect(days).toHaveLength(35);
    expect(days.map(({ day }) => day).slice(0, 2)).toEqual(['2026-10-05', '2026-10-06']);
    expect(days.at(-1)?.day).toBe('2026-11-08');
    expect(days.every(({ day, batches: its }) => its.every((batch) => batch.day === day))).toBe(true);
  });

  it('makes batches that an import accepts', () => {
    const refused = batches.map((batch) => parseHistoricalBatch(batch)).filter(({ ok }) => !ok);
    expect(refused).toEqual([]);
  });

  it('uses no nonce twice', () => {
    expect(new Set(batches.map(({ batch }) => batch)).size).toBe(batches.length);
  });

  it('carries the site and the statement that it is told', () => {
    const [day] = simulate({ ...OPTIONS, days: 1, site: 'elsewhere', statement: 'c9f1d2a4' });
    expect(day?.batches[0]).toMatchObject({ site: 'elsewhere', statement: 'c9f1d2a4', basis: 'chosen' });
  });

  it('has as many visits as it is told, more at the weekend, fewer at night', () => {
    const visits = (day: number) =>
      days[day]?.batches.flatMap((batch) => batch.increments).filter(([f]) => f === 'visit').length;
    const all = sum(countsOf('visit').values());
    expect(all / days.length).toBeGreaterThan(50);
    expect(all / days.length).toBeLessThan(80);
    const week = [0, 7, 14, 21, 28];
    expect(sum(week.map((day) => visits(day + 6) ?? 0))).toBeGreaterThan(
      sum(week.map((day) => visits(day + 1) ?? 0)),
    );
    const atHour = (hour: number) =>
      sum([...countsOf('visit.hour')].filter(([h]) => Number(h) % 24 === hour).map(([, n]) => n));
    expect(atHour(21)).toBeGreaterThan(8 * atHour(3));
  });

  it('throws for a time zone that does not exist', () => {
    expect(() => [...simulate({ ...OPTIONS, days: 1, timeZone: 'Moor/Heath' })]).toThrow(RangeError);
  });

  it('keeps days apart where clocks are changed', () => {
    // 2026-10-25 has 25 hours in Rome.
    expect([...countsOf('visit.hour').keys()].every((hour) => Number(hour) >= 0 && Number(hour) < 168)).toBe(
      true,
    );
    expect(sum(countsOf('visit.hour').values())).toBe(sum(countsOf('visit').values()));
  });
});

describe('a simulated browser', () => {
  it('adds at most 1 to people per cell and day, and 1 to reach per cell in 28 days', () => {
    const people = new Map<object, Map<string, number>>();
    const reach = new Map<object, Map<string, number>>();
    const of = (cells: typeof people, browser: object): Map<string, number> => {
      const known = cells.get(browser) ?? new Map<string, number>();
      cells.set(browser, known);
      return known;
    };
    let returns = 0;
    for (const { day, visits } of simulateVisits(OPTIONS)) {
      const today = dayNumber(day);
      for (const { browser, batches: its } of visits) {
        if (people.has(browser)) returns += 1;
        for (const [fact, dimensions, n, first = 0] of its.flatMap((batch) => batch.increments)) {
          const cell = cellKey({ fact, dimensions });
          if (!factOf(fact).people) expect(first).toBe(0);
          if (first === 0 || n === 0) continue;
          expect(of(people, browser).get(cell), cell).not.toBe(today);
          of(people, browser).set(cell, today);
          if (first === 1) continue;
          const before = of(reach, browser).get(cell) ?? Number.NEGATIVE_INFINITY;
          expect(today - before, cell).toBeGreaterThanOrEqual(REACH_DAYS);
          of(reach, browser).set(cell, today);
        }
      }
    }
    expect(returns).toBeGreaterThan(300);
  });

  it('is new once', () => {
    const seen = new Set<object>();
    for (const { visits } of simulateVisits({ ...OPTIONS, days: 12 })) {
      for (const { browser, batches: its } of visits) {
        expect(its[0]?.slices.visitor).toBe(seen.has(browser) ? 'returning' : 'new');
        seen.add(browser);
      }
    }
  });

  it('tells its model only where real ones do', () => {
    const told = batches.filter(({ model }) => model !== undefined);
    expect(told.length).toBeGreaterThan(0);
    expect(told.every(({ slices }) => slices.os === 'Android' && slices.browser !== 'Firefox')).toBe(true);
  });
});

const policy: { preferences: readonly { key: string; values: readonly { value: string }[] }[] } = JSON.parse(
  readFileSync(new URL('../../holloway-policy.json', import.meta.url), 'utf8'),
);

/** Every site declares its own. */
const CURRENCY = 'EUR';

describe('the counts of the simulation', () => {
  const declared = new Map<string, Set<string>>();
  for (const { kind, text } of storefrontCatalogue()) {
    declared.set(kind, (declared.get(kind) ?? new Set()).add(text));
  }
  declared.set('experiment', new Set([HERO_TEST.id, ...HERO_TEST.arms.map(({ name }) => name)]));
  declared.set('metric', new Set(OUTCOMES));
  // As the policy of the shop asks, which scripts/demo.test.ts holds to what the shop has.
  declared.set(
    'preference',
    new Set(policy.preferences.flatMap(({ key, values }) => [key, ...values.map(({ value }) => value)])),
  );
  declared.set('statement', new Set(['00000000']));

  it('name nothing that the shop does not declare, but for links, and what visitors search for', () => {
    const undeclared = new Set<string>();
    for (const [fact, dimensions] of increments) {
      factOf(fact).dimensions.forEach((dimension, i) => {
        const value = String(dimensions[i]);
        if (dimension.kind !== 'term' || value.startsWith('(')) return;
        if (dimension.terms === 'search' || dimension.terms === 'element' || value === CURRENCY) return;
        if (!declared.get(dimension.terms)?.has(value)) undeclared.add(`${dimension.terms} ${value}`);
      });
    }
    for (const { model } of batches)
      if (model !== undefined && !declared.get('model')?.has(model)) undeclared.add(model);
    expect([...undeclared]).toEqual([]);
  });

  it('have the layout test in them: arms shown alike, and the head clicked more in b', () => {
    const counted = countsOf('experiment');
    const [a, b] = ['a', 'b'].map((arm) => {
      const n = (outcome: string): number => counted.get(`hero > ${arm} > ${outcome}`) ?? 0;
      for (const outcome of OUTCOMES) expect(n(outcome)).toBeLessThan(n('(any)'));
      return { shown: n('(any)'), rate: n('clicked') / n('(any)') };
    });
    expect((a?.shown ?? 0) / (b?.shown ?? 0)).toBeCloseTo(1, 0);
    expect(b?.rate).toBeGreaterThan(1.25 * (a?.rate ?? 1));
  });

  it('have what a few visitors say they like', () => {
    const said = [...countsOf('preference')];
    expect(new Set(said.map(([cell]) => cell.split(' > ')[0]))).toEqual(
      new Set(['colour', 'style', 'category', 'newsletter']),
    );
    expect(sum(said.map(([, n]) => n))).toBeLessThan(0.4 * sum(countsOf('visit').values()));
  });

  it('name paths as they are after normalisation', () => {
    for (const path of declared.get('page') ?? []) expect(normalisePath(path)).toBe(path);
  });

  it.each([
    { flow: 'flow.page', view: 'page.view', onward: 'page.onward' },
    { flow: 'flow.category', view: 'category.view', onward: 'category.onward' },
  ])(
    'conserve: in every node of $flow, entries and arrivals are views, and departures are onward moves',
    ({ flow, view, onward }) => {
      const arrived = new Map<string, number>();
      const departed = new Map<string, number>();
      for (const [move, n] of countsOf(flow)) {
        const [from = '', to = ''] = move.split(' > ');
        arrived.set(to, (arrived.get(to) ?? 0) + n);
        if (from !== '(entry)') departed.set(from, (departed.get(from) ?? 0) + n);
      }
      expect(Object.fromEntries(arrived)).toEqual(Object.fromEntries(countsOf(view)));
      expect(Object.fromEntries(departed)).toEqual(Object.fromEntries(countsOf(onward)));
    },
  );

  it('tell of every view how far down its page was seen', () => {
    const scrolled = new Map<string, number>();
    for (const [cell, n] of countsOf('page.scroll')) {
      const [page = ''] = cell.split(' > ');
      scrolled.set(page, (scrolled.get(page) ?? 0) + n);
    }
    expect(Object.fromEntries(scrolled)).toEqual(Object.fromEntries(countsOf('page.view')));
    // The longest page of the shop is six windows long.
    const tenths = new Set([...countsOf('page.scroll').keys()].map((cell) => Number(cell.split(' > ')[1])));
    expect([...tenths].sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('end every visit once', () => {
    const ends = sum(countsOf('page.view').values()) - sum(countsOf('page.onward').values());
    expect(ends).toBe(sum(countsOf('visit').values()));
  });
});

describe('the layout in the simulation', () => {
  const exposed = countsOf('element.exposed');

  it.each(['element.clicked', 'zone.clicked', 'slot.clicked'])(
    'has no %s above what was exposed of the same place',
    (fact) => {
      const seen = countsOf(fact.replace('clicked', 'exposed'));
      const clicked = [...countsOf(fact)].filter(([, n]) => n > 0);
      expect(clicked.length).toBeGreaterThan(100);
      expect(clicked.filter(([place, n]) => n > (seen.get(place) ?? 0))).toEqual([]);
    },
  );

  it('begins on the day that it is told, and without one counts positions of products alone', () => {
    const daysWith = (fact: string): string[] =>
      days
        .filter((day) => day.batches.some((b) => b.increments.some(([f]) => f === fact)))
        .map(({ day }) => day);
    expect(daysWith('zone.exposed')[0]).toBe('2026-10-26');
    expect(daysWith('zone.exposed')).toHaveLength(14);
    expect(daysWith('slot.exposed')).toHaveLength(35);
    const { layoutFrom: _, ...without } = OPTIONS;
    const facts = [...simulate({ ...without, days: 2 })].flatMap((day) =>
      day.batches.flatMap((b) => b.increments.map(([fact]) => fact)),
    );
    expect(facts).not.toContain('element.exposed');
    expect(facts).toContain('slot.exposed');
  });

  it('changes nothing of who comes and where they go', () => {
    const moves = (options: SimulationOptions): string[] =>
      [...simulate(options)].flatMap((day) =>
        day.batches
          .flatMap((b) => b.increments.filter(([f]) => f === 'flow.page'))
          .map((i) => JSON.stringify(i)),
      );
    const { layoutFrom: _, ...without } = { ...OPTIONS, days: 3 };
    expect(moves({ ...without, layoutFrom: without.from })).toEqual(moves(without));
  });

  it('tells of every click where it was, in the middle of what was clicked more than at its edge', () => {
    const clicked = countsOf('click.grid');
    expect(sum(clicked.values())).toBeGreaterThanOrEqual(sum(countsOf('element.clicked').values()));
    const inMiddle = [...clicked].filter(([place]) => {
      const cell = Number(place.split(' > ')[3]);
      return [cell % 16, Math.floor(cell / 16)].every((at) => at >= 4 && at < 12);
    });
    expect(sum(inMiddle.map(([, n]) => n))).toBeGreaterThan(0.6 * sum(clicked.values()));
  });

  it('has the head of all pages seen wherever there is one, and what is further down less and less', () => {
    const views = sum(
      days
        .filter(({ day }) => day >= '2026-10-26')
        .flatMap((day) => day.batches.flatMap((b) => b.increments))
        .flatMap(([fact, , n]) => (fact === 'page.view' ? [n] : [])),
    );
    const head = ['s', 'm', 'l'].map((window) => exposed.get(`(any) > header > ${window}`) ?? 0);
    expect(sum(head)).toBe(views);
    const places = [1, 5, 9, 12].map((place) => exposed.get(`/c/kettles > grid/${place} > l`) ?? 0);
    expect(places).toEqual([...places].sort((a, b) => b - a));
    expect(places[3]).toBeLessThan(places[0] ?? 0);
  });
});
