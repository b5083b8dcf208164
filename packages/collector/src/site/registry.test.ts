import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { declared, SHOP } from '../../test/core.ts';
import { openStore, temporaryFolder, temporaryStore } from '../../test/temporary.ts';
import type { Store } from '../store/store.ts';
import { addSite } from './add-site.ts';
import { createRegistry } from './registry.ts';

/** A store that tells how often its sites, terms, catalogue and statements were read. */
function counting(store: Store) {
  const reads = { sites: 0, terms: 0, catalogue: 0, statements: 0 };
  const watched: Store = {
    ...store,
    sites: () => {
      reads.sites += 1;
      return store.sites();
    },
    terms: (site) => {
      reads.terms += 1;
      return store.terms(site);
    },
    catalogue: (site) => {
      reads.catalogue += 1;
      return store.catalogue(site);
    },
    statements: (site) => {
      reads.statements += 1;
      return store.statements(site);
    },
  };
  return { watched, reads };
}

describe('the registry', () => {
  it('finds sites by slug', async () => {
    const store = temporaryStore();
    const registry = createRegistry(store);
    await addSite({ store, registry }, SHOP);
    expect(await registry.site('shop')).toMatchObject({ id: 1, slug: 'shop' });
    expect(await registry.site('nowhere')).toBeUndefined();
    expect((await registry.sites()).map(({ slug }) => slug)).toEqual(['shop']);
  });

  it('reads the store once, however often it is asked', async () => {
    const { watched, reads } = counting(temporaryStore());
    const registry = createRegistry(watched);
    await addSite({ store: watched, registry }, SHOP);
    const ask = () =>
      Promise.all([
        registry.site('shop'),
        registry.dictionary(1),
        registry.catalogue(1),
        registry.statements(1),
      ]);
    await ask();
    Object.assign(reads, { sites: 0, terms: 0, catalogue: 0, statements: 0 });
    await ask();
    await ask();
    expect(reads).toEqual({ sites: 0, terms: 0, catalogue: 0, statements: 0 });
  });

  it('hands out one dictionary, so that a term that one part adds the others know', async () => {
    const store = temporaryStore();
    const registry = createRegistry(store);
    await addSite({ store, registry }, SHOP);
    const [one, another] = await Promise.all([registry.dictionary(1), registry.dictionary(1)]);
    expect(one).toBe(another);
  });

  it('sees what another process wrote', async () => {
    const file = join(temporaryFolder(), 'holloway.sqlite');
    const [own, other] = [openStore(file), openStore(file)];
    const registry = createRegistry(own);
    await addSite({ store: own, registry }, SHOP);
    expect((await registry.dictionary(1)).idOf('page', '/new')).toBeUndefined();
    await other.declare(1, declared('page', '/new'));
    await other.saveSite({ ...SHOP, name: 'New name' });
    expect((await registry.dictionary(1)).idOf('page', '/new')).toBeDefined();
    expect(await registry.site('shop')).toMatchObject({ name: 'New name' });
  });

  it('forgets what a failed transaction may have put into its dictionaries', async () => {
    const store = temporaryStore();
    const registry = createRegistry(store);
    await addSite({ store, registry }, SHOP);
    (await registry.dictionary(1)).add('page', '/never-written');
    registry.forget();
    expect((await registry.dictionary(1)).idOf('page', '/never-written')).toBeUndefined();
  });
});

describe('a site that is added', () => {
  it('knows where visits begin and every page type, without k browsers', async () => {
    const store = temporaryStore();
    const registry = createRegistry(store);
    await addSite({ store, registry }, SHOP, declared('page', '/a'));
    const dictionary = await registry.dictionary(1);
    for (const node of [
      '(any)',
      '(entry)',
      '(home)',
      '(category)',
      '(product)',
      '(search)',
      '(cart)',
      '(checkout)',
    ]) {
      expect(dictionary.idOf('category', node), node).toBeGreaterThan(0);
    }
    expect(dictionary.idOf('page', '(entry)')).toBeGreaterThan(0);
    expect(dictionary.idOf('page', '(any)')).toBeGreaterThan(0);
    expect(dictionary.idOf('page', '/a')).toBeGreaterThan(0);
  });

  it('knows its currency, and the one before', async () => {
    const store = temporaryStore();
    const registry = createRegistry(store);
    await addSite({ store, registry }, { ...SHOP, currency: 'CHF' });
    await addSite({ store, registry }, { ...SHOP, currency: 'EUR' });
    const dictionary = await registry.dictionary(1);
    expect(dictionary.idOf('currency', 'CHF')).toBeGreaterThan(0);
    expect(dictionary.idOf('currency', 'EUR')).toBeGreaterThan(0);
    expect(dictionary.idOf('currency', 'USD')).toBeUndefined();
  });

  it('tells labels and categories of its catalogue', async () => {
    const store = temporaryStore();
    const registry = createRegistry(store);
    await addSite({ store, registry }, SHOP, [
      { kind: 'page', text: '/p/1', label: 'Gooseneck kettle', category: 'kettles/gooseneck' },
    ]);
    const catalogue = await registry.catalogue(1);
    expect(catalogue.label('page', '/p/1')).toBe('Gooseneck kettle');
    expect(catalogue.category('page', '/p/1')).toBe('kettles/gooseneck');
    expect(catalogue.label('product', '/p/1')).toBeUndefined();
    expect(catalogue.category('page', '/p/2')).toBeNull();
  });
});
