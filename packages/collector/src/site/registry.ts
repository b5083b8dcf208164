/**
 * Sites, their dictionaries and statements, cached from the store. Whenever another process wrote to it, what it changed
 * is read again, site by site, and of a dictionary only what was added; in parts, so that nobody else waits for it.
 */
import { setImmediate } from 'node:timers/promises';
import { type SignedStatement, TERM_KINDS } from '@holloway/protocol';
import { type Revision, type SiteRecord, STORED_TERM_KINDS, type Store } from '../store/store.ts';
import { createCache } from './cache.ts';
import { type Catalogue, createCatalogue } from './catalogue.ts';
import { createDictionary, type Dictionary } from './dictionary.ts';

export interface Registry {
  sites(): Promise<readonly SiteRecord[]>;
  /** `undefined` for an unknown site. */
  site(slug: string): Promise<SiteRecord | undefined>;
  dictionary(site: number): Promise<Dictionary>;
  catalogue(site: number): Promise<Catalogue>;
  /** The published statements of a site, oldest first. */
  statements(site: number): Promise<readonly SignedStatement[]>;
  /** Reads what is new of it at next use: after this process changed its settings, or declared something. */
  changed(site: number): void;
  /** Reads all of it again at next use: after a transaction failed, or names were taken away. Default: every site. */
  forget(site?: number): void;
}

/** So many terms or entries are read and learnt in some milliseconds. */
const AT_ONCE = 2_500;

/** Of each kind, what has a higher id than all that is known. */
async function learnMore(store: Store, site: number, dictionary: Dictionary): Promise<Dictionary> {
  for (const kind of STORED_TERM_KINDS) {
    for (;;) {
      const terms = await store.termsAfter(site, kind, dictionary.learntThrough(kind), AT_ONCE);
      dictionary.learn(terms);
      if (terms.length < AT_ONCE) break;
      await setImmediate();
    }
  }
  return dictionary;
}

/** What this process adds while it reads nobody would tell it of; what others add changes the version. */
async function readDictionary(store: Store, site: number): Promise<Dictionary> {
  const [version, revisions] = [await store.version(), await store.revisions()];
  const dictionary = await learnMore(store, site, createDictionary(site, []));
  const number = (await store.revisions()).get(site)?.number;
  const isOwnChange = number !== revisions.get(site)?.number && (await store.version()) === version;
  return isOwnChange ? readDictionary(store, site) : dictionary;
}

async function readCatalogue(store: Store, site: number): Promise<Catalogue> {
  const catalogue = createCatalogue([]);
  for (const kind of TERM_KINDS) {
    let after = 0;
    for (;;) {
      const entries = await store.catalogueAfter(site, kind, after, AT_ONCE);
      catalogue.learn(entries);
      after = entries.at(-1)?.id ?? after;
      if (entries.length < AT_ONCE) break;
      await setImmediate();
    }
  }
  return catalogue;
}

export function createRegistry(store: Store): Registry {
  const dictionaries = createCache((site) => readDictionary(store, site));
  const catalogues = createCache((site) => readCatalogue(store, site));
  const chains = createCache((site) => store.statements(site));
  let version: number | null = null;
  let revisions: ReadonlyMap<number, Revision> = new Map();
  let sites: readonly SiteRecord[] | null = null;
  let bySlug = new Map<string, SiteRecord>();

  const forget = (site?: number): void => {
    sites = null;
    for (const cache of [dictionaries, catalogues, chains]) cache.forget(site);
  };
  const changed = (site: number): void => {
    sites = null;
    for (const cache of [catalogues, chains]) cache.forget(site);
    dictionaries.renew(site, (dictionary) => learnMore(store, site, dictionary));
  };
  /** Another process may have written to one site of many, or to none that anything is kept of. */
  const heedRevisions = async (): Promise<void> => {
    const now = await store.revisions();
    for (const site of new Set([...now.keys(), ...revisions.keys()])) {
      const [before, after] = [revisions.get(site), now.get(site)];
      if (before?.names !== after?.names) forget(site);
      else if (before?.number !== after?.number) changed(site);
    }
    revisions = now;
  };
  const refresh = async (): Promise<readonly SiteRecord[]> => {
    const now = await store.version();
    if (now !== version) await heedRevisions();
    version = now;
    if (sites === null) {
      sites = await store.sites();
      bySlug = new Map(sites.map((site) => [site.slug, site]));
    }
    return sites;
  };

  return {
    sites: refresh,
    async site(slug) {
      await refresh();
      return bySlug.get(slug);
    },
    async dictionary(site) {
      await refresh();
      return dictionaries.of(site);
    },
    async catalogue(site) {
      await refresh();
      return catalogues.of(site);
    },
    async statements(site) {
      await refresh();
      return chains.of(site);
    },
    changed,
    forget,
  };
}
