import { join } from 'node:path';
import { canonicalJson } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { FILMS, policyOf } from '../../test/consent.ts';
import { assemble, SHOP, type TestCore } from '../../test/core.ts';
import { memoryStore, openStore, temporaryFolder } from '../../test/temporary.ts';
import { holds, verifyChain } from './chain.ts';
import { contentHash } from './hash.ts';
import { openOldSites, openSite } from './open-site.ts';
import type { Policy } from './policy.ts';

const COLOUR = {
  key: 'colour',
  label: { en: 'Colour', de: 'Farbe' },
  values: [
    { value: 'red', label: { en: 'Red', de: 'Rot' } },
    { value: 'blue', label: { en: 'Blue', de: 'Blau' } },
  ],
};

/** A shop that asks what its policy says. */
async function open(policy: Policy | null = policyOf()): Promise<TestCore> {
  const core = await assemble(memoryStore());
  await core.addSite();
  await publish(core, policy);
  return core;
}

async function publish(core: TestCore, policy: Policy | null, published?: string) {
  const outcome = await core.publisher.publish(await core.site('shop'), policy, published);
  if (!outcome.ok) throw new Error(`${outcome.issue.field} ${outcome.issue.rule}`);
  return outcome.value;
}

const ids = async (core: TestCore) => (await core.store.statements(1)).map(({ id }) => id);

describe('publishing', () => {
  it('makes the first statement of a site, of today where the site is', async () => {
    const core = await assemble(memoryStore());
    await core.addSite({ timeZone: 'Pacific/Auckland' });
    const { current, asksAgain, changes } = await publish(core, policyOf());
    expect({ asksAgain, changes }).toEqual({ asksAgain: true, changes: [] });
    expect(current?.statement).toMatchObject({
      site: 'shop',
      published: '2026-11-24',
      previous: null,
      controller: 'Shop Ltd',
      k: 3,
    });
    expect(current?.id).toBe(contentHash(current?.statement).slice(0, 8));
    expect((await core.site('shop')).statement).toBe(current?.id);
  });

  it('keeps every wording as it was hashed', async () => {
    const core = await open();
    const [signed] = await core.store.statements(1);
    for (const language of ['en', 'de'] as const) {
      const hash = signed?.statement.wordings[language] ?? '';
      const text = (await core.store.wording(hash)) ?? '';
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(contentHash(JSON.parse(text))).toBe(hash);
    }
  });

  it('signs with a key that is there for everybody', async () => {
    const core = await open();
    const verdicts = await verifyChain(await core.store.statements(1), await core.store.publicKeys());
    expect(verdicts.map(holds)).toEqual([true]);
  });

  it('chains what says anything else to what was said before, and tells the difference', async () => {
    const core = await open();
    const { asksAgain, changes } = await publish(core, policyOf({ countsRefusals: true }));
    expect({ asksAgain, changes }).toEqual({
      asksAgain: true,
      changes: [{ kind: 'changed', path: 'countsRefusals' }],
    });
    const [first, second] = await core.store.statements(1);
    expect(second?.statement.previous).toBe(first?.hash);
    expect((await core.site('shop')).statement).toBe(second?.id);
  });

  it('publishes nothing where nothing else is said, on another day and in another order too', async () => {
    const core = await open();
    const before = await ids(core);
    const other = { services: [{ ...FILMS, data: FILMS.data }], languages: ['de', 'en'] };
    const { asksAgain, current } = await publish(core, policyOf(other), '2027-01-01');
    expect(asksAgain).toBe(false);
    expect(current?.id).toBe(before[0]);
    expect(await ids(core)).toEqual(before);
    expect((await core.site('shop')).policy?.languages).toEqual(['de', 'en']);
  });

  it('changes what is beside the statement without asking anybody again', async () => {
    const core = await open(policyOf({ preferences: [COLOUR] }));
    const before = await ids(core);
    const label = { ...COLOUR.label, en: 'Favourite colour' };
    const outcome = await publish(core, policyOf({ preferences: [{ ...COLOUR, label }], position: 'box' }));
    expect(outcome).toMatchObject({
      asksAgain: false,
      settings: [
        { kind: 'changed', path: 'preferences[colour].label.en' },
        { kind: 'changed', path: 'position' },
      ],
    });
    expect(await ids(core)).toEqual(before);
    expect((await core.site('shop')).policy).toMatchObject({ position: 'box', preferences: [{ label }] });
  });

  it('names statement and preferences in the dictionary, so that they need not wait for k browsers', async () => {
    const core = await open(policyOf({ preferences: [COLOUR] }));
    const [id = ''] = await ids(core);
    const dictionary = await core.registry.dictionary(1);
    expect(dictionary.idOf('statement', id)).toBeGreaterThan(0);
    for (const term of ['colour', 'red', 'blue'])
      expect(dictionary.idOf('preference', term), term).toBeGreaterThan(0);
    expect((await core.registry.catalogue(1)).label('preference', 'red')).toBe('Red');
  });

  it('can be tried: a preview says the same and publishes nothing', async () => {
    const core = await open();
    const before = await ids(core);
    const preview = await core.publisher.preview(await core.site('shop'), policyOf({ services: [] }));
    expect(preview).toMatchObject({
      ok: true,
      value: {
        asksAgain: true,
        changes: [
          { kind: 'removed', path: 'categories[marketing]' },
          { kind: 'removed', path: 'services[films]' },
          { kind: 'removed', path: 'services[films]', languages: ['en', 'de'] },
        ],
      },
    });
    expect(await ids(core)).toEqual(before);
  });

  it('is refused for an archive, which asks nobody', async () => {
    const core = await assemble(memoryStore());
    const archive = await core.addSite({ kind: 'archive', origins: [] });
    expect(await core.publisher.publish(archive, policyOf())).toMatchObject({
      ok: false,
      issue: { field: 'site', rule: /asks nobody/ },
    });
    expect(await core.store.statements(archive.id)).toEqual([]);
  });

  it('is refused where the stored policy is one of an older kind, and says what to do', async () => {
    const core = await open();
    const policy = '{"languages":["en"],"preferences":[],"position":"bar","countsRefusals":false}';
    await core.store.publish(1, { signed: null, wordings: new Map(), policy, terms: [] });
    core.registry.forget();
    expect(await core.publisher.publish(await core.site('shop'), null)).toMatchObject({
      ok: false,
      issue: { field: 'stored policy: controller', rule: 'is needed; publish from a file again' },
    });
  });

  it('of two at once, publishes one and tells the other', async () => {
    const file = join(temporaryFolder(), 'holloway.sqlite');
    const [one, other] = [await assemble(openStore(file)), await assemble(openStore(file))];
    const site = await one.addSite();
    const store = { ...other.store, statements: async () => [] };
    await publish(one, policyOf());
    const late = await assemble(store);
    await expect(late.publisher.publish(site, policyOf({ services: [] }))).rejects.toThrow(
      /another statement was/,
    );
    expect(await one.store.statements(1)).toHaveLength(1);
  });
});

