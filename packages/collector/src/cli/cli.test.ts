/** The real command line, as processes of their own on a data folder. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { dayAt, type HistoricalBatch, type Increment } from '@holloway/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batchOf } from '../../test/core.ts';
import { openSqliteStore } from '../store/sqlite.ts';
import type { Store } from '../store/store.ts';

const MAIN = join(import.meta.dirname, 'main.ts');
const data = mkdtempSync(join(tmpdir(), 'holloway-cli-'));
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0';

afterAll(() => rmSync(data, { recursive: true, force: true }));

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

const environment = (given: Record<string, string> = {}) => ({
  ...process.env,
  HOLLOWAY_DATA: data,
  PORT: '0',
  ...given,
});

function holloway(words: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [MAIN, ...words],
      { env: environment(env) },
      (failed, out, error) =>
        resolve({ code: failed === null ? 0 : Number(failed.code), out: out.trim(), error: error.trim() }),
    );
    child.stdin?.end();
  });
}

const fileOf = (name: string, lines: readonly string[]): string => {
  const file = join(data, name);
  writeFileSync(file, lines.join('\n'));
  return file;
};

async function inStore<T>(look: (store: Store) => Promise<T>): Promise<T> {
  const store = openSqliteStore(join(data, 'holloway.sqlite'));
  try {
    return await look(store);
  } finally {
    await store.close();
  }
}

const VIEW: Increment = ['page.view', ['/p/1'], 1, 2];
const history = (count: number): HistoricalBatch[] =>
  Array.from({ length: count }, () => batchOf([VIEW], { day: '2026-01-05' }));

const viewsOf = (store: Store, table: 'sumCells' | 'intake'): Promise<number> =>
  store.facts(['page.view']).then(async (ids) => {
    const query = { site: 1, fact: ids.get('page.view') ?? 0, slice: 0 };
    return (await store[table](query, { from: 0, to: 1_000_000 })).reduce((sum, { n }) => sum + n, 0);
  });

beforeAll(async () => {
  const added = await holloway(['site', 'add', 'shop', '--origin', 'https://shop.example', '--k', '3']);
  expect(added).toMatchObject({ code: 0, error: '' });
  expect(added.out).toContain('Added shop (live, k = 3).');
  expect(added.out).toContain('data-site="shop"');
}, 30_000);

describe('the command line', { timeout: 30_000 }, () => {
  it('declares a catalogue, and imports and seals a history', async () => {
    const catalogue = fileOf('catalogue.csv', [
      'kind,text,label,category',
      'page,/p/1,"Kettle, gooseneck",kettles',
      'category,kettles,,',
    ]);
    const declared = await holloway(['catalogue', 'import', 'shop', catalogue]);
    expect(declared).toMatchObject({ code: 0, out: 'Declared 2 terms of shop.' });
    expect(await inStore((store) => store.catalogue(1))).toContainEqual({
      ...{ kind: 'page', text: '/p/1', label: 'Kettle, gooseneck', category: 'kettles' },
    });

    const batches = history(4).map((batch) => JSON.stringify(batch));
    const file = fileOf('history.jsonl', [...batches, '', batches[0] ?? '', '']);
    const imported = await holloway(['import', 'shop', file, '--seal', '2026-01-06']);
    expect(imported).toMatchObject({
      code: 0,
      out: 'Imported 4 batches into shop, 1 were there already; sealed through 2026-01-06.',
    });
    expect(await inStore((store) => viewsOf(store, 'sumCells'))).toBe(4);
  });

  it('makes a key and prints it alone, so that it can be piped', async () => {
    const { code, out } = await holloway(['key', 'add', 'reports', '--site', 'shop', '--permission', 'read']);
    expect(code).toBe(0);
    expect(out).toMatch(/^hw_[A-Za-z]+$/);
  });

  it.each<{ words: readonly string[]; env?: Record<string, string>; says: string }>([
    { words: ['catalogue', 'import', 'shop', '/canary.csv'], says: 'the file cannot be read' },
    { words: ['user', 'add', 'canary', '--role', 'owner'], says: 'This is not an e-mail address.' },
    { words: ['serve'], env: { PORT: 'canary' }, says: 'PORT must be a whole number' },
  ])(
    'ends $words with 1, says what to mend in a line, and repeats no value',
    async ({ words, env, says }) => {
      const { code, out, error } = await holloway(words, env);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(error).toMatch(/^holloway: /);
      expect(error).toContain(says);
      expect(error.split('\n')).toHaveLength(1);
      expect(error).not.toContain('canary');
    },
  );

  it('told to stop while it serves, answers what is under way and commits all that it answered', async () => {
    const served = spawn(process.execPath, [MAIN, 'serve'], {
      env: environment({ HOLLOWAY_RATE_PER_NETWORK: '0' }),
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
    const day = dayAt(Date.now(), 'Europe/Berlin');
    const send = (): Promise<Response> =>
      fetch(`${url}/v1/collect`, {
        method: 'POST',
        headers: { origin: 'https://shop.example', 'user-agent': FIREFOX, 'content-type': 'text/plain' },
        body: JSON.stringify(batchOf([VIEW], { day })),
      });
    const sent = Array.from({ length: 30 }, send);
    await Promise.race(sent);
    served.kill('SIGTERM');
    const answers = await Promise.allSettled(sent);
    expect(await exit).toEqual([0, null]);
    expect(complaints).toBe('');
    const acknowledged = answers.filter(
      (answer) => answer.status === 'fulfilled' && answer.value.status === 204,
    );
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(await inStore((store) => viewsOf(store, 'intake'))).toBe(acknowledged.length);
  });
});
