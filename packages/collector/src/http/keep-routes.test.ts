import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTestApp } from '../../test/app.ts';
import { exported, linesOf, pastShop } from '../../test/exported.ts';
import { temporaryFolder } from '../../test/temporary.ts';
import { checkExport } from '../keep/check-export.ts';

async function open() {
  const core = await pastShop(join(temporaryFolder(), 'holloway.sqlite'));
  const { app, get, reported } = createTestApp(core);
  const erase = (body: unknown, who = 'owner', site = 'shop') =>
    app.request(`/v1/sites/${site}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${who}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  return { core, get, erase, reported };
}

/** After everything that waits for nothing but its turn. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('GET /v1/sites/{site}/export', { timeout: 30_000 }, () => {
  it('answers the whole file, to whoever may add and erase sites', async () => {
    const { core, get } = await open();
    const answer = await get('/v1/sites/shop/export');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="shop.holloway.ndjson"');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const text = await answer.text();
    expect(text).toBe(await exported(core));
    expect((await checkExport(linesOf(text))).ok).toBe(true);
  });

  it('answers nobody who may only read', async () => {
    const { get } = await open();
    expect((await get('/v1/sites/shop/export', 'reader')).status).toBe(403);
    expect((await get('/v1/sites/shop/export', 'nobody')).status).toBe(401);
    expect((await get('/v1/sites/none/export')).status).toBe(404);
  });

  it('breaks off where the site is erased meanwhile', async () => {
    const { core, get, reported } = await open();
    const answer = await get('/v1/sites/shop/export');
    await core.store.eraseSite((await core.site('shop')).id);
    core.registry.forget();
    await expect(answer.text()).rejects.toThrow('export again');
    expect(reported).toHaveLength(1);
  });
});

describe('GET /v1/sites/{site}/export, broken off by whoever reads it', { timeout: 30_000 }, () => {
  it.each([
    { parts: 1, when: 'after the first part' },
    { parts: 0, when: 'before it' },
  ])('$when, ends there, and is no error', async ({ parts }) => {
    const { get, reported } = await open();
    const reader = (await get('/v1/sites/shop/export')).body?.getReader();
    for (let i = 0; i < parts; i += 1) expect((await reader?.read())?.done).toBe(false);
    // While the next part is being made.
    await reader?.cancel();
    await settled();
    expect(reported).toEqual([]);
  });

  it('is told where it fails by itself', async () => {
    const { core, get, reported } = await open();
    const reader = (await get('/v1/sites/shop/export')).body?.getReader();
    await reader?.read();
    await core.store.close();
    await expect(reader?.read().then(() => reader?.read())).rejects.toThrow();
    expect(reported).toHaveLength(1);
  });
});

describe('DELETE /v1/sites/{site}', { timeout: 30_000 }, () => {
  it('erases the site, and says whose grants named it', async () => {
    const { core, get, erase } = await open();
    const { id } = await core.site('shop');
    const answer = await erase({ site: 'shop' });
    expect([answer.status, await answer.json()]).toEqual([
      202,
      { people: 0, keys: 0, revoked: 0, shares: 0 },
    ]);
    expect((await get('/v1/sites/shop/reports/overview')).status).toBe(404);
    // Behind what the answer began.
    await core.retainer.clear(false);
    expect(await core.store.sealedAfter(id, null, 1)).toEqual([]);
  });

  it('wants its id once more', async () => {
    const { core, erase } = await open();
    for (const body of [{}, { site: 'other' }, { site: 1 }, 'shop', null]) {
      const answer = await erase(body);
      expect([answer.status, await answer.json()]).toEqual([400, expect.objectContaining({ status: 400 })]);
    }
    expect((await core.site('shop')).slug).toBe('shop');
  });

  it('is for those who may add sites', async () => {
    const { core, erase } = await open();
    expect((await erase({ site: 'shop' }, 'reader')).status).toBe(403);
    expect((await erase({ site: 'shop' }, 'nobody')).status).toBe(401);
    expect((await erase({ site: 'none' }, 'owner', 'none')).status).toBe(404);
    expect((await core.site('shop')).slug).toBe('shop');
  });
});
