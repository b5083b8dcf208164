/** The real command line, as processes of their own; what each command does in detail is in commands.test.ts. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { dayAt, type Increment } from '@holloway/protocol';
import { afterAll, describe, it } from 'vitest';
import { batchOf } from '../../test/core.ts';
import { openSqliteStore } from '../store/sqlite.ts';
import { siteAdd } from './site.ts';

const MAIN = join(import.meta.dirname, 'main.ts');
const ORIGIN = 'https://shop.example';
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0';
const VIEW: Increment = ['page.view', ['/p/1'], 1, 2];

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'holloway-cli-'));
  folders.push(folder);
  return folder;
}

/** A data folder with the site `shop`, where k is 3. */
async function shopFolder(): Promise<string> {
  const folder = dataFolder();
  await siteAdd(
    folder,
    'shop',
    { origin: [ORIGIN], k: '3' },
    { out: () => undefined, progress: () => undefined },
  );
  return folder;
}

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

const environment = (data: string, given: Record<string, string> = {}) => ({
  ...process.env,
  HOLLOWAY_DATA: data,
  PORT: '0',
  ...given,
});

function holloway(data: string, words: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const options = { env: environment(data, env) };
    const child = execFile(process.execPath, [MAIN, ...words], options, (failed, out, error) =>
      resolve({ code: failed === null ? 0 : Number(failed.code), out: out.trim(), error: error.trim() }),
    );
    child.stdin?.end();
  });
}

/** Pageviews of the first site, sealed or open. */
async function viewsIn(data: string): Promise<number> {
  const store = openSqliteStore(join(data, 'holloway.sqlite'));
  try {
    const query = { site: 1, fact: (await store.facts(['page.view'])).get('page.view') ?? 0, slice: 0 };
    const range = { from: 0, to: 1_000_000 };
    const rows = [...(await store.sumCells(query, range)), ...(await store.intake(query, range))];
    return rows.reduce((sum, { n }) => sum + n, 0);
  } finally {
    await store.close();
  }
}

// A process takes a second to start, so they run side by side, each on a folder of its own.
describe.concurrent('the command line', { timeout: 60_000 }, () => {
  it('adds a site, and says what to paste into its pages', async ({ expect }) => {
    const ran = await holloway(dataFolder(), ['site', 'add', 'shop', '--origin', ORIGIN, '--k', '3']);
    expect(ran).toMatchObject({ code: 0, error: '' });
    expect(ran.out).toContain('Added shop (live, k = 3).');
    expect(ran.out).toContain('data-site="shop"');
  });

  it('imports a catalogue and a history', async ({ expect }) => {
    const data = await shopFolder();
    const catalogue = join(data, 'catalogue.csv');
    writeFileSync(catalogue, 'kind,text,label,category\npage,/p/1,"Kettle, gooseneck",kettles\n');
    expect(await holloway(data, ['catalogue', 'import', 'shop', catalogue])).toEqual({
      code: 0,
      out: 'Declared 1 entries of shop; new names: page 1; 0 changed.',
      error: '',
    });
    const history = join(data, 'history.jsonl');
    const batch = JSON.stringify(batchOf([VIEW], { day: '2026-01-05' }));
    writeFileSync(history, `${batch}\n\n${batch}\n`);
    expect(await holloway(data, ['import', 'shop', history, '--seal', '2026-01-06'])).toEqual({
      code: 0,
      out: 'Imported 1 batches into shop, 1 were there already; sealed through 2026-01-06.',
      error: '',
    });
  });

  it('prints a key alone, so that it can be piped', async ({ expect }) => {
    const words = ['key', 'add', 'reports', '--site', 'shop', '--permission', 'read'];
    const { code, out, error } = await holloway(await shopFolder(), words);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out).toMatch(/^hw_[A-Za-z]+$/);
  });

  it.for<{ words: readonly string[]; env?: Record<string, string>; says: string }>([
    { words: ['catalogue', 'import', 'shop', '/canary.csv'], says: 'the file cannot be read' },
    { words: ['statement', 'publish', 'shop', '/canary.json'], says: 'the file cannot be read' },
    { words: ['receipt', 'verify', '/canary.json'], says: 'the file cannot be read' },
    { words: ['user', 'add', 'canary', '--role', 'owner'], says: 'email must be an e-mail address' },
    { words: ['serve'], env: { PORT: 'canary' }, says: 'PORT must be a whole number' },
  ])('ends $words with 1, says what to mend in one line, and repeats no value', async (given, { expect }) => {
    expect(await holloway(await shopFolder(), given.words, given.env)).toEqual({
      code: 1,
      out: '',
      error: `holloway: ${given.says}`,
    });
  });

  it('told to stop while it serves, commits all that it acknowledged, and nothing else', async ({
    expect,
  }) => {
    const data = await shopFolder();
    const served = spawn(process.execPath, [MAIN, 'serve'], {
      env: environment(data, { HOLLOWAY_RATE_PER_NETWORK: '0' }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const exit = once(served, 'exit');
    let complaints = '';
    served.stderr.on('data', (chunk) => {
      complaints += String(chunk);
    });
    let url = '';
    for await (const line of createInterface({ input: served.stdout })) {
      url = /http:\S+$/.exec(line)?.[0] ?? '';
      if (url !== '') break;
    }
    const send = (): Promise<Response> =>
      fetch(`${url}/v1/collect`, {
        method: 'POST',
        headers: { origin: ORIGIN, 'user-agent': FIREFOX, 'content-type': 'text/plain' },
        body: JSON.stringify(batchOf([VIEW], { day: dayAt(Date.now(), 'UTC') })),
      });
    const sent = Array.from({ length: 30 }, send);
    await Promise.race(sent);
    served.kill('SIGTERM');
    const answers = await Promise.allSettled(sent);
    expect(await exit).toEqual([0, null]);
    expect(complaints).toBe('');
    const acknowledged = answers.filter(
      (answer) => answer.status === 'fulfilled' && answer.value.status === 204,
    ).length;
    expect(acknowledged).toBeGreaterThan(0);
    expect(await viewsIn(data)).toBe(acknowledged);
  });
});
