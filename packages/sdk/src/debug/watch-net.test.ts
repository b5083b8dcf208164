import { describe, expect, it, vi } from 'vitest';
import { type Net, watchNet } from './watch-net.ts';

const URL = 'https://stats.example/v1/collect';

function watch({ status = 204, isDry = false, isDown = false } = {}) {
  const changes = vi.fn();
  const fetch = vi.fn(async () => {
    if (isDown) throw new TypeError('Failed to fetch');
    return new Response(null, { status });
  });
  const sendBeacon = vi.fn(() => true);
  const real = { fetch, Request, navigator: { sendBeacon, onLine: false } } as Net;
  const watched = watchNet(real, isDry, () => 1_000, changes);
  return { ...watched, fetch, sendBeacon, changes };
}

describe('a body that goes out', () => {
  it('is on its way until it is answered', async () => {
    const { net, tripOf, changes } = watch();
    const sending = net.fetch(URL, { method: 'POST', body: 'a' });
    expect(tripOf('a')).toEqual({ at: 1_000, answer: null });
    expect((await sending).status).toBe(204);
    expect(tripOf('a')).toEqual({ at: 1_000, answer: 204 });
    expect(changes).toHaveBeenCalledTimes(2);
  });

  it('is passed on as it is', async () => {
    const { net, fetch } = watch();
    await net.fetch(URL, { method: 'POST', body: 'a', keepalive: true });
    expect(fetch.mock.calls).toEqual([[URL, { method: 'POST', body: 'a', keepalive: true }]]);
  });

  it('has failed where there is no connection, for the sender to hear', async () => {
    const { net, tripOf } = watch({ isDown: true });
    await expect(net.fetch(URL, { body: 'a' })).rejects.toThrow(TypeError);
    expect(tripOf('a')).toEqual({ at: 1_000, answer: 'failed' });
    expect(net.navigator.onLine).toBe(false);
  });

  it('is never answered as a beacon', () => {
    const { net, tripOf, sendBeacon } = watch();
    expect(net.navigator.sendBeacon(URL, 'a')).toBe(true);
    expect(sendBeacon).toHaveBeenCalledWith(URL, 'a');
    expect(tripOf('a')).toEqual({ at: 1_000, answer: null });
  });

  it('is not known before', () => {
    expect(watch().tripOf('a')).toBeUndefined();
  });
});

describe('a dry run', () => {
  it('sends nothing, and says to the transport that all of it arrived', async () => {
    const { net, tripOf, fetch, sendBeacon } = watch({ isDry: true });
    expect((await net.fetch(URL, { body: 'a' })).status).toBe(204);
    expect(net.navigator.sendBeacon(URL, 'b')).toBe(true);
    expect([tripOf('a')?.answer, tripOf('b')?.answer]).toEqual(['dry', 'dry']);
    expect(fetch).not.toHaveBeenCalled();
    expect(sendBeacon).not.toHaveBeenCalled();
  });
});
