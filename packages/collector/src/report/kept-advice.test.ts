import type { SiteAdvice } from '@holloway/insight';
import { dayNumber } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../site/catalogue.ts';
import type { AdviceDeps } from './advice.ts';
import { createAdviceKeeper, settledPart } from './kept-advice.ts';
import type { ReportQuery } from './query.ts';
import type { Release } from './release.ts';

const SITE = { id: 1, sealedThrough: dayNumber('2026-11-20'), routes: [] } as unknown as AdviceDeps['site'];
const query = (from: string, to: string, slice = '*') => ({ from, to, slice }) as ReportQuery;

/** A keeper whose advice is made by hand: what was made, of which days, and when it is done. */
function open() {
  const made: string[] = [];
  const waiting: (() => void)[] = [];
  const keeper = createAdviceKeeper({} as Release, ({ from, to, slice }) => {
    made.push(`${from} ${to} ${slice}`);
    return new Promise((resolve) =>
      waiting.push(() => resolve({ actions: [], withheld: [], from, to } as unknown as SiteAdvice)),
    );
  });
  const catalogue = createCatalogue([]);
  const ask = (asked: ReportQuery, site = SITE, names = catalogue) => {
    const answer = keeper.of(asked, site, names);
    for (const done of waiting.splice(0)) done();
    return answer;
  };
  return { keeper, made, waiting, catalogue, ask };
}

describe('advice that is kept', () => {
  it('is made once of the same settled days, whenever it is asked for', async () => {
    const { made, ask } = open();
    await ask(query('2026-11-01', '2026-11-20'));
    await ask(query('2026-11-01', '2026-11-20'));
    // Today is left out, so that this is the same.
    await ask(query('2026-11-01', '2026-11-23'));
    expect(made).toEqual(['2026-11-01 2026-11-20 *']);
  });

  it('is made once for all who ask while it is made', async () => {
    const { keeper, made, waiting, catalogue } = open();
    const answers = [1, 2, 3].map(() => keeper.of(query('2026-11-01', '2026-11-20'), SITE, catalogue));
    for (const done of waiting) done();
    await Promise.all(answers);
    expect(made).toHaveLength(1);
  });

  it.each([
    { of: 'a day that was sealed', site: { ...SITE, sealedThrough: dayNumber('2026-11-21') } },
    { of: 'settings that changed', site: { ...SITE, k: 20 } as AdviceDeps['site'] },
    { of: 'other names in the catalogue', names: createCatalogue([]) },
    { of: 'another slice', asked: query('2026-11-01', '2026-11-20', 'device:phone') },
  ])(
    'is made again for the sake of $of',
    async ({ site, names, asked = query('2026-11-01', '2026-11-20') }) => {
      const { made, ask } = open();
      await ask(query('2026-11-01', '2026-11-20'));
      await ask(asked, site, names);
      expect(made).toHaveLength(2);
    },
  );

  it('is not kept where no day of it is settled', async () => {
    const { made, ask } = open();
    await ask(query('2026-11-21', '2026-11-23'));
    await ask(query('2026-11-21', '2026-11-23'));
    expect(made).toHaveLength(2);
  });
});

describe('the settled part of a range', () => {
  it.each([
    [SITE.sealedThrough, '2026-11-23', '2026-11-20'],
    [SITE.sealedThrough, '2026-11-10', '2026-11-10'],
    [dayNumber('2026-10-01'), '2026-11-23', '2026-11-23'],
    [null, '2026-11-23', '2026-11-23'],
  ])('ends with the last sealed day, where that lies within', (sealedThrough, to, expected) => {
    expect(settledPart(query('2026-11-01', to), { sealedThrough }).to).toBe(expected);
  });
});
