/** `holloway site add|set|list|show|preview` */
import { type Issue, SITE_KINDS } from '@holloway/protocol';
import { previewAddress } from '../catalogue/preview.ts';
import { addAsked, changeAsked } from '../consent/settings.ts';
import type { Core } from '../core.ts';
import { mayEmbed } from '../ingest/collect.ts';
import type { Checked } from '../site/issues.ts';
import { type AskedChanges, readExperiments, readRoutes } from '../site/settings-shape.ts';
import { showSettings } from '../site/show-settings.ts';
import type { SiteRecord } from '../store/store.ts';
import { previewLines } from './preview-lines.ts';
import { readJson } from './read-json.ts';
import { settingsLines } from './settings-lines.ts';
import { CommandError, type Terminal } from './terminal.ts';
import { siteNamed, withCore } from './with-core.ts';

export interface SiteOptions {
  readonly origin: readonly string[];
  readonly language?: readonly string[];
  readonly ceiling?: readonly string[];
  readonly name?: string;
  readonly kind?: string;
  readonly k?: string;
  readonly timeZone?: string;
  readonly currency?: string;
  readonly provenance?: string;
  readonly keepDays?: string;
  readonly keepMonths?: string;
  /** A file. */
  readonly routes?: string;
  /** A file. */
  readonly experiments?: string;
}

/** As the option is called: `timeZone` is `time-zone`, `origins[0]` is `origin`. */
const optionOf = ({ field, rule }: Issue): string => {
  const option = field
    .replace(/^(origin|language)s(\[\d+\])?$/, '$1')
    .replace(/^ceilings\.?/, 'ceiling ')
    .replace(
      /^([a-z]+)([A-Z])([a-z]+)$/,
      (_, first, letter, rest) => `${first}-${letter.toLowerCase()}${rest}`,
    );
  return `${option.trim()} ${rule}`;
};

function valid<T>(result: Checked<T>): T {
  if (result.ok) return result.value;
  throw new CommandError(result.issues.map(optionOf).join('\n'));
}

/** `page=20000`, or `page=default` */
function ceilingsOf(pairs: readonly string[]): NonNullable<AskedChanges['ceilings']> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [, kind = '', ceiling = ''] = /^(\w+)=(\d+|default)$/.exec(pair) ?? [];
      if (kind === '') throw new CommandError('ceiling must be a kind and a number, such as page=20000');
      return [kind, ceiling === 'default' ? null : Number(ceiling)];
    }),
  );
}

function settingsOf(options: SiteOptions): AskedChanges {
  const {
    origin,
    language = [],
    ceiling = [],
    name,
    kind,
    k,
    timeZone,
    currency,
    provenance,
    keepDays,
    keepMonths,
    routes,
    experiments,
  } = options;
  const known = SITE_KINDS.find((candidate) => candidate === kind);
  if (kind !== undefined && known === undefined)
    throw new CommandError(`kind must be ${SITE_KINDS.join(', ')}`);
  return {
    ...(origin.length === 0 ? {} : { origins: origin }),
    ...(language.length === 0 ? {} : { languages: language }),
    ...(ceiling.length === 0 ? {} : { ceilings: ceilingsOf(ceiling) }),
    ...(routes === undefined ? {} : { routes: valid(readRoutes(readJson(routes, 'a list of routes'))) }),
    ...(experiments === undefined
      ? {}
      : { experiments: valid(readExperiments(readJson(experiments, 'a list of layout tests'))) }),
    ...(name === undefined ? {} : { name }),
    ...(known === undefined ? {} : { kind: known }),
    ...(k === undefined ? {} : { k: Number(k) }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(currency === undefined ? {} : { currency }),
    ...(provenance === undefined ? {} : { provenance: provenance === '' ? null : provenance }),
    ...(keepDays === undefined ? {} : { keepDays: Number(keepDays) }),
    ...(keepMonths === undefined ? {} : { keepMonths: Number(keepMonths) }),
  };
}

export const siteAdd = (
  dataFolder: string,
  slug: string,
  options: SiteOptions,
  { out }: Terminal,
): Promise<void> =>
  withCore(dataFolder, async (core) => {
    const added = await addAsked(core, { slug, ...settingsOf(options) });
    if (added === null) throw new CommandError('the site is there already; `holloway site set` changes it');
    const { site } = valid(added);
    out(`Added ${site.slug} (${site.kind}, k = ${site.k}). Paste this into its pages:`);
    out(`<script defer src="https://YOUR-COLLECTOR/holloway.js" data-site="${site.slug}"></script>`);
    if (site.kind !== 'archive') {
      out(`Visitors are asked in the name of ${site.name}, without an address. To say more of the store:`);
      out(`holloway statement init > policy.json && holloway statement publish ${site.slug} policy.json`);
    }
  });

export const siteSet = (
  dataFolder: string,
  slug: string,
  options: SiteOptions,
  { out }: Terminal,
): Promise<void> =>
  withCore(dataFolder, async (core) => {
    const before = await siteNamed(core, slug);
    const { site, published } = valid(await changeAsked(core, before, settingsOf(options)));
    out(`Changed ${site.slug} (${site.kind}, k = ${site.k}).`);
    if (site.k < before.k)
      out(`What waits was counted under k = ${before.k}, which holds for the 28 days to come.`);
    if (site.currency !== before.currency)
      out(`What positions earned until now was counted in ${before.currency}, and is added to what comes.`);
    if (published !== null)
      out(`Published ${published}: what visitors agreed to has changed with it, so they are asked again.`);
  });

export const siteList = (dataFolder: string, { out }: Terminal): Promise<void> =>
  withCore(dataFolder, async ({ registry }) => {
    for (const { slug, kind, k, timeZone, currency, origins } of await registry.sites()) {
      out([slug, kind, `k=${k}`, timeZone, currency, origins.join(' ') || '-'].join('\t'));
    }
  });

export const siteShow = (
  dataFolder: string,
  slug: string,
  { json = false }: { readonly json?: boolean },
  { out }: Terminal,
): Promise<void> =>
  withCore(dataFolder, async (core) => {
    const settings = await showSettings(core.registry, await siteNamed(core, slug));
    if (json) out(JSON.stringify(settings, null, 2));
    else settingsLines(settings).forEach(out);
  });

/** A whole address, or a path of the first origin of the site. */
function addressOf(text: string, { origins, kind }: SiteRecord): URL {
  const url = URL.parse(text, origins[0] ?? (kind === 'test' ? 'http://localhost' : undefined));
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new CommandError('an address must be that of a page, or a path that begins with a slash');
  return url;
}

async function preview(core: Core, site: SiteRecord, url: URL, fetch: boolean) {
  const [dictionary, catalogue] = [
    await core.registry.dictionary(site.id),
    await core.registry.catalogue(site.id),
  ];
  const known = { dictionary, catalogue, mayEmbed: (origin: string) => mayEmbed(origin, site) };
  return fetch
    ? previewAddress(known, site, url, await (await import('./reading.ts')).readPageOf(site, url))
    : previewAddress(known, site, url);
}

export const sitePreview = (
  dataFolder: string,
  slug: string,
  addresses: readonly string[],
  { fetch = false }: { readonly fetch?: boolean },
  { out }: Terminal,
): Promise<void> =>
  withCore(dataFolder, async (core) => {
    const site = await siteNamed(core, slug);
    for (const [i, url] of addresses.map((text) => addressOf(text, site)).entries()) {
      if (i > 0) out('');
      previewLines(await preview(core, site, url, fetch), site.k).forEach(out);
    }
    if (!fetch) out('What a page says of itself goes before its route: --fetch asks the page.');
  });
