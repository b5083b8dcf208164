/** What people see of a site, and up to which day it may be asked. */
import { type Day, dayAt, dayFromNumber, type SiteSummary } from '@holloway/protocol';
import type { SiteRecord } from '../store/store.ts';

interface SpanReader {
  span(site: SiteRecord): Promise<{ readonly from: Day; readonly to: Day } | null>;
}

/** Up to which day a site may be asked: today; an archive, whose time stands still, up to its last sealed day. */
export async function lastDayOf(site: SiteRecord, reader: SpanReader, nowMs: number): Promise<Day> {
  const today = dayAt(nowMs, site.timeZone);
  if (site.kind !== 'archive') return today;
  const span = await reader.span(site);
  return span?.to ?? (site.sealedThrough === null ? today : dayFromNumber(site.sealedThrough));
}

/** What people see of a site. */
export async function summarise(site: SiteRecord, reader: SpanReader, nowMs: number): Promise<SiteSummary> {
  const span = await reader.span(site);
  return {
    id: site.slug,
    name: site.name,
    kind: site.kind,
    k: site.k,
    timeZone: site.timeZone,
    currency: site.currency,
    firstDay: span?.from ?? null,
    lastDay: await lastDayOf(site, { span: async () => span }, nowMs),
    provenance: site.provenance,
  };
}
