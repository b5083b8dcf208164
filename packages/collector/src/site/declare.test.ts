import type { CatalogueEntry } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { assemble, declared } from '../../test/core.ts';
import { temporaryStore } from '../../test/temporary.ts';
import { ceilingOf, DEFAULT_CEILINGS } from './ceilings.ts';
import { declareCatalogue, planDeclaring } from './declare.ts';

const openShop = async (ceilings = {}) => {
  const core = await assemble(temporaryStore());
  return { core, site: await core.addSite({ ceilings }, declared('product', 'A')) };
};

describe('declaring a catalogue', () => {
  it('names what is new, and says how much of it there is', async () => {
    const { core, site } = await openShop();
    const entries: CatalogueEntry[] = [
      { kind: 'product', text: 'A', label: 'Heron' },
      { kind: 'product', text: 'B' },
      { kind: 'product', text: 'B' },
      { kind: 'page', text: '/b', category: 'tea' },
    ];
    const told = await declareCatalogue(core, site, entries);
    expect(told).toEqual({
      added: new Map([
        ['product', new Set(['B'])],
        ['page', new Set(['/b'])],
      ]),
      changed: 1,
      excess: null,
    });
    const [dictionary, catalogue] = [await core.registry.dictionary(1), await core.registry.catalogue(1)];
    expect(dictionary.idOf('page', '/b')).toBeGreaterThan(0);
    expect(catalogue.label('product', 'A')).toBe('Heron');
    expect(await planDeclaring(core, site, entries)).toMatchObject({ added: new Map(), changed: 0 });
  });

  it('takes a label away where none is given any more', async () => {
    const { core, site } = await openShop();
    await declareCatalogue(core, site, [{ kind: 'product', text: 'A', label: 'Heron', category: 'tea' }]);
    expect(await declareCatalogue(core, site, declared('product', 'A'))).toMatchObject({ changed: 1 });
    expect((await core.registry.catalogue(1)).label('product', 'A')).toBeUndefined();
  });

  it('in plan changes nothing', async () => {
    const { core, site } = await openShop();
    expect((await planDeclaring(core, site, declared('page', '/b'))).added.size).toBe(1);
    expect((await core.registry.dictionary(1)).idOf('page', '/b')).toBeUndefined();
  });

  it('tells how far it is, in parts', async () => {
    const { core, site } = await openShop();
    const entries = Array.from({ length: 600 }, (_, i): CatalogueEntry => ({ kind: 'page', text: `/${i}` }));
    const steps: number[] = [];
    await declareCatalogue(core, site, entries, (step) => steps.push(step));
    expect(steps).toEqual([250, 500, 600]);
    expect((await core.registry.dictionary(1)).size('page')).toBe(602);
  });

  it('that would give a kind too many names is refused whole', async () => {
    const { core, site } = await openShop({ product: 3 });
    expect(await declareCatalogue(core, site, declared('product', 'B', 'C'))).toMatchObject({ excess: null });
    const beyond = [...declared('product', 'C', 'D', 'D'), ...declared('page', '/d')];
    expect(await declareCatalogue(core, site, beyond)).toMatchObject({
      excess: { kind: 'product', ceiling: 3, names: 4 },
    });
    const dictionary = await core.registry.dictionary(1);
    expect(dictionary.idOf('product', 'D')).toBeUndefined();
    expect(dictionary.idOf('page', '/d')).toBeUndefined();
  });
});

describe('a ceiling', () => {
  it('is that of the site, else that of all sites', () => {
    expect(ceilingOf({ search: 0 }, 'search')).toBe(0);
    expect(ceilingOf({ search: 0 }, 'page')).toBe(DEFAULT_CEILINGS.page);
  });
});
