import type { LinkMade } from '@holloway/protocol';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startCollector } from '../src/collector.ts';
import { readConfig } from '../src/config.ts';
import { startMailServer } from './mail-server.ts';
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

  it('is sent to whom an owner invites, where a mail server is set', async () => {
    const { url, taken } = await startMailServer();
    const { collector } = await start({
      HOLLOWAY_SMTP_URL: url,
      HOLLOWAY_MAIL_FROM: 'holloway@shop.example',
    });
    const owner = { email: 'ona@shop.example', password: 'a sunken lane worn' };
    await collector.access.addUser({ ...owner, role: 'owner' });
    const ask = (path: string, body: object, cookie = ''): Promise<Response> =>
      fetch(`${collector.url}${path}`, {
        method: 'POST',
        headers: { origin: collector.url, cookie, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const signedIn = await ask('/api/auth/sign-in/email', owner);
    const cookie = signedIn.headers.getSetCookie().map((each) => each.split(';', 1)[0]);
    const invited = await ask(
      '/v1/people',
      { email: 'noor@shop.example', role: 'auditor' },
      cookie.join('; '),
    );
    const { link, mail } = (await invited.json()) as LinkMade;
    expect(mail).toBe('sent');
    expect(taken).toMatchObject([{ from: 'holloway@shop.example', to: ['noor@shop.example'] }]);
    expect(taken[0]?.text).toContain(`\n${link.url}\n`);
  });

  it('leads to the address that browsers use, where that is set', async () => {
    const { link } = await start({ HOLLOWAY_URL: 'https://stats.example.com' });
    expect(new URL(link.url).origin).toBe('https://stats.example.com');
  });
});
