/** What people see of a site, and up to which day it may be asked. */
import { type Day, dayAt, dayFromNumber, type SiteSummary } from '@holloway/protocol';
import type { SiteRecord } from '../store/store.ts';

interface SpanReader {
  span(site: SiteRecord): Promise<{ readonly from: Day; readonly to: Day } | null>;
}

/** Up to which day a site may be asked: today; an archive, whose time stands still, up to its last sealed day. */
export async function lastDayOf(site: SiteRecord, reader: SpanReader, nowMs: number): Promise<Day> {
  const today = dayAt(nowMs, site.timeZone);
  return site.kind === 'archive' ? lastOfArchive(site, await reader.span(site), today) : today;
}

function lastOfArchive({ sealedThrough }: SiteRecord, span: { readonly to: Day } | null, today: Day): Day {
  return span?.to ?? (sealedThrough === null ? today : dayFromNumber(sealedThrough));
}

export async function summarise(site: SiteRecord, reader: SpanReader, nowMs: number): Promise<SiteSummary> {
  const span = await reader.span(site);
  const today = dayAt(nowMs, site.timeZone);
  return {
    id: site.slug,
    name: site.name,
    kind: site.kind,
    k: site.k,
    timeZone: site.timeZone,
    currency: site.currency,
    firstDay: span?.from ?? null,
    lastDay: site.kind === 'archive' ? lastOfArchive(site, span, today) : today,
    provenance: site.provenance,
  };
}
