/**
 * Everything that happened on a site as far as the collector knows: from its settings and the log of their changes
 * (workspace/), and from numbers that any report tells (report/). Nothing of it is kept.
 */
import {
  dayAt,
  dayFromNumber,
  dayNumber,
  type LayoutChange,
  type LayoutEvent,
  type SiteEvent,
} from '@holloway/protocol';
import type { Access } from '../access/access.ts';
import { createLayoutShifts, type WeekOfShifts } from '../report/layout-shifts.ts';
import type { Release } from '../report/release.ts';
import { createTestDecisions } from '../report/test-decisions.ts';
import type { Catalogue } from '../site/catalogue.ts';
import type { Registry } from '../site/registry.ts';
import type { DayRange, SiteRecord } from '../store/store.ts';
import { CATALOGUE_CHANGED, CATALOGUE_TAKEN, eventsOf, SETTINGS_CHANGED } from '../workspace/events.ts';
import { experimentEvents } from '../workspace/experiment-events.ts';

export interface SiteEventsDeps {
  readonly registry: Pick<Registry, 'statements' | 'catalogue'>;
  readonly access: Pick<Access, 'readChanges'>;
  readonly release: Pick<Release, 'cells' | 'cellsByDay'>;
  readonly clock: { now(): number };
}

/** What touches the range, in the order of its days. */
export type SiteEvents = (site: SiteRecord, range: DayRange) => Promise<readonly SiteEvent[]>;

const MS_PER_DAY = 86_400_000;
const MOST_ZONES = 5;

function layoutEventsOf({ week, pages }: WeekOfShifts, catalogue: Catalogue): LayoutEvent[] {
  return pages.map(({ page, zones }) => ({
    ...{ kind: 'layout', day: dayFromNumber(week.from), through: dayFromNumber(week.to) },
    ...{ page, label: catalogue.label('page', page) ?? page },
    zones: zones
      .slice(0, MOST_ZONES)
      .map((zone): LayoutChange => ({ ...zone, label: catalogue.label('zone', zone.zone) ?? zone.zone })),
    more: Math.max(0, zones.length - MOST_ZONES),
  }));
}

const lastOf = (event: SiteEvent): string => (event.kind === 'layout' ? event.through : event.day);

export function createSiteEvents({ registry, access, release, clock }: SiteEventsDeps): SiteEvents {
  const layoutShifts = createLayoutShifts(release);
  const testDecisions = createTestDecisions(release);
  return async (site, range) => {
    // A day of the site may begin on the day before in UTC.
    const fromMs = Math.max(0, range.from - 1) * MS_PER_DAY;
    const changes = access.readChanges(
      site.slug,
      [SETTINGS_CHANGED, CATALOGUE_CHANGED, CATALOGUE_TAKEN],
      fromMs,
    );
    const dayOf = (ms: number) => dayAt(ms, site.timeZone);
    const weeks = await layoutShifts(site, range);
    const catalogue = await registry.catalogue(site.id);
    const all: SiteEvent[] = [
      ...eventsOf(await registry.statements(site.id), changes, dayOf),
      ...experimentEvents(site.experiments, await testDecisions(site), dayOf(clock.now())),
      ...weeks.flatMap((week) => layoutEventsOf(week, catalogue)),
    ];
    return all
      .filter((event) => dayNumber(lastOf(event)) >= range.from && dayNumber(event.day) <= range.to)
      .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
  };
}