describe('another key', () => {
  it('signs what comes after, and what came before still verifies', async () => {
    const core = await open();
    const kid = await core.publisher.rotateKey();
    await publish(core, policyOf({ services: [] }));
    const keys = await core.store.publicKeys();
    const verdicts = await verifyChain(await core.store.statements(1), keys);
    expect(keys).toHaveLength(2);
    expect(verdicts.map(holds)).toEqual([true, true]);
    expect(verdicts[0]?.key).not.toBe(kid);
    expect(verdicts[1]?.key).toBe(kid);
  });
});

describe('a site that is opened', () => {
  it('asks from the start, in its own name and in every language', async () => {
    const core = await assemble(memoryStore());
    const site = await openSite(core, SHOP);
    const [signed] = await core.store.statements(site.id);
    expect(site.statement).toBe(signed?.id);
    expect(signed?.statement).toMatchObject({ controller: 'Shop', categories: ['analytics'], services: [] });
    expect(Object.keys(signed?.statement.wordings ?? {})).toHaveLength(31);
    expect((await core.site('shop')).policy).toBeNull();
  });

  it('says another k, or another name, in another statement; the rest of its settings are none of it', async () => {
    const core = await assemble(memoryStore());
    await openSite(core, SHOP);
    await openSite(core, { ...SHOP, origins: ['https://www.shop.example'], timeZone: 'Europe/Berlin' });
    expect(await ids(core)).toHaveLength(1);
    await openSite(core, { ...SHOP, k: 20 });
    await openSite(core, { ...SHOP, k: 20, name: 'New' });
    const chain = await core.store.statements(1);
    expect(chain.map(({ statement: { k, controller } }) => [k, controller])).toEqual([
      [3, 'Shop'],
      [20, 'Shop'],
      [20, 'New'],
    ]);
  });

  it('keeps the policy that it has', async () => {
    const core = await open();
    await openSite(core, { ...SHOP, k: 20 });
    const chain = await core.store.statements(1);
    expect(chain.at(-1)?.statement).toMatchObject({
      k: 20,
      controller: 'Shop Ltd',
      services: [{ id: 'films' }],
    });
  });

  it('of an older database gets its first statement, but for archives', async () => {
    const core = await assemble(memoryStore());
    await core.addSite();
    await core.addSite({ slug: 'archive', kind: 'archive', origins: [] });
    expect(await openOldSites(core)).toEqual([]);
    expect((await core.site('shop')).statement).toMatch(/^(?!0{8})[0-9a-f]{8}$/);
    expect((await core.site('archive')).statement).toBe('00000000');
    await openOldSites(core);
    expect(await ids(core)).toHaveLength(1);
  });

  it('is told where its statement says what no longer holds', async () => {
    const core = await open();
    await core.store.saveSite({ ...SHOP, k: 20 });
    core.registry.forget();
    expect((await openOldSites(core)).map(({ slug }) => slug)).toEqual(['shop']);
    expect(await ids(core)).toHaveLength(1);
  });
});
