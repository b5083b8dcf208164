import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../site/catalogue.ts';
import { createDictionary } from '../site/dictionary.ts';
import { previewAddress } from './preview.ts';

const ROUTES = [
  { pattern: '/p/:slug', type: 'product' },
  { pattern: '/c/:top/*', type: 'category', category: ':top/*' },
  { pattern: '/s', type: 'search' },
];
const KNOWN = {
  catalogue: createCatalogue([{ kind: 'page', text: '/p/heron', label: 'Heron' }]),
  dictionary: createDictionary(1, [
    { site: 1, kind: 'page', id: 1, text: '/p/heron' },
    { site: 1, kind: 'page', id: 2, text: '/p/ibis' },
    { site: 1, kind: 'category', id: 1, text: 'tea/green' },
  ]),
  mayEmbed: (origin: string) => origin === 'https://shop.example',
};
const preview = (address: string) =>
  previewAddress(KNOWN, { routes: ROUTES }, new URL(address, 'https://shop.example'));

describe('the preview of an address', () => {
  it('says how it would be counted, and as what', () => {
    expect(preview('/p/heron')).toEqual({
      isRegistered: true,
      path: '/p/heron',
      removed: [],
      route: { number: 1, pattern: '/p/:slug' },
      type: 'product',
      category: null,
      node: '(product)',
      search: null,
      names: { page: 'declared', category: null },
      label: 'Heron',
    });
  });

  it('says whether its names are known', () => {
    expect(preview('/p/ibis').names).toEqual({ page: 'admitted', category: null });
    expect(preview('/p/owl').names).toEqual({ page: 'waits', category: null });
    expect(preview('/c/tea/green')).toMatchObject({
      category: 'tea/green',
      node: 'tea/green',
      names: { page: 'waits', category: 'admitted' },
    });
  });

  it('says where no route fits, and what the page is then', () => {
    expect(preview('/')).toMatchObject({ route: null, type: 'home', node: '(home)' });
    expect(preview('/about')).toMatchObject({ route: null, type: 'page' });
  });

  it('says what was searched for, as it is counted, and nothing that may be more than a search', () => {
    expect(preview('/s?q=Milk%20%20Frother')).toMatchObject({ type: 'search', search: 'milk frother' });
    expect(preview('/s?q=anna@home.example').search).toBeNull();
  });

  it('says where nothing of it would be counted', () => {
    expect(preview('https://other.example/p/heron').isRegistered).toBe(false);
  });

  it.each([
    { address: '/p/heron?utm_source=canary#top', path: '/p/heron', removed: ['query', 'fragment'] },
    { address: '/u/canary@home.example', path: '/u/:id', removed: ['email'] },
    { address: '/u/canary%2540home.example', path: '/u/:id', removed: ['email'] },
    { address: '/o/1234567', path: '/o/:id', removed: ['number'] },
    { address: '/o/0049-30-123456', path: '/o/:id', removed: ['number'] },
    { address: '/o/6f9619ff-8b86-d011-b42d-00c04fc964ff', path: '/o/:id', removed: ['uuid'] },
    { address: '/o/192.168.1.17/x', path: '/o/:id/x', removed: ['address'] },
    { address: '/o/eyJhbGciOiJIUzI1NiIsInR5cCI6', path: '/o/:id', removed: ['token'] },
    { address: '/o/a%E2%80%AEb', path: '/o/:id', removed: ['unprintable'] },
    { address: '/p/heron;jsessionid=canary', path: '/p/heron', removed: ['parameters'] },
    { address: `/${'a/'.repeat(14)}`, path: `/${'a/'.repeat(12)}`.slice(0, -1), removed: ['tail'] },
    { address: '/shop#/c/tea/green?x=canary', path: '/shop/c/tea/green', removed: ['query'] },
    { address: '/o/:id', path: '/o/:id', removed: [] },
    { address: '/t%C3%A9', path: '/té', removed: [] },
  ])('says what was taken out of $address by kind, and repeats none of it', ({ address, path, removed }) => {
    const told = preview(address);
    expect(told).toMatchObject({ path, removed });
    expect(JSON.stringify(told)).not.toMatch(/canary|1234567|jsessionid/);
  });
});
