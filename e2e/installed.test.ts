/** The collector as it is installed where there is no repository: what `npm run lay-out` makes, run from there. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layOut } from '../scripts/lay-out.ts';

const folder = mkdtempSync(join(tmpdir(), 'holloway-installed-'));
const collector = join(folder, 'collector');
const MAIN = join(collector, 'dist/cli/main.js');
const env = { ...process.env, HOLLOWAY_DATA: join(folder, 'data'), HOST: '127.0.0.1', PORT: '0' };
let serving: ChildProcess;
let url = '';

const holloway = async (...words: readonly string[]): Promise<string> => {
  const running = promisify(execFile)(process.execPath, [MAIN, ...words], { env });
  running.child.stdin?.end();
  return (await running).stdout;
};

beforeAll(async () => {
  await layOut(collector, () => undefined);
  await holloway('site', 'add', 'shop', '--origin', 'http://localhost:4000', '--kind', 'test');
  serving = spawn(process.execPath, [MAIN, 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  if (serving.stdout === null) throw new Error('it has no output');
  for await (const line of createInterface({ input: serving.stdout })) {
    url = /http:\/\/\S+$/.exec(line)?.[0] ?? '';
    if (url !== '') break;
  }
}, 300_000);

afterAll(async () => {
  if (serving?.exitCode === null) {
    serving.kill('SIGTERM');
    await once(serving, 'exit');
  }
  rmSync(folder, { recursive: true, force: true });
});

describe('an installed collector', () => {
  it('holds what was compiled, and no sources', () => {
    expect(readdirSync(collector).sort()).toEqual(
      expect.arrayContaining(['dist', 'node_modules', 'package.json']),
    );
    expect(existsSync(join(collector, 'src'))).toBe(false);
    expect(existsSync(join(collector, 'node_modules/@holloway/protocol/src'))).toBe(false);
  });

  it('serves the dashboard, and the script with the parts that it asks for', async () => {
    const page = await fetch(`${url}/`);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const asset = /assets\/[^"]+\.js/.exec(await page.text())?.[0];
    expect((await fetch(`${url}/${asset}`)).status).toBe(200);
    const script = await (await fetch(`${url}/holloway.js`)).text();
    const part = /session-[0-9a-f]{8}\.js/.exec(script)?.[0];
    expect((await fetch(`${url}/holloway/${part}`)).status).toBe(200);
  });

  it('counts what a page sends', async () => {
    const batch = {
      v: 1,
      site: 'shop',
      day: new Date().toISOString().slice(0, 10),
      batch: 'pXx0Yw4mJ9s',
      statement: '00000000',
      basis: 'chosen',
      slices: {},
      increments: [['page.view', ['/'], 1, 2]],
    };
    const answer = await fetch(`${url}/v1/collect`, {
      method: 'POST',
      headers: {
        origin: 'http://localhost:4000',
        'content-type': 'text/plain',
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0',
      },
      body: JSON.stringify(batch),
    });
    expect(answer.status).toBe(204);
    const key = (await holloway('key', 'add', 'test', '--site', 'shop', '--permission', 'read')).trim();
    const report = await fetch(`${url}/v1/sites/shop/reports/pages`, {
      headers: { authorization: `Bearer ${key}` },
    });
    expect((await report.json()) as object).toMatchObject({ rows: [{ page: '/', views: 1 }] });
  });

  it('closes a full day in a process beside, which is compiled too', async () => {
    const main = join(folder, 'close.mjs');
    const from = (file: string) => JSON.stringify(join(collector, 'dist/store', file));
    writeFileSync(
      main,
      `import { openSqliteStore } from ${from('sqlite.js')};
       const store = openSqliteStore(process.argv[2], { rowsInPlace: -1 });
       const plan = { facts: [], histograms: [], families: [], twins: [], sliceTwins: [], toldWith: [], slices: true };
       const [{ id }] = await store.sites();
       await store.seal(id, 20000, 10, plan);
       console.log((await store.sites())[0].sealedThrough);
       await store.close();`,
    );
    const database = join(env.HOLLOWAY_DATA, 'holloway.sqlite');
    const { stdout } = await promisify(execFile)(process.execPath, [main, database]);
    expect(stdout).toBe('20000\n');
  });
});
