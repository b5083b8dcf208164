import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { describe, expect, it, onTestFinished } from 'vitest';
import { limitConnections, serverOptions } from './limit-connections.ts';

interface Given {
  readonly connections?: number;
  readonly connectionsPerNetwork?: number;
  readonly silenceMs?: number;
  /** Of each connection, in the order in which they come. */
  readonly networks?: readonly string[];
}

async function open({ networks, ...given }: Given) {
  const app = new Hono();
  app.get('/', (c) => c.text('here'));
  const { server, port } = await new Promise<{ server: ReturnType<typeof serve>; port: number }>(
    (resolve) => {
      const serverGiven = { port: 0, hostname: '127.0.0.1', serverOptions: serverOptions(false) };
      const started = serve({ fetch: app.fetch, ...serverGiven }, (info: AddressInfo) =>
        resolve({ server: started, port: info.port }),
      );
    },
  );
  let turn = 0;
  const bounds = { connections: 100, connectionsPerNetwork: 100, silenceMs: 60_000, ...given };
  limitConnections(server, networks === undefined ? null : () => networks[turn++] ?? '', bounds);
  onTestFinished(() => void server.close());

  const dial = async (): Promise<Socket> => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined); // refused or cut off: what the tests are about
    onTestFinished(() => void socket.destroy());
    await once(socket, 'connect');
    return socket;
  };
  /** The first line of the answer; empty where the connection was closed instead. */
  const ask = async (socket: Socket, head = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'): Promise<string> => {
    socket.write(head);
    const answer = await Promise.race([
      once(socket, 'data').then(([bytes]) => String(bytes)),
      once(socket, 'close').then(() => ''),
    ]);
    return answer.slice(0, answer.indexOf('\r\n'));
  };
  return { dial, ask };
}

const ANSWERED = 'HTTP/1.1 200 OK';

describe('connections', () => {
  it('beyond the ceiling are closed at once, and taken again when others are gone', async () => {
    const { dial, ask } = await open({ connections: 2 });
    const [first, second] = [await dial(), await dial()];
    expect([await ask(first), await ask(second)]).toEqual([ANSWERED, ANSWERED]);
    expect(await ask(await dial())).toBe('');
    first.end();
    await once(first, 'close');
    expect(await ask(await dial())).toBe(ANSWERED);
  });

  it('of one network beyond its ceiling are closed, those of others are not', async () => {
    const { dial, ask } = await open({ connectionsPerNetwork: 1, networks: ['a', 'a', 'b', 'a'] });
    const first = await dial();
    expect(await ask(first)).toBe(ANSWERED);
    expect(await ask(await dial())).toBe('');
    expect(await ask(await dial())).toBe(ANSWERED);
    first.end();
    await once(first, 'close');
    expect(await ask(await dial())).toBe(ANSWERED);
  });

  it('from a proxy are of no network', async () => {
    const { dial, ask } = await open({ connectionsPerNetwork: 1 });
    expect([await ask(await dial()), await ask(await dial())]).toEqual([ANSWERED, ANSWERED]);
  });

  it('on which nothing is said are closed', async () => {
    const { dial } = await open({ silenceMs: 20 });
    await once((await dial()).resume(), 'close');
  });
});

describe('a head', () => {
  it.each([
    { what: 'an address', head: (bytes: number) => `GET /${'a'.repeat(bytes)} HTTP/1.1\r\nHost: x\r\n\r\n` },
    {
      what: 'a header',
      head: (bytes: number) => `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(bytes)}\r\n\r\n`,
    },
    {
      what: 'many headers',
      head: (bytes: number) => `GET / HTTP/1.1\r\nHost: x\r\n${'X: aa\r\n'.repeat(bytes / 7)}\r\n`,
    },
  ])('of more than 16 KiB, for $what, is answered 431', async ({ head }) => {
    const { dial, ask } = await open({});
    expect(await ask(await dial(), head(16 * 1024))).toBe('HTTP/1.1 431 Request Header Fields Too Large');
    expect(await ask(await dial(), head(1024))).not.toContain('431');
  });
});
