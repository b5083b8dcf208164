/**
 * Keeps advice, which takes a while and rests on what is settled: of the same days it is the same until a day is sealed, or the settings or
 * the catalogue of the site change. What becomes of an action is not in it.
 */
import type { SiteAdvice } from '@holloway/insight';
import { dayFromNumber } from '@holloway/protocol';
import type { Catalogue } from '../site/catalogue.ts';
import { type AdviceDeps, buildAdvice } from './advice.ts';
import { createKeeper } from './keeper.ts';
import type { ReportQuery } from './query.ts';
import type { Release } from './release.ts';

/** Actions and withheld zones together: some MB. */
const MAX_KEPT = 20_000;

type Site = AdviceDeps['site'];

/** Without the days that are not settled: what they tell changes with every visitor. All of them where none is. */
export function settledPart(query: ReportQuery, { sealedThrough }: Pick<Site, 'sealedThrough'>): ReportQuery {
  const sealed = sealedThrough === null ? null : dayFromNumber(sealedThrough);
  return sealed === null || sealed < query.from || sealed >= query.to ? query : { ...query, to: sealed };
}

const isSettled = ({ to }: ReportQuery, { sealedThrough }: Site): boolean =>
  sealedThrough !== null && to <= dayFromNumber(sealedThrough);

export interface AdviceKeeper {
  /** Of the settled days of the range; of one without any, what can be told now. Asked for by many at once it is made once. */
  of(query: ReportQuery, site: Site, catalogue: Catalogue): Promise<SiteAdvice>;
}

export function createAdviceKeeper(release: Release, build: typeof buildAdvice = buildAdvice): AdviceKeeper {
  const kept = createKeeper<SiteAdvice>(
    MAX_KEPT,
    ({ actions, withheld }) => 1 + actions.length + withheld.length,
  );
  /** Whatever is declared makes another. */
  const numbers = new WeakMap<Catalogue, number>();
  let last = 0;
  const numberOf = (catalogue: Catalogue): number => {
    const number = numbers.get(catalogue) ?? ++last;
    numbers.set(catalogue, number);
    return number;
  };
  return {
    of(asked, site, catalogue) {
      const query = settledPart(asked, site);
      const make = () => build(query, { release, site, catalogue });
      if (!isSettled(query, site)) return make();
      const { from, to, slice } = query;
      return kept.get(JSON.stringify([from, to, slice, numberOf(catalogue), site]), make);
    },
  };
}
