import { describe, expect, it } from 'vitest';
import { createApi } from './client.ts';

const answer = (status: number, body: unknown) => async () => new Response(JSON.stringify(body), { status });

describe('the api', () => {
  it('reads the user, or that there is none', async () => {
    expect(await createApi(answer(200, null)).getUser()).toBeNull();
    const user = { name: 'Ada', email: 'ada@store.example' };
    expect(await createApi(answer(200, { session: {}, user })).getUser()).toEqual(user);
  });

  it('leaves the total out of the slices', async () => {
    expect(await createApi(answer(200, { slices: ['*', 'device:phone'] })).getSlices('store')).toEqual([
      'device:phone',
    ]);
  });

  it('sends email and password as JSON', async () => {
    const sent: [string, RequestInit | undefined][] = [];
    const api = createApi(async (url, init) => {
      sent.push([url, init]);
      return new Response('{}');
    });
    await api.signIn('ada@store.example', 'secret');
    expect(sent[0]?.[0]).toBe('/api/auth/sign-in/email');
    expect(sent[0]?.[1]).toMatchObject({
      method: 'POST',
      body: '{"email":"ada@store.example","password":"secret"}',
    });
  });

  it.each([
    { status: 401, body: {}, kind: 'signed-out' },
    { status: 404, body: {}, kind: 'missing' },
    { status: 400, body: { title: 'from must not be after to' }, kind: 'refused' },
    { status: 500, body: 'not a problem document', kind: 'refused' },
  ])('tells an answer $status as $kind', async ({ status, body, kind }) => {
    await expect(createApi(answer(status, body)).getSites()).rejects.toMatchObject({ kind });
  });

  it('tells a site without statements from one whose statements cannot be had', async () => {
    const list = { statements: [], current: 'c9f1d2a4' };
    expect(await createApi(answer(200, list)).getStatements('store')).toEqual(list);
    expect(await createApi(answer(404, {})).getStatements('store')).toBeNull();
    await expect(createApi(answer(500, {})).getStatements('store')).rejects.toMatchObject({
      kind: 'refused',
    });
  });

  it('repeats what the collector says is wrong', async () => {
    const refusal = { title: 'Bad request', field: 'from', rule: 'must not be after to' };
    await expect(createApi(answer(400, refusal)).getSites()).rejects.toThrow(
      'Bad request: from must not be after to',
    );
  });

  it('tells a network that is down as unreachable, and keeps the cause', async () => {
    const cause = new TypeError('network');
    await expect(createApi(() => Promise.reject(cause)).getSites()).rejects.toMatchObject({
      kind: 'unreachable',
      cause,
    });
  });
});
