/**
 * Sites, their dictionaries and statements, cached from the store and read again whenever another process wrote to it.
 */
import type { SignedStatement } from '@holloway/protocol';
import type { SiteRecord, Store } from '../store/store.ts';
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
  /** Reads everything again at next use: after this process changed a site, or a transaction failed. */
  forget(): void;
}

export function createRegistry(store: Store): Registry {
  let version: number | null = null;
  let sites: readonly SiteRecord[] | null = null;
  let bySlug = new Map<string, SiteRecord>();
  let dictionaries = new Map<number, Promise<Dictionary>>();
  let catalogues = new Map<number, Promise<Catalogue>>();
  let chains = new Map<number, Promise<readonly SignedStatement[]>>();

  const forget = (): void => {
    sites = null;
    dictionaries = new Map();
    catalogues = new Map();
    chains = new Map();
  };
  const refresh = async (): Promise<readonly SiteRecord[]> => {
    const now = await store.version();
    if (now !== version) forget();
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
      let dictionary = dictionaries.get(site);
      if (dictionary === undefined) {
        dictionary = store.terms(site).then((terms) => createDictionary(site, terms));
        dictionaries.set(site, dictionary);
      }
      return dictionary;
    },
    async catalogue(site) {
      await refresh();
      let catalogue = catalogues.get(site);
      if (catalogue === undefined) {
        catalogue = store.catalogue(site).then(createCatalogue);
        catalogues.set(site, catalogue);
      }
      return catalogue;
    },
    async statements(site) {
      await refresh();
      let chain = chains.get(site);
      if (chain === undefined) {
        chain = store.statements(site);
        chains.set(site, chain);
      }
      return chain;
    },
    forget,
  };
}
