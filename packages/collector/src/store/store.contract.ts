/**
 * What every driver of the store must do, as one suite: `storeContract('SQLite', driver)` in the driver's own tests.
 * Does not test what only one engine has, such as its files (sqlite.test.ts), nor the rules of sealing (seal.test.ts).
 */
import type { PublicKey, SignedStatement } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import type { SealPlan } from './seal-plan.ts';
import {
  ALL_SLICES,
  type CellQuery,
  type IntakeRow,
  type NewSite,
  type Publication,
  type Store,
  StoreUnavailableError,
  type Term,
} from './store.ts';

export interface Driver {
  /** An empty store, gone when the test is over. */
  open(): { readonly store: Store /** Another connection to the same data. */; second(): Store };
}

const VIEW = 1;
const DAY = 20_000;
const PLAN: SealPlan = {
  facts: [VIEW],
  histograms: [],
  families: [],
  twins: [],
  sliceTwins: [],
  toldWith: [],
  slices: true,
};
const QUERY: CellQuery = { site: 1, fact: VIEW, slice: ALL_SLICES };
const ALWAYS = { from: 0, to: 100_000 };

const row = (given: Partial<IntakeRow> = {}): IntakeRow => ({
  site: 1,
  fact: VIEW,
  slices: [ALL_SLICES],
  day: DAY,
  a: 1,
  b: 0,
  c: 0,
  d: 0,
  n: 1,
  people: 1,
  reach: 1,
  total: 0,
  ...given,
});

const cell = ({ a, b, c, d, n, people, reach, total }: IntakeRow) => ({
  a,
  b,
  c,
  d,
  n,
  people,
  reach,
  total,
});

const shop: NewSite = {
  slug: 'shop',
  name: 'Shop',
  kind: 'live',
  k: 10,
  timeZone: 'Europe/Berlin',
  currency: 'CHF',
  origins: ['https://shop.example'],
  routes: [{ pattern: '/c/*', type: 'category' }],
  provenance: 'Whose data it is.',
};

/** A statement as far as a store looks at it: its name, and the one before. */
const signed = (id: string, previous: string | null): SignedStatement => ({
  id,
  hash: `${id} in full`,
  statement: {
    v: 1,
    site: 'shop',
    published: '2026-11-23',
    previous,
    controller: 'Shop',
    categories: ['analytics'],
    services: [],
    facts: { visits: ['visit'] },
    retention: { countsMonths: 25, choiceMonths: 6 },
    k: 10,
    policy: { eu: 'opt-in', uk: 'opt-in', ch: 'opt-in', us: 'opt-in', other: 'opt-in' },
    countsRefusals: false,
    wordings: { en: 'hash of the English' },
  },
  signature: 'header..signature',
});

const FIRST = signed('aaaaaaaa', null);
const SECOND = signed('bbbbbbbb', FIRST.hash);

const publication = (given: Partial<Publication> = {}): Publication => ({
  signed: FIRST,
  wordings: new Map([['hash of the English', '{"language":"en"}']]),
  policy: null,
  terms: [],
  ...given,
});

const keyNamed = (kid: string): PublicKey => ({
  kty: 'OKP',
  crv: 'Ed25519',
  x: `${kid} x`,
  kid,
  use: 'sig',
  alg: 'EdDSA',
});

/** Adds rows under a nonce, whatever else was claimed before. */
const add = (store: Store, nonce: string, ...rows: readonly IntakeRow[]): Promise<readonly boolean[]> =>
  store.commit([nonce], 0, ([fresh]) => ({ terms: [], rows: fresh === true ? rows : [] }));

