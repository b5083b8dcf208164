import { describe, expect, it, vi } from 'vitest';
import { openTestAccess, PASSWORD } from '../../test/access.ts';
import { found } from '../../test/canary.ts';

const ASKED = {
  name: 'For the agency',
  site: 'shop',
  view: { name: 'Kettles', address: '#/shop/pages' },
  days: { from: '2026-11-01', to: '2026-11-07' },
  expiresIn: 30,
};

async function open() {
  const opened = await openTestAccess();
  const { access } = opened;
  await access.addUser({ email: 'owner@shop.example', password: PASSWORD, role: 'owner' });
  await access.addUser({
    email: 'mira@shop.example',
    password: PASSWORD,
    role: 'merchandiser',
    sites: ['shop'],
  });
  const mira = await access.userNamed('mira@shop.example');
  const share = (more: object = {}) => access.addShare({ ...ASKED, author: mira.id, ...more });
  const callerOf = (token: string) => access.caller(new Headers({ authorization: `Bearer ${token}` }));
  return { ...opened, mira, share, callerOf };
}

describe('a link to a view', { timeout: 30_000 }, () => {
  it('is somebody of its own kind, who may read the one site, and what it shows', async () => {
    const { share, callerOf } = await open();
    const { token, url, share: made } = await share();
    expect(url).toBe(`https://analytics.shop.example/#/shared/${token}`);
    expect(token).toMatch(/^hws_[A-Za-z]{64}$/);
    expect(await callerOf(token)).toEqual({
      kind: 'share',
      id: made.id,
      name: 'For the agency',
      grant: { permissions: ['read'], sites: ['shop'] },
      share: { site: 'shop', view: ASKED.view, days: ASKED.days, expires: made.expires },
    });
  });

  it('is listed with its site, and is no key of a program', async () => {
    const { access, mira, share } = await open();
    const { share: made } = await share();
    await share({ site: 'outlet' });
    expect(await access.listShares('shop')).toEqual([
      { ...made, author: mira.id, site: 'shop', lastUsed: null, name: 'For the agency' },
    ]);
    expect(await access.listKeys()).toEqual([]);
    await expect(access.revokeKey(made.id)).rejects.toMatchObject({ code: 'unknown_key' });
  });

  it('is kept as a hash', async () => {
    const { folder, share } = await open();
    const { token } = await share();
    expect(found(folder, token)).toEqual({});
  });

  it('tells the day it was last used', async () => {
    const { access, share, callerOf } = await open();
    const { token } = await share();
    await callerOf(token);
    expect((await access.listShares('shop'))[0]?.lastUsed).toBe(new Date().toISOString().slice(0, 10));
  });

  it('opens nothing once it is revoked, which needs its site', async () => {
    const { access, share, callerOf } = await open();
    const { token, share: made } = await share();
    await access.revokeShare('outlet', made.id);
    expect(await callerOf(token)).not.toBeNull();
    await access.revokeShare('shop', made.id);
    expect([await callerOf(token), await access.listShares('shop')]).toEqual([null, []]);
  });

  it('opens nothing once its maker may not read the site', async () => {
    const { access, mira, share, callerOf } = await open();
    const { token } = await share();
    await access.changeUser(mira.id, { sites: ['outlet'] });
    expect(await callerOf(token)).toBeNull();
    await access.changeUser(mira.id, { sites: ['shop'] });
    expect(await callerOf(token)).not.toBeNull();
    await access.changeUser(mira.id, { role: 'auditor' });
    expect(await callerOf(token)).toBeNull();
  });

  it('goes with its maker', async () => {
    const { access, mira, share, callerOf } = await open();
    const { token } = await share();
    await access.removeUser(mira.id);
    expect([await callerOf(token), await access.listShares('shop')]).toEqual([null, []]);
  });

  it('ends with its time', async () => {
    const { access, clock, share, callerOf } = await open();
    const { token, share: made } = await share({ expiresIn: 2 });
    const days = (Date.parse(made.expires) - Date.now()) / 86_400_000;
    expect(Math.round(days * 100) / 100).toBe(2);
    vi.useFakeTimers({ now: Date.parse(made.expires) + 1, toFake: ['Date'] });
    try {
      clock.ms = Date.now();
      expect([await access.listShares('shop'), await callerOf(token)]).toEqual([[], null]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('is taken away when that is over', async () => {
    const { access, clock, share } = await open();
    const { share: made } = await share();
    const before = clock.ms;
    await access.tidy();
    expect(await access.listShares('shop')).toHaveLength(1);
    clock.ms = Date.parse(made.expires);
    await access.tidy();
    clock.ms = before;
    expect(await access.listShares('shop')).toEqual([]);
  });

  it.each([0, 91, 1.5, -1, Number.NaN])('is not made for %s days', async (expiresIn) => {
    const { share } = await open();
    await expect(share({ expiresIn })).rejects.toMatchObject({ code: 'share_days' });
  });

  it.each(['', 'x'.repeat(65)])('is not made under the name %j', async (name) => {
    const { share } = await open();
    await expect(share({ name })).rejects.toMatchObject({ code: 'name_length' });
  });

  it('is one of 200 of a site at most', { timeout: 60_000 }, async () => {
    const { access, share } = await open();
    for (let i = 0; i < 200; i++) await share();
    await expect(share()).rejects.toMatchObject({ code: 'share_room' });
    await share({ site: 'outlet' });
    expect(await access.listShares('shop')).toHaveLength(200);
  });

  it.each(['', 'hws_', `hws_${'x'.repeat(64)}`, `hw_${'x'.repeat(64)}`])(
    'is not made up: %j is nobody',
    async (token) => {
      const { callerOf } = await open();
      expect(await callerOf(token)).toBeNull();
    },
  );
});
