/** What people see of a site, and up to which day it may be asked. */
import { dayAt, dayFromNumber, type SiteSummary } from '@holloway/protocol';
import type { SiteRecord } from '../store/store.ts';

interface SpanReader {
  span(site: SiteRecord): Promise<{ readonly from: string; readonly to: string } | null>;
}

/** The last day is today; of an archive, whose time stands still, its last sealed day. */
export async function summarise(site: SiteRecord, reader: SpanReader, nowMs: number): Promise<SiteSummary> {
  const span = await reader.span(site);
  const today = dayAt(nowMs, site.timeZone);
  const lastSealed = site.sealedThrough === null ? null : dayFromNumber(site.sealedThrough);
  return {
    id: site.slug,
    name: site.name,
    kind: site.kind,
    k: site.k,
    timeZone: site.timeZone,
    currency: site.currency,
    firstDay: span?.from ?? null,
    lastDay: site.kind === 'archive' ? (span?.to ?? lastSealed ?? today) : today,
    provenance: site.provenance,
  };
}
