/** `holloway site add|set|list` */
import type { SiteKind } from '@holloway/protocol';
import { openSite } from '../consent/open-site.ts';
import { parseSite, type SiteInput } from '../site/settings.ts';
import { CommandError, type Terminal } from './terminal.ts';
import { checked, siteNamed, withCore } from './with-core.ts';

interface SiteOptions {
  readonly origin: readonly string[];
  readonly name?: string;
  readonly kind?: string;
  readonly k?: string;
  readonly timeZone?: string;
  readonly currency?: string;
  readonly provenance?: string;
}

const KINDS: readonly SiteKind[] = ['live', 'test', 'archive'];

function settingsOf(options: SiteOptions): Omit<SiteInput, 'slug'> {
  const { origin, name, kind, k, timeZone, currency, provenance } = options;
  const known = KINDS.find((candidate) => candidate === kind);
  if (kind !== undefined && known === undefined) throw new CommandError(`kind must be ${KINDS.join(', ')}`);
  return {
    ...(origin.length === 0 ? {} : { origins: origin }),
    ...(name === undefined ? {} : { name }),
    ...(known === undefined ? {} : { kind: known }),
    ...(k === undefined ? {} : { k: Number(k) }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(currency === undefined ? {} : { currency }),
    ...(provenance === undefined ? {} : { provenance }),
  };
}

export const siteAdd = (
  dataFolder: string,
  slug: string,
  options: SiteOptions,
  { out }: Terminal,
): Promise<void> =>
  withCore(dataFolder, async (core) => {
    const site = checked(parseSite({ slug, ...settingsOf(options) }));
    if ((await core.registry.site(slug)) !== undefined) {
      throw new CommandError('the site is there already; `holloway site set` changes it');
    }
    const { kind } = await openSite(core, site);
    out(`Added ${site.slug} (${site.kind}, k = ${site.k}). Paste this into its pages:`);
    out(`<script defer src="https://YOUR-COLLECTOR/holloway.js" data-site="${site.slug}"></script>`);
    if (kind !== 'archive') {
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
    const { provenance, k, statement: asked, ...before } = await siteNamed(core, slug);
    const kept = {
      ...before,
      ...(provenance === null ? {} : { provenance }),
      ...(before.kind === 'test' ? {} : { k }),
    };
    const site = checked(parseSite({ ...kept, ...settingsOf(options) }));
    if ((site.kind === 'test') !== (before.kind === 'test')) {
      // What fewer than k browsers left behind would show, or stay shown.
      throw new CommandError('kind cannot change to or from test; add another site');
    }
    const { statement } = await openSite(core, site);
    out(`Changed ${site.slug} (${site.kind}, k = ${site.k}).`);
    if (site.currency !== before.currency)
      out(`What positions earned until now was counted in ${before.currency}, and is added to what comes.`);
    if (statement !== asked)
      out(`Published ${statement}: what visitors agreed to has changed with it, so they are asked again.`);
  });

export const siteList = (dataFolder: string, { out }: Terminal): Promise<void> =>
  withCore(dataFolder, async ({ registry }) => {
    for (const { slug, kind, k, timeZone, currency, origins } of await registry.sites()) {
      out([slug, kind, `k=${k}`, timeZone, currency, origins.join(' ') || '-'].join('\t'));
    }
  });
