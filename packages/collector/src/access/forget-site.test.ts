import { describe, expect, it } from 'vitest';
import { openTestAccess, PASSWORD } from '../../test/access.ts';
import { found } from '../../test/canary.ts';

async function staff() {
  const { access } = await openTestAccess();
  const person = { password: PASSWORD, role: 'merchandiser' } as const;
  await access.addUser({ ...person, email: 'owner@shop.example', role: 'owner' });
  await access.addUser({ ...person, email: 'all@shop.example', sites: 'all' });
  await access.addUser({ ...person, email: 'both@shop.example', sites: ['shop', 'outlet'] });
  await access.addUser({ ...person, email: 'one@shop.example', sites: ['shop'] });
  await access.addUser({ ...person, email: 'other@shop.example', sites: ['outlet'] });
  const keys = {
    all: await access.addKey({ name: 'all', permissions: ['read'], sites: 'all' }),
    both: await access.addKey({ name: 'both', permissions: ['read', 'import'], sites: ['shop', 'outlet'] }),
    one: await access.addKey({ name: 'one', permissions: ['read'], sites: ['shop'] }),
  };
  return { access, keys };
}

describe('a site that is erased', () => {
  it('is taken out of what people and keys may see, and no other is', async () => {
    const { access } = await staff();
    expect(await access.forgetSite('shop')).toEqual({ people: 2, keys: 1, revoked: 1, shares: 0 });
    const people = (await access.listUsers()).map(({ email, sites }) => [email.split('@')[0], sites]);
    expect(Object.fromEntries(people)).toEqual({
      owner: 'all',
      all: 'all',
      both: ['outlet'],
      one: [],
      other: ['outlet'],
    });
    expect(
      (await access.listKeys()).map(({ name, permissions, sites }) => [name, permissions, sites]),
    ).toEqual([
      ['all', ['read'], 'all'],
      ['both', ['read', 'import'], ['outlet']],
    ]);
  });

  it('revokes the key that held for it alone, so that it does not hold for a later one of the name', async () => {
    const { access, keys } = await staff();
    const callerOf = (key: string) => access.caller(new Headers({ authorization: `Bearer ${key}` }));
    expect((await callerOf(keys.one))?.grant.sites).toEqual(['shop']);
    await access.forgetSite('shop');
    expect(await callerOf(keys.one)).toBeNull();
    expect((await callerOf(keys.both))?.grant).toEqual({
      permissions: ['read', 'import'],
      sites: ['outlet'],
    });
  });

  it('that nobody could see changes nothing', async () => {
    const { access } = await staff();
    expect(await access.forgetSite('unknown')).toEqual({ people: 0, keys: 0, revoked: 0, shares: 0 });
    expect(await access.listKeys()).toHaveLength(3);
  });

  it('takes the links to its views along, and leaves nothing of them in the file', async () => {
    const { access, folder } = await openTestAccess();
    await access.addUser({ email: 'owner@shop.example', password: PASSWORD, role: 'owner' });
    const { id: author } = await access.userNamed('owner@shop.example');
    const share = { author, days: null, expiresIn: 1, name: 'link' };
    for (const site of ['shop', 'outlet'])
      await access.addShare({ ...share, site, view: { name: `Canary ${site}`, address: `#/${site}/` } });
    expect(await access.forgetSite('shop')).toEqual({ people: 0, keys: 0, revoked: 0, shares: 1 });
    expect([await access.listShares('shop'), await access.listShares('outlet')]).toMatchObject([
      [],
      [{ site: 'outlet' }],
    ]);
    expect(found(folder, 'Canary shop')).toEqual({});
    expect(found(folder, 'Canary outlet')).not.toEqual({});
  });
});
