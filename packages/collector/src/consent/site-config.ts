/** What the SDK is told of a site: from what is published, so that what holds and what was signed never differ. Pure. */
import {
  dayAt,
  jurisdictionOf,
  type Language,
  modelFor,
  type Offsets,
  offsetsOf,
  type SiteConfig,
  type Statement,
} from '@holloway/protocol';
import { runningOn } from '../site/experiments.ts';
import type { SiteRecord } from '../store/store.ts';

/** Averages need no more pages than this; a developer wants to see the own one at once. */
const SHARE_MEASURED = 0.1;
const MAX_KNOWN = 1_000;

/** @returns The languages of a statement, in the order of the site's policy; its own alone has none. */
export function languagesOf({ wordings }: Pick<Statement, 'wordings'>, { policy }: SiteRecord): Language[] {
  const published = Object.keys(wordings) as Language[];
  const rank = (language: Language): number => {
    const place = (policy?.languages ?? ['en']).indexOf(language);
    return place === -1 ? Number.MAX_SAFE_INTEGER : place;
  };
  return published.sort((one, other) => rank(one) - rank(other));
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** A browser may have kept the answer, and its clock may be wrong by some days. */
const BEFORE_DAYS = 7;
const AHEAD_DAYS = 40;
const known = new Map<string, Offsets>();

/** They are asked for with every page, and change with the day. */
function offsetsAbout(nowMs: number, timeZone: string): Offsets {
  const from = (Math.floor(nowMs / DAY_MS) - BEFORE_DAYS) * DAY_MS;
  const key = `${timeZone} ${from}`;
  let offsets = known.get(key);
  if (offsets === undefined) {
    offsets = offsetsOf(timeZone, from, from + (BEFORE_DAYS + AHEAD_DAYS) * DAY_MS);
    if (known.size > MAX_KNOWN) known.clear();
    known.set(key, offsets);
  }
  return offsets;
}

/** @param country ISO 3166-1 alpha-2, for this answer only; `ZZ` where it is not known. */
export function siteConfig(
  site: SiteRecord,
  { id, statement }: { readonly id: string; readonly statement: Statement },
  country: string | undefined,
  nowMs: number,
): SiteConfig {
  const jurisdiction = jurisdictionOf(country);
  const experiments = runningOn(site.experiments, dayAt(nowMs, site.timeZone));
  return {
    site: site.slug,
    timeZone: site.timeZone,
    offsets: offsetsAbout(nowMs, site.timeZone),
    statement: id,
    languages: languagesOf(statement, site),
    jurisdiction,
    model: modelFor(statement.policy, jurisdiction),
    categories: statement.categories,
    services: statement.services,
    preferences: site.policy?.preferences ?? [],
    position: site.policy?.position ?? 'bar',
    countsRefusals: statement.countsRefusals,
    countsMonths: statement.retention.countsMonths,
    currency: site.currency,
    boxes: site.kind === 'test' ? 1 : SHARE_MEASURED,
    routes: site.routes,
    ...(experiments === undefined ? {} : { experiments }),
  };
}
