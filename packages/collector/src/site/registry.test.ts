import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { declared, SHOP } from '../../test/core.ts';
import { openStore, temporaryFolder, temporaryStore } from '../../test/temporary.ts';
import { STORED_TERM_KINDS, type Store } from '../store/store.ts';
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
    termsAfter: (site, kind, after, limit) => {
      if (after === 0) reads.terms += 1;
      return store.termsAfter(site, kind, after, limit);
    },
    catalogueAfter: (site, kind, after, limit) => {
      if (after === 0) reads.catalogue += 1;
      return store.catalogueAfter(site, kind, after, limit);
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

  it('reads nothing of a site again for what another process wrote to others', async () => {
    const file = join(temporaryFolder(), 'holloway.sqlite');
    const { watched, reads } = counting(openStore(file));
    const other = openStore(file);
    const registry = createRegistry(watched);
    const deps = { store: watched, registry };
    const [shop, teapots] = [await addSite(deps, SHOP), await addSite(deps, { ...SHOP, slug: 'teapots' })];
    const ask = async () => {
      await registry.catalogue(shop.id);
      return registry.dictionary(shop.id);
    };
    const before = await ask();
    Object.assign(reads, { sites: 0, terms: 0, catalogue: 0, statements: 0 });
    await other.saveSite({ ...SHOP, slug: 'teapots', name: 'New name' });
    await other.declare(teapots.id, declared('page', '/new'));
    expect(await ask()).toBe(before);
    expect(reads).toEqual({ sites: 1, terms: 0, catalogue: 0, statements: 0 });
    expect(await registry.site('teapots')).toMatchObject({ name: 'New name' });
  });

  it('reads nothing again for counts that another process wrote', async () => {
    const file = join(temporaryFolder(), 'holloway.sqlite');
    const { watched, reads } = counting(openStore(file));
    const other = openStore(file);
    const registry = createRegistry(watched);
    const { id: site } = await addSite({ store: watched, registry }, SHOP);
    await registry.dictionary(site);
    Object.assign(reads, { sites: 0, terms: 0, catalogue: 0, statements: 0 });
    await other.commit(['1:counted'], 1, () => ({ terms: [], rows: [] }));
    await registry.dictionary(site);
    expect(reads).toEqual({ sites: 0, terms: 0, catalogue: 0, statements: 0 });
  });

  it('reads of a dictionary only what another process added', async () => {
    const file = join(temporaryFolder(), 'holloway.sqlite');
    const { watched, reads } = counting(openStore(file));
    const other = openStore(file);
    const registry = createRegistry(watched);
    const { id: site } = await addSite({ store: watched, registry }, SHOP);
    const before = await registry.dictionary(site);
    await other.declare(site, declared('page', '/first'));
    await registry.dictionary(site);
    Object.assign(reads, { sites: 0, terms: 0, catalogue: 0, statements: 0 });
    await other.declare(site, declared('page', '/second'));
    const after = await registry.dictionary(site);
    expect(after).toBe(before);
    expect(after.textOf('page', after.idOf('page', '/second') ?? 0)).toBe('/second');
    // Of kinds that it has nothing of it asks from the beginning.
    expect(reads.terms).toBeLessThan(STORED_TERM_KINDS.length);
  });

  it('misses nothing that another process added before what this one adds', async () => {
    const file = join(temporaryFolder(), 'holloway.sqlite');
    const [own, other] = [openStore(file), openStore(file)];
    const registry = createRegistry(own);
    const { id: site } = await addSite({ store: own, registry }, SHOP);
    const dictionary = await registry.dictionary(site);
    const term = { ...dictionary.add('page', '/own'), id: 5_000 };
    await other.declare(site, declared('page', '/theirs'));
    await own.commit(['1:own'], 1, () => ({ terms: [term], rows: [] }));
    expect((await registry.dictionary(site)).idOf('page', '/theirs')).toBeGreaterThan(0);
  });

  it('reads a dictionary again where names were taken away', async () => {
    const file = join(temporaryFolder(), 'holloway.sqlite');
    const store = openStore(file);
    const registry = createRegistry(store);
    const { id: site } = await addSite({ store, registry }, SHOP, declared('page', '/a'));
    expect((await registry.dictionary(site)).idOf('page', '/a')).toBeGreaterThan(0);
    const other = new Database(file);
    other.prepare("DELETE FROM term WHERE text = '/a'").run();
    other.close();
    expect((await registry.dictionary(site)).idOf('page', '/a')).toBeUndefined();
  });

  it('reads a dictionary of many parts whole', async () => {
    const store = temporaryStore();
    const registry = createRegistry(store);
    const pages = Array.from({ length: 5_003 }, (_, i) => `/p/${i}`);
    await addSite({ store, registry }, SHOP, declared('page', ...pages));
    const dictionary = await registry.dictionary(1);
    // Beside them (entry) and (any).
    expect(dictionary.size('page')).toBe(5_005);
    expect((await registry.catalogue(1)).entries('page')).toHaveLength(5_005);
    expect(
      pages.every((page) => dictionary.textOf('page', dictionary.idOf('page', page) ?? 0) === page),
    ).toBe(true);
  });

  it('has what this process added while it was reading', async () => {
    const store = temporaryStore();
    const term = { site: 1, kind: 'page', id: 9_999, text: '/meanwhile' } as const;
    let isFirst = true;
    const registry = createRegistry({
      ...store,
      async termsAfter(...given) {
        const terms = await store.termsAfter(...given);
        if (isFirst) {
          isFirst = false;
          await store.commit(['1:meanwhile'], 1, () => ({ terms: [term], rows: [] }));
        }
        return terms;
      },
    });
    await addSite({ store, registry }, SHOP);
    expect((await registry.dictionary(1)).idOf('page', '/meanwhile')).toBe(9_999);
  });

  it('asks again for what could not be read', async () => {
    const store = temporaryStore();
    let fails = true;
    const registry = createRegistry({
      ...store,
      catalogueAfter: (...given) =>
        fails ? Promise.reject(new Error('the disk')) : store.catalogueAfter(...given),
    });
    await addSite({ store, registry }, SHOP);
    await expect(registry.catalogue(1)).rejects.toThrow('the disk');
    fails = false;
    expect((await registry.catalogue(1)).has('page', '(any)')).toBe(true);
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
