import { dayNumber, type FactName, type HistoricalBatch, type Increment } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { batchOf, SHOP, TODAY } from '../../test/core.ts';
import { memoryStore } from '../../test/temporary.ts';
import { createDictionary } from '../site/dictionary.ts';
import { type FactCodes, loadFactCodes } from '../site/facts.ts';
import { ALL_SLICES, type SiteRecord, type Term } from '../store/store.ts';
import type { Addition } from './admit.ts';
import { expand } from './expand.ts';

const SITE: SiteRecord = { ...SHOP, id: 1, k: 10, sealedThrough: null };

interface Expanded {
  readonly additions: readonly Addition[];
  readonly terms: readonly Term[];
  readonly codes: FactCodes;
  of(fact: FactName): readonly Addition[];
}

async function expanded(
  increments: readonly Increment[],
  given: Partial<HistoricalBatch> & { readonly countedOn?: string } = {},
): Promise<Expanded> {
  const { countedOn, ...fields } = given;
  const batch = batchOf(increments, fields);
  const codes = await loadFactCodes(memoryStore());
  const dictionary = createDictionary(SITE.id, []);
  const terms: Term[] = [];
  const contribution = { site: SITE, day: dayNumber(countedOn ?? batch.day), batch, supporter: 'a network' };
  const additions = expand(contribution, codes, dictionary, terms);
  return {
    additions,
    terms,
    codes,
    of: (fact) => additions.filter((addition) => addition.fact === codes.id(fact)),
  };
}

const EVERY_SLICE = {
  viewport: 's',
  source: 'search',
  visitor: 'new',
  device: 'phone',
  country: 'DE',
  browser: 'Firefox',
  os: 'Android',
} as const;

describe('the slices of an increment', () => {
  const slicesOf = async (increment: Increment): Promise<string[]> => {
    const { additions, terms } = await expanded([increment], { slices: EVERY_SLICE });
    return (additions[0]?.slices ?? []).map((id) =>
      id === ALL_SLICES ? '*' : (terms.find((term) => term.kind === 'slice' && term.id === id)?.text ?? '?'),
    );
  };

  it.each<{ increment: Increment }>([
    { increment: ['visit', [], 1] },
    { increment: ['page.view', ['/a'], 1] },
    { increment: ['flow.trail', ['a', 'b', 'c'], 1] },
    { increment: ['funnel', ['a', 'cart'], 1] },
  ])('of $increment.0 are all there are, beside the whole', async ({ increment }) => {
    expect((await slicesOf(increment)).sort()).toEqual([
      '*',
      'browser:Firefox',
      'country:DE',
      'device:phone',
      'os:Android',
      'source:search',
      'viewport:s',
      'visitor:new',
    ]);
  });

  it.each<{ increment: Increment }>([
    { increment: ['page.engagement', ['/a', 3], 1] },
    { increment: ['page.scroll', ['/a', 3], 1] },
  ])('of $increment.0 are the whole and the device class', async ({ increment }) => {
    expect(await slicesOf(increment)).toEqual(['*', 'device:phone']);
  });

  it.each<{ increment: Increment }>([
    { increment: ['slot.clicked', ['/a', 'grid/1', 'kettle', 's'], 1] },
    { increment: ['search.asked', ['kettle'], 1] },
    { increment: ['device.model', ['X'], 1] },
  ])('of $increment.0 are the whole alone', async ({ increment }) => {
    expect(await slicesOf(increment)).toEqual(['*']);
  });

  it('are named once, however many increments there are', async () => {
    const { terms } = await expanded(
      [
        ['visit', [], 1],
        ['page.view', ['/a'], 1],
      ],
      { slices: { device: 'phone' } },
    );
    expect(terms).toMatchObject([{ site: 1, kind: 'slice', text: 'device:phone' }]);
  });
});

