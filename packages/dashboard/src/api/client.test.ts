import { describe, expect, it } from 'vitest';
import { createApi } from './client.ts';

const answer = (status: number, body: unknown) => async () => new Response(JSON.stringify(body), { status });

describe('the api', () => {
  it('asks for the account of whoever is signed in, and for none where nobody is', async () => {
    const asked: string[] = [];
    const api = (session: unknown) =>
      createApi(async (url) => {
        asked.push(url);
        return new Response(JSON.stringify(url === '/v1/account' ? { role: 'owner' } : session));
      });
    expect(await api(null).getAccount()).toBeNull();
    expect(await api({ user: {} }).getAccount()).toEqual({ role: 'owner' });
    expect(asked).toEqual(['/api/auth/get-session', '/api/auth/get-session', '/v1/account']);
  });

  it('leaves the total out of the slices', async () => {
    expect(await createApi(answer(200, { slices: ['*', 'device:phone'] })).getSlices('store')).toEqual([
      'device:phone',
    ]);
  });

  it('sends what is to be changed as JSON, and takes an answer without a body', async () => {
    const sent: [string, RequestInit | undefined][] = [];
    const api = createApi(async (url, init) => {
      sent.push([url, init]);
      return new Response(null, { status: 204 });
    });
    expect(await api.send('PATCH', '/v1/account', { name: 'Ada' })).toBeUndefined();
    expect(sent[0]?.[0]).toBe('/v1/account');
    expect(sent[0]?.[1]).toMatchObject({ method: 'PATCH', body: '{"name":"Ada"}' });
  });

  it.each([
    { status: 401, body: {}, kind: 'signed-out' },
    {
      status: 401,
      body: { title: 'Sign in', field: 'code', rule: 'must be that of the app' },
      kind: 'refused',
    },
    { status: 403, body: { title: 'Not allowed' }, kind: 'forbidden' },
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

  it('says when the session has ended, and of no other refusal', async () => {
    let ended = 0;
    const onSignedOut = () => {
      ended += 1;
    };
    await expect(createApi(answer(403, {}), { onSignedOut }).getSites()).rejects.toThrow('403');
    expect(ended).toBe(0);
    await expect(createApi(answer(401, {}), { onSignedOut }).getSites()).rejects.toThrow('401');
    expect(ended).toBe(1);
  });

  it('keeps which field is at fault, and when to try again', async () => {
    const refusal = { title: 'Too many requests', field: 'password', rule: 'must wait' };
    const api = createApi(
      async () => new Response(JSON.stringify(refusal), { status: 429, headers: { 'retry-after': '15' } }),
    );
    await expect(api.getSites()).rejects.toMatchObject({
      refusal: { status: 429, field: 'password', rule: 'must wait', waitSeconds: 15 },
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

  it('asks with the token of a link in a header, and without the cookie of whoever is signed in', async () => {
    const sent: [string, RequestInit | undefined][] = [];
    const api = createApi(
      async (url, init) => {
        sent.push([url, init]);
        return new Response('a,b');
      },
      { token: 'hws_secret' },
    );
    expect(await (await api.getFile('/v1/sites/shop/reports/pages?format=csv')).text()).toBe('a,b');
    expect(sent).toEqual([
      [
        '/v1/sites/shop/reports/pages?format=csv',
        { credentials: 'omit', headers: { authorization: 'Bearer hws_secret' } },
      ],
    ]);
  });
});
