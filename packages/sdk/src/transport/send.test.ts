import { describe, expect, it, vi } from 'vitest';
import { createSend } from './send.ts';

const URL_OF_COLLECTOR = 'https://stats.example/v1/collect';

class Modern {
  get keepalive(): boolean {
    return true;
  }
}
class Old {}

function sendAgainst(answer: () => Response, Request: unknown) {
  const fetch = vi.fn(async () => answer());
  const sendBeacon = vi.fn(() => true);
  const globals = { fetch, navigator: { sendBeacon }, Request } as unknown as Parameters<
    typeof createSend
  >[0];
  return { send: createSend(globals, URL_OF_COLLECTOR, new AbortController().signal), fetch, sendBeacon };
}

const status =
  (code: number, headers: Record<string, string> = {}) =>
  () =>
    new Response(null, { status: code, headers });

describe('sending', () => {
  it('outlives the page and carries neither cookies nor the referrer', async () => {
    const { send, fetch } = sendAgainst(status(204), Modern);
    await send('{}', true);
    expect(fetch).toHaveBeenCalledWith(URL_OF_COLLECTOR, {
      method: 'POST',
      body: '{}',
      keepalive: true,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: expect.any(AbortSignal),
    });
  });

  it.each([204, 400, 403, 404, 413, 415])('is settled by %i', async (code) => {
    expect(await sendAgainst(status(code), Modern).send('{}', false)).toBeNull();
  });

  it.each([429, 500, 503])('is to be repeated after %i', async (code) => {
    expect(await sendAgainst(status(code), Modern).send('{}', false)).toBe(0);
  });

  it('says how long the collector wants to be left alone', async () => {
    const { send } = sendAgainst(status(503, { 'Retry-After': '30' }), Modern);
    expect(await send('{}', false)).toBe(30_000);
  });

  it('is to be repeated where there is no connection', async () => {
    const { send } = sendAgainst(() => {
      throw new TypeError('Failed to fetch');
    }, Modern);
    expect(await send('{}', false)).toBe(0);
  });

  it('takes a beacon only where nothing else outlives the page, and cannot tell what became of it', async () => {
    const old = sendAgainst(status(204), Old);
    expect(await old.send('{}', true)).toBe(0);
    expect(old.sendBeacon).toHaveBeenCalledWith(URL_OF_COLLECTOR, '{}');
    expect(old.fetch).not.toHaveBeenCalled();

    expect(await old.send('{}', false)).toBeNull();
    expect(old.sendBeacon).toHaveBeenCalledTimes(1);
  });
});
