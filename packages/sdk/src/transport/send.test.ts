import { describe, expect, it, vi } from 'vitest';
import { createSend } from './send.ts';

const URL_OF_COLLECTOR = 'https://stats.example/v1/collect';

class Modern {
  get keepalive(): boolean {
    return true;
  }
}
class Old {}

function sendAgainst(answer: () => Response, Request: unknown, later = (work: () => void) => work()) {
  const fetch = vi.fn(async () => answer());
  const sendBeacon = vi.fn(() => true);
  const navigator = { sendBeacon, onLine: true };
  const globals = { fetch, navigator, Request } as unknown as Parameters<typeof createSend>[0];
  const send = createSend(globals, URL_OF_COLLECTOR, new AbortController().signal, later);
  return { send, fetch, sendBeacon, navigator };
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

  it('is counted by 204', async () => {
    expect(await sendAgainst(status(204), Modern).send('{}', false)).toBe('counted');
  });

  it.each([400, 403, 404, 413, 415])('is refused for good by %i', async (code) => {
    expect(await sendAgainst(status(code), Modern).send('{}', false)).toBe('refused');
  });

  it.each([429, 500, 503])('is to be repeated after %i', async (code) => {
    expect(await sendAgainst(status(code), Modern).send('{}', false)).toBe(0);
  });

  it('says how long the collector wants to be left alone', async () => {
    const { send } = sendAgainst(status(503, { 'Retry-After': '30' }), Modern);
    expect(await send('{}', false)).toBe(30_000);
  });

  it('does not read dates, which the collector does not send', async () => {
    const { send } = sendAgainst(status(503, { 'Retry-After': 'Fri, 27 Nov 2026 09:00:00 GMT' }), Modern);
    expect(await send('{}', false)).toBe(0);
  });

  const broken = () => {
    throw new TypeError('Failed to fetch');
  };

  it('is to be repeated where there is no connection, or no room for another that outlives the page', async () => {
    expect(await sendAgainst(broken, Modern).send('{}', false)).toBe(0);
  });

  it('hears of a broken connection only where the page is still there a second later', async () => {
    const waiting: (() => void)[] = [];
    const { send } = sendAgainst(broken, Modern, (work) => waiting.push(work));
    const heard = vi.fn();
    const answer = send('{}', false).then(heard);
    await Promise.resolve();
    expect(heard).not.toHaveBeenCalled();
    for (const work of waiting) work();
    await answer;
    expect(heard).toHaveBeenCalledWith(0);
  });

  it('tells a browser that is offline from a collector that is down', async () => {
    const { send, navigator } = sendAgainst(broken, Modern);
    navigator.onLine = false;
    expect(await send('{}', false)).toBe('offline');
  });

  it('is tried where the browser says that it is offline: a shop on the same machine can be reached', async () => {
    const { send, navigator } = sendAgainst(status(204), Modern);
    navigator.onLine = false;
    expect(await send('{}', false)).toBe('counted');
  });

  it('takes a beacon only where nothing else outlives the page, and cannot tell what became of it', async () => {
    const old = sendAgainst(status(204), Old);
    expect(await old.send('{}', true)).toBe('unheard');
    expect(old.sendBeacon).toHaveBeenCalledWith(URL_OF_COLLECTOR, '{}');
    expect(old.fetch).not.toHaveBeenCalled();

    expect(await old.send('{}', false)).toBe('counted');
    expect(old.sendBeacon).toHaveBeenCalledTimes(1);
  });
});
