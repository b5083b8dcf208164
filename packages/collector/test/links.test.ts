import { describe, expect, it, onTestFinished } from 'vitest';
import { startCollector } from '../src/collector.ts';
import { readConfig } from '../src/config.ts';
import { temporaryFolder } from './temporary.ts';

async function start(env: { readonly [name: string]: string }) {
  const collector = await startCollector(
    readConfig({ PORT: '0', HOLLOWAY_DATA: temporaryFolder(), ...env }),
    {
      clock: { now: Date.now },
      report: (error) => {
        throw error;
      },
      warn: () => undefined,
    },
  );
  onTestFinished(() => collector.stop());
  const { link } = await collector.access.invite({ email: 'mira@shop.example', role: 'analyst' });
  return { collector, link };
}

describe('a link to set a password', { timeout: 30_000 }, () => {
  it('leads to the port that was chosen, where none is set', async () => {
    const { collector, link } = await start({});
    const { origin, port } = new URL(link.url);
    expect(port).toMatch(/^[1-9]\d+$/);
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
    expect(origin).toBe(collector.url);
  });

  it('leads to the address that browsers use, where that is set', async () => {
    const { link } = await start({ HOLLOWAY_URL: 'https://stats.example.com' });
    expect(new URL(link.url).origin).toBe('https://stats.example.com');
  });
});
