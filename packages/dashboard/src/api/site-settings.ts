/** What owners ask and change about a site: its settings, its catalogue, how an address would be counted. */
import type {
  AnnotationList,
  CatalogueEntry,
  CatalogueReading,
  Day,
  Preview,
  SiteSettings,
  TermKind,
} from '@holloway/protocol';
import type { Api } from './client.ts';

/** `null` of a ceiling is the default again. */
export type SettingsChange = Partial<
  Omit<SiteSettings, 'id' | 'kind' | 'names' | 'ceilings' | 'statement'>
> & {
  readonly ceilings?: { readonly [kind in TermKind]?: number | null };
};

/** With the statement that visitors are asked again for, or `null`. */
export type Settled = SiteSettings & { readonly published: string | null };

export interface Declared {
  readonly entries: number;
  readonly added: { readonly [kind: string]: number };
  readonly changed: number;
}

const of = (site: string, what = ''): string => `/v1/sites/${encodeURIComponent(site)}${what}`;

export const getSettings = (api: Api, site: string): Promise<SiteSettings> => api.get(of(site, '/settings'));

export const changeSettings = (api: Api, site: string, change: SettingsChange): Promise<Settled> =>
  api.send('PATCH', of(site, '/settings'), change);

export const addSite = (
  api: Api,
  site: { readonly id: string; readonly name?: string; readonly origins: readonly string[] },
): Promise<Settled> => api.send('POST', '/v1/sites', site);

/** @param again The id once more. */
export const eraseSite = (api: Api, site: string, again: string): Promise<void> =>
  api.send('DELETE', of(site), { site: again });

export const previewAddress = (api: Api, site: string, url: string): Promise<Preview> =>
  api.get(of(site, `/preview?${new URLSearchParams({ url })}`));

/** As many as the collector takes at a time. */
const ENTRIES_AT_ONCE = 5_000;

/** @param dry Tells what would be added, and adds nothing. */
export async function declareEntries(
  api: Api,
  site: string,
  entries: readonly CatalogueEntry[],
  dry: boolean,
): Promise<Declared> {
  const added: Record<string, number> = {};
  let changed = 0;
  for (let at = 0; at < entries.length; at += ENTRIES_AT_ONCE) {
    const part = { entries: entries.slice(at, at + ENTRIES_AT_ONCE) };
    const told = await api.send<Declared>('PATCH', of(site, `/catalogue${dry ? '?dryRun=1' : ''}`), part);
    for (const [kind, n] of Object.entries(told.added)) added[kind] = (added[kind] ?? 0) + n;
    changed += told.changed;
  }
  return { entries: entries.length, added, changed };
}

/** The last day on which something was declared, of these days; `null` where nothing was. */
export async function lastDeclared(api: Api, site: string, from: Day, to: Day): Promise<Day | null> {
  const query = new URLSearchParams({ from, to });
  const { annotations } = await api.get<AnnotationList>(of(site, `/annotations?${query}`));
  return annotations.findLast(({ kind }) => kind === 'catalogue')?.day ?? null;
}

const readingOf = (site: string, what = ''): string => of(site, `/catalogue/reading${what}`);

/** The last reading of the store's pages. */
export const lookAtReading = (api: Api, site: string): Promise<CatalogueReading> => api.get(readingOf(site));

/** @param sitemap Empty: those of the site. */
export const startReading = (api: Api, site: string, sitemap: string): Promise<CatalogueReading> =>
  api.send('POST', readingOf(site), sitemap === '' ? {} : { sitemap });

export const takeReading = (api: Api, site: string): Promise<Omit<Declared, 'entries'>> =>
  api.send('POST', readingOf(site, '/take'));

export const dropReading = (api: Api, site: string): Promise<void> => api.send('DELETE', readingOf(site));
