import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { dayNumber } from '@holloway/protocol';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../../test/temporary.ts';
import { siteAdd } from '../cli/site.ts';
import { withCore } from '../cli/with-core.ts';
import { startCollector } from '../collector.ts';
import { readConfig } from '../config.ts';
import { signatureOf } from './signature.ts';

const MONDAY_9 = Date.parse('2026-11-23T09:00:00Z');
const SECRET = 'a secret';

/** What a program on this machine gets first. */
async function startReceiver() {
  let take = (_: { readonly signature: unknown; readonly body: string }): void => undefined;
  const got = new Promise<{ readonly signature: unknown; readonly body: string }>((resolve) => {
    take = resolve;
  });
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      response.writeHead(204).end();
      take({ signature: request.headers['holloway-signature'], body });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { got, address: `http://127.0.0.1:${port}/hook` };
}

it('a collector that starts after the hour sends what is due, and has written that down when it stops', async () => {
  const { got, address } = await startReceiver();
  const folder = temporaryFolder();
  const terminal = { out: () => undefined, progress: () => undefined };
  await siteAdd(folder, 'shop', { origin: ['http://localhost:3000'], kind: 'test' }, terminal);
  await withCore(folder, async ({ store, sealer }) => {
    await sealer.sealThrough('shop', dayNumber('2026-11-22'));
    const plan = { on: true, weekday: 1, hour: 8, language: 'en', people: [] } as const;
    await store.saveDigest(1, () => ({
      plan: { ...plan, webhook: { address, secret: SECRET } },
      week: null,
    }));
  });
  const said: unknown[] = [];
  const collector = await startCollector(
    readConfig({ HOLLOWAY_DATA: folder, HOLLOWAY_WEBHOOK_PRIVATE: '1', PORT: '0' }),
    {
      clock: { now: () => MONDAY_9 },
      report: (error) => said.push(error),
      warn: (message) => said.push(message),
    },
  );
  const { signature, body } = await got;
  await collector.stop();
  expect(JSON.parse(body)).toMatchObject({
    kind: 'weekly-digest',
    test: false,
    week: { from: '2026-11-16' },
  });
  expect(signature).toBe(signatureOf(SECRET, MONDAY_9 / 1000, body));
  await withCore(folder, async ({ store }) => {
    expect(await store.deliveries(1)).toMatchObject([{ receiver: 'webhook', state: 'sent', attempts: 1 }]);
  });
  expect(said).toEqual([]);
});
