import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { describe, expect, it, onTestFinished } from 'vitest';
import { closeServer } from './close-server.ts';

/** A server whose `/slow` is answered when the test says so. */
async function open() {
  let answer = (): void => undefined;
  const asked = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const app = new Hono();
  app.get('/quick', (c) => c.text('done'));
  app.get('/slow', async (c) => {
    await asked;
    return c.text('done');
  });
  const { server, port } = await new Promise<{ server: ReturnType<typeof serve>; port: number }>(
    (resolve) => {
      const started = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info: AddressInfo) =>
        resolve({ server: started, port: info.port }),
      );
    },
  );
  const dial = (): Socket => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined); // cut off: what the test is about
    socket.resume();
    onTestFinished(() => void socket.destroy());
    return socket;
  };
  return { server, url: `http://127.0.0.1:${port}`, answer: () => answer(), dial };
}

const FOREVER_MS = 2 ** 30;

describe('a server that is closed', () => {
  it('answers what is under way, and takes nothing new', async () => {
    const { server, url, answer } = await open();
    await fetch(`${url}/quick`);
    const slow = fetch(`${url}/slow`);
    await once(server, 'request');
    const closed = closeServer(server, FOREVER_MS);
    await expect(fetch(`${url}/quick`, { headers: { connection: 'close' } })).rejects.toThrow();
    answer();
    expect(await (await slow).text()).toBe('done');
    await closed;
  });

  it('does not wait for connections that are kept open without a request', async () => {
    const { server, url, dial } = await open();
    const idle = dial();
    idle.write('GET /quick HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(idle, 'data');
    expect(url).toMatch(/^http/);
    await closeServer(server, FOREVER_MS);
  });

  it('cuts off whoever sends without end, when the time is over', async () => {
    const { server, dial } = await open();
    const endless = dial();
    await once(endless, 'connect');
    endless.write('GET /quick HTTP/1.1\r\nHost: x\r\nX-Half: ');
    const cut = once(endless, 'close');
    await closeServer(server, 100);
    await cut;
  });
});