export function storeContract(name: string, driver: Driver): void {
  describe(`the ${name} store, committing`, () => {
    it('adds measures to the cell that they belong to', async () => {
      const { store } = driver.open();
      await add(store, 'one', row({ n: 2, total: 7 }), row({ a: 2 }));
      await add(store, 'two', row({ n: 3, people: 0, reach: 0, total: 1 }));
      expect(await store.intake(QUERY, ALWAYS)).toEqual([
        cell(row({ n: 5, people: 1, reach: 1, total: 8 })),
        cell(row({ a: 2 })),
      ]);
    });

    it('takes measures back where they are negative', async () => {
      const { store } = driver.open();
      await add(store, 'one', row({ a: 0, n: 5, people: 0, reach: 0 }));
      await add(store, 'two', row({ a: 0, n: -3, people: 0, reach: 0 }), row({ n: 3 }));
      expect(await store.intake(QUERY, ALWAYS)).toEqual([
        cell(row({ a: 0, n: 2, people: 0, reach: 0 })),
        cell(row({ n: 3 })),
      ]);
    });

    it('keeps sites, facts, slices and days apart', async () => {
      const { store } = driver.open();
      await add(
        store,
        'one',
        row(),
        row({ site: 2, n: 2 }),
        row({ fact: 2, n: 3 }),
        row({ slices: [3], n: 4 }),
        row({ day: DAY + 1, n: 5 }),
      );
      const nOf = async (query: Partial<CellQuery>, day = DAY) =>
        (await store.intake({ ...QUERY, ...query }, { from: day, to: day })).map(({ n }) => n);
      expect(await nOf({})).toEqual([1]);
      expect(await nOf({ site: 2 })).toEqual([2]);
      expect(await nOf({ fact: 2 })).toEqual([3]);
      expect(await nOf({ slice: 3 })).toEqual([4]);
      expect(await nOf({}, DAY + 1)).toEqual([5]);
    });

    it('says which nonces are fresh, and asks for the changes of those', async () => {
      const { store } = driver.open();
      await add(store, 'known', row());
      const asked: (readonly boolean[])[] = [];
      const fresh = await store.commit(['new', 'known'], 0, (each) => {
        asked.push(each);
        return { terms: [], rows: [] };
      });
      expect(fresh).toEqual([true, false]);
      expect(asked).toEqual([[true, false]]);
    });

    it('counts a nonce once within one group', async () => {
      const { store } = driver.open();
      expect(await store.commit(['same', 'same'], 0, () => ({ terms: [], rows: [row()] }))).toEqual([
        true,
        false,
      ]);
    });

    it('counts a nonce once across groups, whatever the hour', async () => {
      const { store } = driver.open();
      await store.commit(['same'], 100, () => ({ terms: [], rows: [] }));
      expect(await store.commit(['same'], 124, () => ({ terms: [], rows: [] }))).toEqual([false]);
    });

    it('keeps nothing of a transaction that fails: no nonce, no term, no row', async () => {
      const { store } = driver.open();
      const term = { site: 1, kind: 'page', id: 1, text: '/a' } as const;
      await store.commit(['one'], 0, () => ({ terms: [term], rows: [] }));
      const again = store.commit(['two'], 0, () => ({
        terms: [{ ...term, id: 2, text: '/b' }, term],
        rows: [row()],
      }));
      await expect(again).rejects.toThrow(StoreUnavailableError);
      expect(await store.terms(1)).toEqual([term]);
      expect(await store.intake(QUERY, ALWAYS)).toEqual([]);
      expect(await add(store, 'two')).toEqual([true]);
    });

    it('tells a bug in the changes from a store that is not available', async () => {
      const { store } = driver.open();
      const bug = new TypeError('a bug');
      await expect(
        store.commit(['one'], 0, () => {
          throw bug;
        }),
      ).rejects.toBe(bug);
      expect(await add(store, 'one')).toEqual([true]);
    });

    it('forgets nonces that were claimed before an hour, and no others', async () => {
      const { store } = driver.open();
      await store.commit(['old'], 99, () => ({ terms: [], rows: [] }));
      await store.commit(['young'], 100, () => ({ terms: [], rows: [] }));
      await store.purgeNonces(100);
      const none = () => ({ terms: [], rows: [] });
      expect(await store.commit(['old', 'young'], 200, none)).toEqual([true, false]);
    });

    it('keeps a nonce of history until its day is sealed, however old it is', async () => {
      const { store } = driver.open();
      const { id: site } = await store.saveSite(shop);
      const history = [{ nonce: 'history', site, day: DAY }];
      await store.commit(['history', 'browser'], 0, () => ({ terms: [], rows: [row({ site })], history }));
      await store.purgeNonces(1_000);
      expect(await store.claimed(['history', 'browser'])).toEqual([true, false]);
      await store.seal(site, DAY - 1, 3, PLAN);
      await store.purgeNonces(1_000);
      expect(await store.claimed(['history'])).toEqual([true]);
      await store.seal(site, DAY, 3, PLAN);
      expect(await store.claimed(['history'])).toEqual([true]);
      await store.purgeNonces(1_000);
      expect(await store.claimed(['history'])).toEqual([false]);
    });

    it('reports another version after another connection wrote, and none after its own writes', async () => {
      const { store, second } = driver.open();
      const other = second();
      const before = await store.version();
      await add(store, 'own', row());
      expect(await store.version()).toBe(before);
      await add(other, 'foreign', row());
      expect(await store.version()).not.toBe(before);
    });

    it('lets two connections count a nonce once', async () => {
      const { store, second } = driver.open();
      const other = second();
      expect(await Promise.all([add(store, 'same', row()), add(other, 'same', row())])).toEqual([
        [true],
        [false],
      ]);
      expect(await store.intake(QUERY, ALWAYS)).toEqual([cell(row())]);
    });
  });

  describe(`the ${name} store's dictionary`, () => {
    it('gives each fact an id, and the same one ever after', async () => {
      const { store } = driver.open();
      const first = await store.facts(['visit', 'page.view']);
      const later = await store.facts(['search.asked', 'page.view', 'visit']);
      expect(later.get('visit')).toBe(first.get('visit'));
      expect(later.get('page.view')).toBe(first.get('page.view'));
      expect(new Set(later.values()).size).toBe(3);
    });

    it('numbers the terms of a site and kind from 1', async () => {
      const { store } = driver.open();
      await store.declare(1, [
        { kind: 'page', text: '/a' },
        { kind: 'page', text: '/b' },
        { kind: 'product', text: 'a' },
      ]);
      await store.declare(2, [{ kind: 'page', text: '/z' }]);
      expect(await store.terms(1)).toEqual(
        expect.arrayContaining([
          { site: 1, kind: 'page', id: 1, text: '/a' },
          { site: 1, kind: 'page', id: 2, text: '/b' },
          { site: 1, kind: 'product', id: 1, text: 'a' },
        ]),
      );
      expect(await store.terms(2)).toEqual([{ site: 2, kind: 'page', id: 1, text: '/z' }]);
    });

    it('tells terms of a kind in parts, by their ids', async () => {
      const { store } = driver.open();
      const texts = ['/a', '/b', '/c'];
      await store.declare(
        1,
        texts.flatMap((text) => [
          { kind: 'page' as const, text },
          { kind: 'product' as const, text },
        ]),
      );
      await store.declare(2, [{ kind: 'page', text: '/elsewhere' }]);
      const page = (id: number, text: string): Term => ({ site: 1, kind: 'page', id, text });
      expect(await store.termsAfter(1, 'page', 0, 2)).toEqual([page(1, '/a'), page(2, '/b')]);
      expect(await store.termsAfter(1, 'page', 2, 2)).toEqual([page(3, '/c')]);
      expect(await store.termsAfter(1, 'page', 3, 2)).toEqual([]);
    });

    it('tells the catalogue of a kind in parts, by the ids of its terms', async () => {
      const { store } = driver.open();
      await store.declare(1, [
        { kind: 'page', text: '/a', label: 'A' },
        { kind: 'product', text: 'A' },
        { kind: 'page', text: '/b', category: 'tea' },
      ]);
      const [first, second] = [
        { id: 1, kind: 'page', text: '/a', label: 'A' },
        { id: 2, kind: 'page', text: '/b', category: 'tea' },
      ];
      expect(await store.catalogueAfter(1, 'page', 0, 1)).toEqual([first]);
      expect(await store.catalogueAfter(1, 'page', 1, 5)).toEqual([second]);
      expect(await store.catalogueAfter(1, 'page', 2, 5)).toEqual([]);
    });

    it('declares a term once and replaces what the store says of it', async () => {
      const { store } = driver.open();
      await store.declare(1, [{ kind: 'page', text: '/a', label: 'Old', category: 'kettles' }]);
      await store.declare(1, [{ kind: 'page', text: '/a', label: 'New' }]);
      expect(await store.terms(1)).toEqual([{ site: 1, kind: 'page', id: 1, text: '/a' }]);
      expect(await store.catalogue(1)).toEqual([{ kind: 'page', text: '/a', label: 'New' }]);
    });

    it('keeps the id of a string that browsers sent before the store declared it', async () => {
      const { store } = driver.open();
      const sent = { site: 1, kind: 'page', id: 1, text: '/sent' } as const;
      await store.commit(['one'], 0, () => ({ terms: [sent], rows: [] }));
      await store.declare(1, [
        { kind: 'page', text: '/new' },
        { kind: 'page', text: '/sent' },
      ]);
      expect(await store.terms(1)).toEqual(
        expect.arrayContaining([sent, { site: 1, kind: 'page', id: 2, text: '/new' }]),
      );
    });

    it('does not list in the catalogue what browsers sent', async () => {
      const { store } = driver.open();
      await store.commit(['one'], 0, () => ({
        terms: [{ site: 1, kind: 'page', id: 1, text: '/sent' }],
        rows: [],
      }));
      expect(await store.catalogue(1)).toEqual([]);
    });
  });

  describe(`the ${name} store's sites`, () => {
    it('keeps how many names a site may have, and the defaults where nothing is said', async () => {
      const { store } = driver.open();
      await store.saveSite({ ...shop, ceilings: { page: 20, search: 0 } });
      expect((await store.sites())[0]?.ceilings).toEqual({ page: 20, search: 0 });
      await store.saveSite(shop);
      expect((await store.sites())[0]?.ceilings).toEqual({});
    });

    it('keeps the layout tests of a site, and none where nothing is said', async () => {
      const { store } = driver.open();
      const arms = [{ name: 'a', share: 50 }, { name: 'b', share: 50 }]; // biome-ignore format: a list
      const hero = { id: 'hero', title: 'Head', arms, metric: 'order', status: 'running', from: '2026-11-23' } as const; // biome-ignore format: one test
      await store.saveSite({ ...shop, experiments: [hero] });
      expect((await store.sites())[0]?.experiments).toEqual([hero]);
      await store.saveSite(shop);
      expect((await store.sites())[0]?.experiments).toEqual([]);
    });

    it('has another revision after each change that processes keep in memory, and for no other site', async () => {
      const { store } = driver.open();
      await store.saveSite(shop);
      await store.saveSite({ ...shop, slug: 'other' });
      const other = (await store.revisions()).get(2);
      const page = (id: number): Term => ({ site: 1, kind: 'page', id, text: `/${id}` });
      /** What of the revision is another one after it. */
      const changedBy = async (work: () => Promise<unknown>): Promise<string> => {
        const before = (await store.revisions()).get(1);
        await work();
        const after = (await store.revisions()).get(1);
        const parts = ['number', 'names'] as const;
        return parts.filter((part) => before?.[part] !== after?.[part]).join(' ');
      };
      const committing = (nonce: string, terms: readonly Term[]) =>
        changedBy(() => store.commit([nonce], 0, () => ({ terms, rows: [row()] })));
      expect(await changedBy(() => store.saveSite({ ...shop, name: 'New' }))).toBe('number');
      expect(await changedBy(() => store.declare(1, [{ kind: 'page', text: '/a' }]))).toBe('number');
      expect(await changedBy(() => store.declare(1, [{ kind: 'page', text: '/a', label: 'A' }]))).toBe(
        'number',
      );
      expect(await changedBy(() => store.declare(1, [{ kind: 'page', text: '/a', label: 'A' }]))).toBe('');
      expect(await committing('1:a', [page(7)])).toBe('number');
      // Not behind all others: whoever reads on from the last would miss it.
      expect(await committing('1:b', [page(6)])).toBe('number names');
      expect(await committing('1:c', [])).toBe('');
      expect(await changedBy(() => store.seal(1, DAY, 10, PLAN))).toBe('number');
      expect((await store.revisions()).get(2)).toEqual(other);
    });

    it('keeps what pages answered when they were read last', async () => {
      const { store } = driver.open();
      await store.saveSite(shop);
      await store.keepCrawled(1, new Map([['https://shop.example/a', { etag: '"1"', modified: null }]]));
      await store.keepCrawled(
        1,
        new Map([['https://shop.example/a', { etag: null, modified: 'yesterday' }]]),
      );
      expect(await store.crawled(1)).toEqual(
        new Map([['https://shop.example/a', { etag: null, modified: 'yesterday' }]]),
      );
      expect(await store.crawled(2)).toEqual(new Map());
    });

    it('gives a new site an id and no sealed day', async () => {
      const { store } = driver.open();
      const saved = await store.saveSite(shop);
      expect(saved).toMatchObject({
        ...shop,
        id: 1,
        sealedThrough: null,
        statement: '00000000',
        policy: null,
        ceilings: {},
        experiments: [],
      });
      expect(await store.sites()).toEqual([saved]);
    });

    it('replaces the settings of a site and keeps its id and sealed day', async () => {
      const { store } = driver.open();
      await store.saveSite(shop);
      await store.saveSite({ ...shop, slug: 'other' });
      await store.seal(1, DAY, 10, PLAN);
      expect(await store.saveSite({ ...shop, name: 'New', k: 20, provenance: null })).toMatchObject({
        ...shop,
        name: 'New',
        k: 20,
        provenance: null,
        id: 1,
        sealedThrough: DAY,
        statement: '00000000',
        policy: null,
      });
      expect((await store.sites()).map(({ id, slug }) => [id, slug])).toEqual([
        [1, 'shop'],
        [2, 'other'],
      ]);
    });
  });

  describe(`the ${name} store, publishing`, () => {
    const withShop = async (): Promise<Store> => {
      const { store } = driver.open();
      await store.saveSite(shop);
      return store;
    };

    it('keeps the statements of a site in a chain, and the last is the one that visitors are asked', async () => {
      const store = await withShop();
      await store.publish(1, publication());
      await store.publish(1, publication({ signed: SECOND }));
      expect(await store.statements(1)).toEqual([FIRST, SECOND]);
      expect((await store.sites())[0]?.statement).toBe('bbbbbbbb');
    });

    it('keeps sites apart, also where they published the same', async () => {
      const store = await withShop();
      await store.saveSite({ ...shop, slug: 'other' });
      await store.publish(1, publication());
      expect(await store.statements(2)).toEqual([]);
      await store.publish(2, publication());
      expect(await store.statements(2)).toEqual([FIRST]);
      expect((await store.sites()).map(({ statement }) => statement)).toEqual(['aaaaaaaa', 'aaaaaaaa']);
    });

    it.each([
      { what: 'another first', given: signed('bbbbbbbb', null) },
      { what: 'the same again', given: FIRST },
      { what: 'one after a statement that is not there', given: signed('bbbbbbbb', 'of another chain') },
    ])('refuses $what, and keeps nothing of it', async ({ given }) => {
      const store = await withShop();
      await store.publish(1, publication());
      const again = store.publish(
        1,
        publication({
          signed: given,
          wordings: new Map([['new', '{}']]),
          policy: '{"languages":["en"],"preferences":[],"position":"box","countsRefusals":true}',
          terms: [{ kind: 'statement', text: given.id }],
        }),
      );
      await expect(again).rejects.toThrow(StoreUnavailableError);
      expect(await store.statements(1)).toEqual([FIRST]);
      expect(await store.wording('new')).toBeNull();
      expect(await store.policy(1)).toBeNull();
      expect(await store.terms(1)).toEqual([]);
    });

    it('gives wordings back by their hash, to the byte', async () => {
      const store = await withShop();
      const text = '{"a":"ä \u2028 \\u00e9","language":"de"}';
      await store.publish(1, publication({ wordings: new Map([['hash', text]]) }));
      expect(await store.wording('hash')).toBe(text);
      expect(await store.wording('another')).toBeNull();
    });

    it('declares what the policy declares', async () => {
      const store = await withShop();
      await store.publish(1, publication({ terms: [{ kind: 'statement', text: 'aaaaaaaa' }] }));
      expect(await store.catalogue(1)).toEqual([{ kind: 'statement', text: 'aaaaaaaa' }]);
    });

    it('changes the settings beside the statement without another one', async () => {
      const store = await withShop();
      const policy =
        '{"languages":["de","en"],"preferences":[],"position":"box","countsRefusals":true,"more":1}';
      await store.publish(1, publication());
      await store.publish(1, publication({ signed: null, policy }));
      expect(await store.statements(1)).toEqual([FIRST]);
      expect(await store.policy(1)).toBe(policy);
      expect((await store.sites())[0]?.policy).toEqual({
        languages: ['de', 'en'],
        preferences: [],
        position: 'box',
        countsRefusals: true,
      });
    });

    it('keeps statement and policy when the settings of the site are replaced', async () => {
      const store = await withShop();
      const policy = '{"languages":["en"],"preferences":[],"position":"box","countsRefusals":false}';
      await store.publish(1, publication({ policy }));
      await store.saveSite({ ...shop, name: 'New' });
      expect((await store.sites())[0]).toMatchObject({ statement: 'aaaaaaaa', policy: { position: 'box' } });
    });

    it('keeps every public key once, in the order of their names', async () => {
      const { store } = driver.open();
      for (const kid of ['two', 'one', 'two']) await store.addPublicKey(keyNamed(kid));
      expect(await store.publicKeys()).toEqual([keyNamed('one'), keyNamed('two')]);
    });
  });

  describe(`the ${name} store, sealing`, () => {
    it('moves what k browsers stand behind from the intake to the cells', async () => {
      const { store } = driver.open();
      await store.saveSite(shop);
      const big = row({ n: 30, people: 12, reach: 10, total: 4 });
      await add(store, 'one', big, row({ a: 2, n: 9, people: 9, reach: 9 }));
      await store.seal(1, DAY, 10, PLAN);
      expect(await store.intake(QUERY, ALWAYS)).toEqual([]);
      expect(await store.sumCells(QUERY, ALWAYS)).toEqual([cell(big)]);
      expect(await store.waiting(QUERY)).toEqual([
        { ...cell(row({ a: 2, n: 9, people: 9, reach: 9 })), since: DAY },
      ]);
      expect((await store.sites())[0]?.sealedThrough).toBe(DAY);
    });

    it('leaves other days and other sites open', async () => {
      const { store } = driver.open();
      await store.saveSite(shop);
      await store.saveSite({ ...shop, slug: 'other' });
      await add(store, 'one', row({ reach: 10 }), row({ day: DAY + 1 }), row({ site: 2 }));
      await store.seal(1, DAY, 10, PLAN);
      expect(await store.openDays(1)).toEqual([DAY + 1]);
      expect(await store.openDays(2)).toEqual([DAY]);
      expect((await store.sites()).map(({ sealedThrough }) => sealedThrough)).toEqual([DAY, null]);
    });

    it('does nothing to a day that is sealed, or before one', async () => {
      const { store } = driver.open();
      await store.saveSite(shop);
      await add(store, 'one', row({ reach: 10 }));
      await store.seal(1, DAY, 10, PLAN);
      await add(store, 'late', row({ n: 7, reach: 10 }));
      await store.seal(1, DAY, 10, PLAN);
      await store.seal(1, DAY - 1, 10, PLAN);
      expect(await store.sumCells(QUERY, ALWAYS)).toEqual([cell(row({ reach: 10 }))]);
      expect(await store.intake(QUERY, ALWAYS)).toEqual([cell(row({ n: 7, reach: 10 }))]);
    });

    it('ignores a site that is not there', async () => {
      const { store } = driver.open();
      await store.seal(9, DAY, 10, PLAN);
      expect(await store.sites()).toEqual([]);
    });
  });

  describe(`the ${name} store, reading`, () => {
    const sealedDays = async (): Promise<Store> => {
      const { store } = driver.open();
      await store.saveSite(shop);
      for (const [i, n] of [10, 20, 40].entries()) {
        const of = { day: DAY + i, n, people: n, reach: n };
        await add(store, `day ${i}`, row(of), row({ ...of, a: 2 }), row({ ...of, slices: [5], n: n / 2 }));
        await store.seal(1, DAY + i, 10, PLAN);
      }
      return store;
    };

    it('adds up sealed rows by dimensions, the first and last day of the range included', async () => {
      const store = await sealedDays();
      const sums = await store.sumCells(QUERY, { from: DAY + 1, to: DAY + 2 });
      expect(sums).toEqual([
        cell(row({ n: 60, people: 60, reach: 60 })),
        cell(row({ a: 2, n: 60, people: 60, reach: 60 })),
      ]);
    });

    it('adds up sealed rows of some first dimensions alone, the first and last day of the range included', async () => {
      const store = await sealedDays();
      await add(store, 'later', row({ day: DAY + 40, n: 80, people: 80, reach: 80, a: 2 }));
      await store.seal(1, DAY + 40, 10, PLAN);
      const two = (n: number) => [cell(row({ a: 2, n, people: n, reach: n }))];
      expect(await store.sumCells(QUERY, { from: DAY + 1, to: DAY + 2 }, [2])).toEqual(two(60));
      expect(await store.sumCells(QUERY, ALWAYS, [2])).toEqual(two(150));
      expect(await store.sumCells(QUERY, { from: DAY + 3, to: DAY + 39 }, [2])).toEqual([]);
      expect(await store.sumCells(QUERY, ALWAYS, [1, 2])).toEqual(await store.sumCells(QUERY, ALWAYS));
      expect(await store.sumCells(QUERY, ALWAYS, [7])).toEqual([]);
      expect(await store.sumCells(QUERY, ALWAYS, [])).toEqual([]);
      expect(await store.sumCells(QUERY, { from: DAY + 2, to: DAY }, [2])).toEqual([]);
    });

    it('adds up sealed rows by day, the earliest first', async () => {
      const store = await sealedDays();
      expect(await store.sumDays(QUERY, { from: DAY, to: DAY + 1 })).toEqual([
        { day: DAY, n: 20, people: 20, reach: 20, total: 0 },
        { day: DAY + 1, n: 40, people: 40, reach: 40, total: 0 },
      ]);
    });

    it('adds up slices, the most counted first', async () => {
      const store = await sealedDays();
      expect(await store.sumSlices(1, VIEW)).toEqual([
        { slice: ALL_SLICES, n: 140 },
        { slice: 5, n: 35 },
      ]);
    });

    it('knows the first and last day of a fact, sealed or open', async () => {
      const store = await sealedDays();
      await add(store, 'open', row({ day: DAY + 7 }));
      expect(await store.span(QUERY)).toEqual({ from: DAY, to: DAY + 7 });
      expect(await store.span({ ...QUERY, fact: 99 })).toBeNull();
    });

    it('lists open days in order, each once', async () => {
      const { store } = driver.open();
      await add(store, 'one', row({ day: DAY + 2 }), row({ day: DAY }), row({ day: DAY, a: 2 }));
      await add(store, 'two', row({ fact: VIEW + 5, day: DAY + 1 }), row({ fact: VIEW + 9, day: DAY }));
      expect(await store.openDays(1)).toEqual([DAY, DAY + 1, DAY + 2]);
      expect(await store.openDays(2)).toEqual([]);
    });

    it('is ready until it is closed', async () => {
      const { store } = driver.open();
      expect(await store.ready()).toBe(true);
      await store.close();
      expect(await store.ready()).toBe(false);
    });

    it('may be closed twice', async () => {
      const { store } = driver.open();
      await store.close();
      await expect(store.close()).resolves.toBeUndefined();
    });
  });
}
