/** Reads the reports and the advice that a digest is made of; every number comes through the door of release. */
import {
  addDays,
  type DaysShown,
  type Digest,
  type DigestLanguage,
  type Report,
  type ReportName,
} from '@holloway/protocol';
import { buildAdvice } from '../report/advice.ts';
import { parseReportQuery, type ReportQuery } from '../report/query.ts';
import type { Release } from '../report/release.ts';
import { buildReport } from '../report/report.ts';
import { toldRange } from '../site/kept-range.ts';
import type { Registry } from '../site/registry.ts';
import type { SiteRecord } from '../store/store.ts';
import type { Workspace } from '../store/workspace.ts';
import { composeDigest, type WeekFigures, type WeekReports } from './compose.ts';

const WEEK = 7;
const YEAR = 52 * WEEK;
/** A week alone is too little for most advice. */
const ADVICE_DAYS = 4 * WEEK;

export interface GatherDeps {
  readonly release: Release;
  readonly registry: Pick<Registry, 'catalogue'>;
  readonly store: Pick<Workspace, 'actions'>;
}

export interface DigestOrder {
  readonly language: DigestLanguage;
  /** Of the dashboard; `null` where it is not known. */
  readonly url: string | null;
  /** Monday to Sunday. */
  readonly week: DaysShown;
}

const shifted = ({ from, to }: DaysShown, by: number): DaysShown => ({
  from: addDays(from, -by),
  to: addDays(to, -by),
});

function queryOf({ from, to }: DaysShown): ReportQuery {
  const query = parseReportQuery({ from, to }, to);
  if (!query.ok) throw new Error(`the days of a digest: ${query.issue.field} ${query.issue.rule}`);
  return query.value;
}

export async function gatherDigest(
  site: SiteRecord,
  { language, url, week }: DigestOrder,
  { release, registry, store }: GatherDeps,
): Promise<Digest> {
  const catalogue = await registry.catalogue(site.id);
  const span = await release.span(site);
  /** Whether all of these days can be told, one by one. */
  const isTold = (days: DaysShown): boolean =>
    span !== null && span.from <= days.from && toldRange(site, days).monthsThrough === null;
  const read = async <R extends ReportName>(name: R, days: DaysShown): Promise<Report<R>> =>
    (await buildReport(name, queryOf(days), { release, site, catalogue })) as unknown as Report<R>;
  const figures = async (days: DaysShown): Promise<WeekFigures> => ({
    overview: await read('overview', days),
    purchases: await read('purchases', days),
  });
  const reports = async (days: DaysShown): Promise<WeekReports> => ({
    ...(await figures(days)),
    categories: await read('categories', days),
    pages: await read('pages', days),
    products: await read('products', days),
  });
  const [before, lastYear] = [shifted(week, WEEK), shifted(week, YEAR)];
  const month = { from: addDays(week.to, 1 - ADVICE_DAYS), to: week.to };
  const records = await store.actions(site.id);
  return composeDigest({
    site: { id: site.slug, name: site.name, currency: site.currency },
    k: site.k,
    language,
    url,
    week,
    now: await reports(week),
    before: isTold(before) ? await reports(before) : null,
    lastYear: isTold(lastYear) ? await figures(lastYear) : null,
    advice: await buildAdvice(queryOf(month), { release, site, catalogue }),
    decided: new Set(records.filter(({ history: [{ state }] }) => state !== 'open').map(({ id }) => id)),
  });
}
