/**
 * What is told on a time line though nobody wrote it: statements that were published, and changes that make counts before
 * and after them not of the same. Made from what the collector knows anyway; kept nowhere. Pure.
 */
import {
  COUNTING_SETTINGS,
  type CountingSetting,
  type Day,
  type SignedStatement,
  type SiteEvent,
} from '@holloway/protocol';
import type { SiteRecord } from '../store/store.ts';

/** What the log of access calls them. */
export const SETTINGS_CHANGED = 'PATCH /v1/sites/:site/settings';
export const CATALOGUE_CHANGED = 'PATCH /v1/sites/:site/catalogue';
/** The same, of what was read off the store's pages. */
export const CATALOGUE_TAKEN = 'POST /v1/sites/:site/catalogue/reading/take';

/** From that log: what was done, when, and the words that the routes noted. */
export interface Change {
  readonly ms: number;
  readonly what: string;
  readonly detail: string;
}

interface Declared {
  readonly added: number;
  readonly changed: number;
}

/** Those that are others than before, for the log. */
export const settingsDetail = (before: SiteRecord, after: SiteRecord): string =>
  COUNTING_SETTINGS.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])).join(' ');

/** How much was declared, for the log; nothing where nothing came of it. */
export const catalogueDetail = ({ added, changed }: Declared): string =>
  added + changed === 0 ? '' : `added ${added} changed ${changed}`;

function declaredBy(detail: string): Declared {
  const [, added = 0, changed = 0] = /^added (\d+) changed (\d+)$/.exec(detail) ?? [];
  return { added: Number(added), changed: Number(changed) };
}

/** One event a day of each kind; a statement each. In the order of their days. */
export function eventsOf(
  statements: readonly SignedStatement[],
  changes: readonly Change[],
  dayOf: (ms: number) => Day,
): readonly SiteEvent[] {
  const settings = new Map<Day, Set<string>>();
  const catalogue = new Map<Day, Declared>();
  for (const { ms, what, detail } of changes) {
    const day = dayOf(ms);
    if (what === SETTINGS_CHANGED)
      settings.set(day, new Set([...(settings.get(day) ?? []), ...detail.split(' ')]));
    if (what !== CATALOGUE_CHANGED && what !== CATALOGUE_TAKEN) continue;
    const [before, more] = [catalogue.get(day), declaredBy(detail)];
    catalogue.set(day, {
      added: (before?.added ?? 0) + more.added,
      changed: (before?.changed ?? 0) + more.changed,
    });
  }
  const events: SiteEvent[] = statements.map(({ id, statement }) => ({
    kind: 'statement',
    day: statement.published,
    statement: id,
  }));
  for (const [day, names] of settings) {
    const known: CountingSetting[] = COUNTING_SETTINGS.filter((name) => names.has(name));
    if (known.length > 0) events.push({ kind: 'settings', day, settings: known });
  }
  for (const [day, { added, changed }] of catalogue) {
    if (added + changed > 0) events.push({ kind: 'catalogue', day, added, changed });
  }
  return events.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}