describe('what the collector adds to a visit', () => {
  const known = { slices: EVERY_SLICE, model: 'SM-S918B' } as const;

  it('is a count in each marginal that it knows, as first as the visit was', async () => {
    const { of } = await expanded([['visit', [], 1, 2]], known);
    const marginals: readonly FactName[] = [
      'device.model',
      'device.browser',
      'device.os',
      'device.viewport',
      'geo.country',
    ];
    for (const fact of marginals) {
      expect(of(fact), fact).toMatchObject([{ measures: { n: 1, people: 1, reach: 1, total: 0 } }]);
    }
    expect(of('device.model')[0]?.dimensions).toEqual([{ kind: 'model', text: 'SM-S918B' }]);
    expect(of('geo.country')[0]?.dimensions).toEqual([{ kind: 'country', text: 'DE' }]);
    // Firefox is the third browser of the closed list, Android the fifth system, s the first viewport.
    expect(of('device.browser')[0]?.dimensions).toEqual([3]);
    expect(of('device.os')[0]?.dimensions).toEqual([5]);
    expect(of('device.viewport')[0]?.dimensions).toEqual([1]);
  });

  it('is nothing for a batch without a visit', async () => {
    const { additions } = await expanded([['page.view', ['/a'], 1, 2]], known);
    expect(additions).toHaveLength(1);
  });

  it('is nothing where it knows nothing', async () => {
    const { additions } = await expanded([['visit', [], 1, 2]]);
    expect(additions).toHaveLength(1);
  });

  it('names the country at once, since it looked that up itself', async () => {
    const { terms } = await expanded([['visit', [], 1, 2]], { slices: { country: 'DE' } });
    expect(terms).toContainEqual(expect.objectContaining({ site: 1, kind: 'country', text: 'DE' }));
  });

  it('gives no name to a country that a browser made up', async () => {
    const { terms, of } = await expanded([['geo.country', ['jane@example.com'], 1, 2]]);
    expect(terms).toEqual([]);
    expect(of('geo.country')[0]?.dimensions).toEqual([{ kind: 'country', text: 'jane@example.com' }]);
  });

  it('gives no name to the model: k browsers have to', async () => {
    const { terms } = await expanded([['visit', [], 1, 2]], { model: 'SM-S918B' });
    expect(terms).toEqual([]);
  });
});

describe('the dimensions of an increment', () => {
  it.each<{ increment: Increment; dimensions: readonly unknown[] }>([
    { increment: ['visit', [], 1], dimensions: [] },
    { increment: ['visit.depth', [1], 1], dimensions: [1] },
    { increment: ['visit.depth', [50], 1], dimensions: [50] },
    // Buckets begin at 0, codes at 1, so that 0 stays (other).
    { increment: ['visit.duration', [0], 1], dimensions: [1] },
    { increment: ['funnel', ['kettles', 'list'], 1], dimensions: [{ kind: 'category', text: 'kettles' }, 1] },
    {
      increment: ['slot.clicked', ['/a', 'grid/1', '(other)', '(other)'], 1],
      dimensions: [{ kind: 'page', text: '/a' }, { kind: 'slot', text: 'grid/1' }, 0, 0],
    },
  ])('of $increment become $dimensions', async ({ increment, dimensions }) => {
    expect((await expanded([increment])).additions[0]?.dimensions).toEqual(dimensions);
  });
});

describe('the measures of an increment', () => {
  const measured = async (increment: Increment, countedOn = TODAY) =>
    (await expanded([increment], { countedOn })).additions[0]?.measures;

  it.each<{ increment: Increment; measures: unknown }>([
    { increment: ['page.view', ['/a'], 3], measures: { n: 3, people: 0, reach: 0, total: 0 } },
    { increment: ['page.view', ['/a'], 3, 0], measures: { n: 3, people: 0, reach: 0, total: 0 } },
    { increment: ['page.view', ['/a'], 3, 1], measures: { n: 3, people: 1, reach: 0, total: 0 } },
    { increment: ['page.view', ['/a'], 3, 2], measures: { n: 3, people: 1, reach: 1, total: 0 } },
    {
      increment: ['slot.clicked', ['/a', 'grid/1', 'kettle', 's'], 0, 0, 4],
      measures: { n: 0, people: 0, reach: 0, total: 4 },
    },
  ])('of $increment are $measures', async ({ increment, measures }) => {
    expect(await measured(increment)).toEqual(measures);
  });

  it('on another day than that of the ledger count no browser, which may be counted there again', async () => {
    expect(await measured(['page.view', ['/a'], 3, 2], '2026-11-24')).toEqual({
      n: 3,
      people: 0,
      reach: 0,
      total: 0,
    });
  });
});
