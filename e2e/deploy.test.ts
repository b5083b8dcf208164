/**
 * What is shipped for operators, with the real programs where they are installed: front servers that write down nothing
 * of a request and name the address of whoever asks, and a unit that the service manager takes.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort, isInstalled, ownFolder, runProgram } from '../examples/relay/test/program.ts';
import { type Collector, createCollector } from './support/collector.ts';

const DEPLOY = join(import.meta.dirname, '../deploy');
const CANARY = '203.0.113.77';
const SECRET_PATH = '/canary-path?email=canary@shop.example';

interface Front {
  readonly url: string;
  /** All that it wrote. */
  readonly written: () => string;
}

/** What a test does to the shipped file. */
type Change = (text: string) => string;
const asShipped: Change = (text) => text;

const shipped = (file: string): string => readFileSync(join(DEPLOY, file), 'utf8');

/** Every file of a folder, one after the other. */
const allOf = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');

/** Its own logs are turned on around the shipped part, so that what the part lets through would show. */
async function openNginx(collector: string, change: Change): Promise<Front> {
  const port = await freePort();
  const folder = ownFolder();
  const logs = ownFolder();
  const file = (name: string) => join(folder, name);
  writeFileSync(
    file('front.conf'),
    change(shipped('proxy/nginx.conf'))
      .replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
      .replaceAll(/^ *ssl_certificate.*$/gm, '')
      .replaceAll('http://127.0.0.1:8787', collector),
  );
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  writeFileSync(
    file('nginx.conf'),
    `daemon off; master_process off; pid ${file('pid')}; error_log ${join(logs, 'error.log')} info;
     events {}
     http {
       access_log ${join(logs, 'access.log')};
       ${temporary.map((name) => `${name}_temp_path ${join(logs, name)};`).join('\n')}
       include ${file('front.conf')};
     }`,
  );
  await runProgram('nginx', ['-c', file('nginx.conf'), '-e', file('start.log')], port);
  return { url: `http://127.0.0.1:${port}`, written: () => allOf(logs) };
}

async function openCaddy(collector: string, change: Change): Promise<Front> {
  const port = await freePort();
  const folder = ownFolder();
  const log = join(folder, 'log');
  writeFileSync(
    join(folder, 'Caddyfile'),
    change(shipped('proxy/Caddyfile'))
      .replace('{\n', '{\n\tadmin off\n\tauto_https off\n')
      .replace('\tlog {\n', `\tlog {\n\t\tlevel DEBUG\n\t\toutput file ${log}\n`)
      .replace('stats.example.com {', `http://127.0.0.1:${port} {`)
      .replace('127.0.0.1:8787', collector.replace('http://', '')),
  );
  process.env.HOME = folder;
  await runProgram('caddy', ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'], port);
  return {
    url: `http://127.0.0.1:${port}`,
    written: () => (existsSync(log) ? readFileSync(log, 'utf8') : ''),
  };
}

let sent = 0;

/** A batch from a browser that names an address of its own making. */
const send = (url: string): Promise<Response> =>
  fetch(`${url}/v1/collect`, {
    method: 'POST',
    headers: {
      origin: 'http://localhost:4000',
      'content-type': 'text/plain',
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0',
      'x-forwarded-for': `${CANARY.replace('77', String(sent % 250))}`,
      forwarded: `for=${CANARY}`,
    },
    body: JSON.stringify({
      v: 1,
      site: 'shop',
      day: new Date().toISOString().slice(0, 10),
      batch: `AAAAAAAAA${String(sent++).padStart(2, '0')}`,
      statement: '00000000',
      basis: 'chosen',
      slices: {},
      increments: [['page.view', ['/'], 1, 2]],
    }),
  });

const FRONTS: readonly {
  readonly name: string;
  readonly ask: string;
  readonly open: (collector: string, change: Change) => Promise<Front>;
  /** Takes away what keeps it from writing. */
  readonly talkative: Change;
}[] = [
  {
    name: 'nginx',
    ask: '-v',
    open: openNginx,
    talkative: (text) => text.replace('access_log off;', '').replace('error_log /dev/null emerg;', ''),
  },
  {
    name: 'caddy',
    ask: 'version',
    open: openCaddy,
    talkative: (text) => text.replace(/\t\texclude .*\n/, ''),
  },
];

for (const { name, ask, open, talkative } of FRONTS) {
  const isHere = isInstalled(name, ask);
  describe.runIf(isHere)(
    `${name} before the collector${isHere ? '' : ' (which is not installed here)'}`,
    () => {
      let collector: Collector;
      let front: Front;

      beforeAll(async () => {
        collector = await createCollector({ HOLLOWAY_TRUST_PROXY: '1', HOLLOWAY_RATE_PER_NETWORK: '1' });
        await collector.holloway(
          'site',
          'add',
          'shop',
          '--origin',
          'http://localhost:4000',
          '--kind',
          'test',
        );
        await collector.start();
        front = await open(collector.url, asShipped);
      });
      afterAll(() => collector.remove());

      it('passes on what browsers send, and what people ask', async () => {
        expect((await send(front.url)).status).toBe(204);
        expect((await fetch(`${front.url}/readyz`)).status).toBe(200);
        const page = await fetch(`${front.url}/`);
        expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'self'");
      });

      it('names the address that it sees, whatever the browser said: all of them share one limit', async () => {
        // A burst of ten seconds' worth; each names another network, which would have a limit of its own.
        const statuses = await Promise.all(
          Array.from({ length: 14 }, async () => (await send(front.url)).status),
        );
        expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0);
      });

      it('takes a body as large as the route has it, and no larger', async () => {
        const post = async (path: string, bytes: number) =>
          (await fetch(`${front.url}${path}`, { method: 'POST', body: 'x'.repeat(bytes) })).status;
        expect(await post('/v1/collect', 17 * 1024)).toBe(413);
        expect(await post('/v1/sites/shop/import', 17 * 1024)).toBe(401);
      });

      /** Asks for something that is not there, then for something that nobody answers. */
      const askInVain = async ({ url }: Front): Promise<void> => {
        await fetch(`${url}${SECRET_PATH}`, { headers: { 'x-forwarded-for': CANARY, cookie: 'canary=1' } });
        await collector.stop();
        expect((await fetch(`${url}${SECRET_PATH}`)).status).toBe(502);
        await collector.start();
      };

      it('writes down nothing of a request, also of one that fails', async () => {
        await askInVain(front);
        expect(front.written()).not.toMatch(/canary|203\.0\.113|Firefox/);
      });

      it('would write it down without the lines that forbid it', async () => {
        const loud = await open(collector.url, talkative);
        await askInVain(loud);
        expect(loud.written()).toContain('canary');
      });
    },
  );
}

const HAS_SYSTEMD = isInstalled('systemd-analyze', '--version');

describe.runIf(HAS_SYSTEMD)(
  `the unit for systemd${HAS_SYSTEMD ? '' : ' (which is not installed here)'}`,
  () => {
    it('is taken as it is', () => {
      const folder = ownFolder();
      const unit = join(folder, 'holloway.service');
      // The programs that it starts are looked for on this machine: those of a clone stand in for /opt.
      writeFileSync(
        unit,
        shipped('systemd/holloway.service').replaceAll('/opt/holloway', join(DEPLOY, '..')),
      );
      const said = execFileSync('systemd-analyze', ['verify', unit], { stdio: 'pipe', encoding: 'utf8' });
      expect(said).toBe('');
    });
  },
);
