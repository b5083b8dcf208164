import { dayAt } from '@holloway/protocol';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startCollector } from '../src/collector.ts';
import { readConfig } from '../src/config.ts';
import { addSite } from '../src/site/add-site.ts';
import { batchOf, declared, SHOP } from './core.ts';
import { temporaryFolder } from './temporary.ts';

const PAGES = Array.from({ length: 1_500 }, (_, i) => `/${i}`);

/** A collector as it is started, with these settings. */
async function start(env: { readonly [name: string]: string }) {
  const warnings: string[] = [];
  const collector = await startCollector(
    readConfig({ PORT: '0', HOLLOWAY_DATA: temporaryFolder(), HOLLOWAY_RATE_PER_NETWORK: '0', ...env }),
    {
      clock: { now: Date.now },
      report: (error) => {
        throw error;
      },
      warn: (message) => warnings.push(message),
    },
  );
  onTestFinished(() => collector.stop());
  await addSite(collector.core, SHOP, declared('page', ...PAGES));
  const send = async (pages: readonly string[]): Promise<Response> =>
    fetch(`${collector.url}/v1/collect`, {
      method: 'POST',
      headers: {
        'content-type': 'text/plain',
        origin: 'https://shop.example',
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0',
      },
      body: JSON.stringify(
        batchOf(
          pages.map((page) => ['page.view', [page], 1, 1]),
          { day: dayAt(Date.now(), SHOP.timeZone) },
        ),
      ),
    });
  const ask = async (path: string): Promise<number> => (await fetch(`${collector.url}${path}`)).status;
  return { collector, warnings, send, ask };
}

describe('a collector that is started', { timeout: 60_000 }, () => {
  it('says that a day is full, by what is to be set, and goes on counting', async () => {
    const { send, warnings } = await start({ HOLLOWAY_CELLS_PER_DAY: '1000' });
    for (let i = 0; i < 3; i++) {
      expect((await send(PAGES.slice(i * 200, (i + 1) * 200))).status).toBe(204);
    }
    await expect
      .poll(() => warnings.filter((warning) => warning.includes('HOLLOWAY_CELLS_PER_DAY')))
      .toEqual([
        'shop has as many different counts today as HOLLOWAY_CELLS_PER_DAY lets it: new ones are counted under (other)',
      ]);
  });

  it('takes so many batches of a site in a day, and no more', async () => {
    const { send } = await start({ HOLLOWAY_BATCHES_PER_DAY: '2' });
    const answers = [await send(['/1']), await send(['/1']), await send(['/1'])];
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 429]);
    expect(answers[2]?.headers.get('Retry-After')).toBe('5');
  });

  it('lets a network read five times as often as it may send, and whatever watches over it as often as it likes', async () => {
    const { ask } = await start({ HOLLOWAY_RATE_PER_NETWORK: '1' });
    // Fifty at once, and five a second while they are asked.
    const statuses = await Promise.all(Array.from({ length: 300 }, () => ask('/v1/sign-in')));
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(50);
    expect(statuses).toContain(429);
    expect(await ask('/healthz')).toBe(200);
  });

  it('refuses a head that is too long', async () => {
    const { collector } = await start({});
    const { status } = await fetch(`${collector.url}/healthz`, { headers: { x: 'a'.repeat(16 * 1024) } });
    expect(status).toBe(431);
  });
});
