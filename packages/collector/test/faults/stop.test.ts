/** From the signal on, whoever asks whether to send work here is told no; what was sent is answered and counted. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { temporaryData } from './data.ts';
import { prepareFolder, startServing } from './serving.ts';

/** A question of which the last line is still to come, so that the connection is one with a request under way. */
async function begin(url: string, head: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.write(`${head}\r\nHost: ${hostname}\r\nConnection: close\r\n`);
  await once(socket, 'connect');
  return socket;
}

const READY = 'GET /readyz HTTP/1.1';

it('a collector that is told to stop says so at /readyz until its server is closed', {
  timeout: 60_000,
}, async () => {
  const folder = temporaryData();
  await prepareFolder(folder);
  const serving = await startServing(folder, { env: { HOLLOWAY_LOG: 'json' } });
  try {
    const first = await begin(serving.url, READY);
    const second = await begin(serving.url, READY);
    const health = await begin(serving.url, 'GET /healthz HTTP/1.1');
    // Taken in the order in which they come: once this one is answered, the others are known.
    const before = await begin(serving.url, READY);
    const finish = (socket: Socket): Promise<string> => {
      socket.write('\r\n');
      return text(socket);
    };
    expect(await finish(before)).toMatch(/^HTTP\/1\.1 200 /);

    const ended = serving.kill('SIGTERM');
    await serving.said('"event":"stopping"');
    for (const balancer of [first, second]) {
      const answer = await finish(balancer);
      expect(answer).toMatch(/^HTTP\/1\.1 503 /);
      expect(answer).toMatch(/^Retry-After: 5\r$/im);
    }
    await expect(fetch(`${serving.url}/readyz`)).rejects.toThrow();
    expect(await finish(health)).toMatch(/^HTTP\/1\.1 200 /);
    expect(await ended).toEqual({ code: 0, signal: null });
  } finally {
    await serving.kill('SIGKILL');
  }
});
