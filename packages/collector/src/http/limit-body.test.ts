import { EventEmitter } from 'node:events';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hungUp, limitBody, longestSending } from './limit-body.ts';

/** What a server hands on of a request whose body is still to come. */
class Incoming extends EventEmitter {
  complete = false;
  destroyed = false;
  destroy(): void {
    this.destroyed = true;
  }
}

const open = (maxSize: number) => {
  const app = new Hono();
  app.post('/', limitBody(maxSize), async (c) => c.text(await c.req.text()));
  return app;
};

const post = (body: BodyInit, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  body,
  headers,
  ...(typeof body === 'string' ? {} : { duplex: 'half' }),
});

const chunks = (...texts: readonly string[]): ReadableStream =>
  new ReadableStream({
    start(controller) {
      for (const text of texts) controller.enqueue(new TextEncoder().encode(text));
      controller.close();
    },
  });

describe('a body', () => {
  it('may be as long as it may be, declared or in chunks', async () => {
    const app = open(4);
    expect(await (await app.request('/', post('four', { 'content-length': '4' }))).text()).toBe('four');
    expect(await (await app.request('/', post(chunks('fo', 'ur')))).text()).toBe('four');
  });

  it('of a byte more is answered 413, declared or in chunks', async () => {
    const app = open(4);
    expect((await app.request('/', post('fiver', { 'content-length': '5' }))).status).toBe(413);
    expect((await app.request('/', post(chunks('fiv', 'er')))).status).toBe(413);
  });
});

describe('a body that does not come', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const send = (incoming: Incoming) =>
    open(20_000).request('/', post('', { 'content-length': '0' }), { incoming });

  it('is waited for ten seconds, and a second for every 20 KB that it may have', async () => {
    expect(longestSending(20_000)).toBe(11_000);
    const incoming = new Incoming();
    await send(incoming);
    vi.advanceTimersByTime(10_999);
    expect(incoming.destroyed).toBe(false);
    vi.advanceTimersByTime(1);
    expect(incoming.destroyed).toBe(true);
  });

  it.each(['end', 'close'])('is no matter after its %s', async (event) => {
    const incoming = new Incoming();
    await send(incoming);
    incoming.emit(event);
    vi.advanceTimersByTime(60_000);
    expect([incoming.destroyed, vi.getTimerCount()]).toEqual([false, 0]);
  });

  it('is not waited for where it is there already', async () => {
    const incoming = new Incoming();
    incoming.complete = true;
    await send(incoming);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('somebody who is gone before they had sent all', () => {
  it.each([
    { complete: false, destroyed: true, gone: true },
    { complete: false, destroyed: false, gone: false },
    // Closed after the last byte, as every connection is.
    { complete: true, destroyed: true, gone: false },
  ])('is told by what became of the connection: %o', async ({ complete, destroyed, gone }) => {
    const app = new Hono();
    app.get('/', (c) => c.json(hungUp(c)));
    const incoming = Object.assign(new Incoming(), { complete, destroyed });
    expect(await (await app.request('/', {}, { incoming })).json()).toBe(gone);
    expect(await (await app.request('/')).json()).toBe(false);
  });
});
