/** The record of a site's consent as a file: the period from the address, the figures through the door of release. */
import { type ConsentRow, dayAt, LANGUAGES } from '@holloway/protocol';
import type { Context } from 'hono';
import { consentRecord } from '../consent/record.ts';
import { RECORD_POLICY, recordPage } from '../consent/record-page.ts';
import { problem } from '../problem.ts';
import { parseReportQuery } from '../report/query.ts';
import type { Release } from '../report/release.ts';
import { buildReport } from '../report/report.ts';
import type { Registry } from '../site/registry.ts';
import { lastDayOf } from '../site/summary.ts';
import type { SiteRecord, Store } from '../store/store.ts';

export interface RecordDeps {
  readonly store: Store;
  readonly registry: Registry;
  readonly release: Release;
  readonly clock: { now(): number };
}

const FORMATS = ['html', 'json'] as const;

export function createRecord({ store, registry, release, clock }: RecordDeps) {
  return async (c: Context, site: SiteRecord): Promise<Response> => {
    const { format = 'html', language, from, to } = c.req.query();
    const shape = FORMATS.find((known) => known === format);
    if (shape === undefined) return problem('bad_request', { field: 'format', rule: 'must be html or json' });
    const known = LANGUAGES.find((each) => each === language) ?? null;
    if (language !== undefined && known === null) {
      return problem('bad_request', { field: 'language', rule: `must be one of ${LANGUAGES.join(', ')}` });
    }
    const lastDay = await lastDayOf(site, release, clock.now());
    const query = parseReportQuery({ from, to }, lastDay, 'consent');
    if (!query.ok) return problem('bad_request', query.issue);
    const catalogue = await registry.catalogue(site.id);
    const report = await buildReport('consent', query.value, { release, site, catalogue });
    const { rows, waiting } = report;
    const made = dayAt(clock.now(), site.timeZone);
    const record = await consentRecord(store, {
      site,
      from: report.from,
      to: report.to,
      language: known,
      made,
      coverage: { rows: rows as readonly ConsentRow[], waiting: waiting.n },
    });
    c.header('Cache-Control', 'no-store');
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Content-Disposition', `attachment; filename="${site.slug}-consent-${made}.${shape}"`);
    if (shape === 'json') return c.json(record);
    c.header('Content-Security-Policy', RECORD_POLICY);
    return c.html(await recordPage(record));
  };
}
