/** What each command does and refuses; how that shows outside is in cli.test.ts. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { batchOf } from '../../test/core.ts';
import { temporaryFolder } from '../../test/temporary.ts';
import { catalogueImport } from './catalogue.ts';
import { importFile } from './import.ts';
import { siteAdd, siteList, siteSet } from './site.ts';
import { CommandError, type Terminal } from './terminal.ts';

interface Session {
  readonly folder: string;
  readonly terminal: Terminal;
  /** What was said since it was last asked. */
  said(): string[];
  file(name: string, ...lines: readonly string[]): string;
}

function session(): Session {
  const folder = temporaryFolder();
  const lines: string[] = [];
  return {
    folder,
    terminal: { out: (line) => void lines.push(line), progress: () => undefined },
    said: () => lines.splice(0),
    file(name, ...content) {
      const path = join(folder, name);
      writeFileSync(path, content.join('\n'));
      return path;
    },
  };
}

const LIVE = { origin: ['https://shop.example'] };

async function withShop(): Promise<Session> {
  const opened = session();
  await siteAdd(opened.folder, 'shop', { ...LIVE, k: '5', provenance: 'Ours.' }, opened.terminal);
  opened.said();
  return opened;
}

const listed = async ({ folder, terminal, said }: Session): Promise<string[]> => {
  await siteList(folder, terminal);
  return said();
};

const refused = async (work: Promise<void>): Promise<string> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof CommandError) return error.message;
  throw new Error('the command was not refused', { cause: error });
};

describe('site', () => {
  it('add says what to paste into the pages', async () => {
    const { folder, terminal, said } = session();
    await siteAdd(folder, 'shop', LIVE, terminal);
    expect(said()).toEqual([
      'Added shop (live, k = 10). Paste this into its pages:',
      '<script defer src="https://YOUR-COLLECTOR/holloway.js" data-site="shop"></script>',
      'Visitors are asked in the name of shop, without an address. To say more of the store:',
      'holloway statement init > policy.json && holloway statement publish shop policy.json',
    ]);
  });

  it('add of an archive says nothing of visitors, for it asks none', async () => {
    const { folder, terminal, said } = session();
    await siteAdd(folder, 'old', { origin: [], kind: 'archive' }, terminal);
    expect(said().join(' ')).not.toContain('statement');
  });

  it('set changes what is given and leaves the rest', async () => {
    const shop = await withShop();
    await siteSet(shop.folder, 'shop', { origin: [], timeZone: 'Europe/Berlin' }, shop.terminal);
    expect(shop.said()).toEqual(['Changed shop (live, k = 5).']);
    expect(await listed(shop)).toEqual(['shop\tlive\tk=5\tEurope/Berlin\tEUR\thttps://shop.example']);
  });

  it('set says where what visitors agreed to is changed by it', async () => {
    const shop = await withShop();
    await siteSet(shop.folder, 'shop', { origin: [], k: '20' }, shop.terminal);
    expect(shop.said()).toEqual([
      'Changed shop (live, k = 20).',
      expect.stringMatching(/^Published [0-9a-f]{8}: what visitors agreed to has changed/),
    ]);
  });

  it('set changes the currency, and asks nobody again: no money is in what visitors agree to', async () => {
    const shop = await withShop();
    await siteSet(shop.folder, 'shop', { origin: [], currency: 'CHF' }, shop.terminal);
    expect(shop.said()).toEqual([
      'Changed shop (live, k = 5).',
      'What positions earned until now was counted in EUR, and is added to what comes.',
    ]);
    await siteSet(shop.folder, 'shop', { origin: [], name: 'shop' }, shop.terminal);
    shop.said();
    expect(await listed(shop)).toEqual(['shop\tlive\tk=5\tUTC\tCHF\thttps://shop.example']);
  });

  it('add takes the currency that it is told', async () => {
    const opened = session();
    await siteAdd(opened.folder, 'shop', { ...LIVE, currency: 'JPY' }, opened.terminal);
    opened.said();
    expect(await listed(opened)).toEqual(['shop\tlive\tk=10\tUTC\tJPY\thttps://shop.example']);
  });

  it('set replaces origins, all at once', async () => {
    const shop = await withShop();
    const origin = ['https://www.shop.example', 'https://m.shop.example'];
    await siteSet(shop.folder, 'shop', { origin }, shop.terminal);
    shop.said();
    expect(await listed(shop)).toEqual([
      'shop\tlive\tk=5\tUTC\tEUR\thttps://www.shop.example https://m.shop.example',
    ]);
  });

  it('set keeps a test site a test site', async () => {
    const opened = session();
    await siteAdd(opened.folder, 'dev', { origin: ['http://localhost:8788'], kind: 'test' }, opened.terminal);
    await siteSet(opened.folder, 'dev', { origin: [], name: 'Dev' }, opened.terminal);
    opened.said();
    expect(await listed(opened)).toEqual(['dev\ttest\tk=1\tUTC\tEUR\thttp://localhost:8788']);
  });

  it('set never makes a test site of one where k browsers protect each other, nor the other way', async () => {
    const shop = await withShop();
    const asTest = { origin: ['http://localhost'], kind: 'test', k: '1' };
    expect(await refused(siteSet(shop.folder, 'shop', asTest, shop.terminal))).toMatch(/to or from test/);
    await siteAdd(shop.folder, 'dev', { origin: [], kind: 'test' }, shop.terminal);
    const asLive = { ...LIVE, kind: 'live' };
    expect(await refused(siteSet(shop.folder, 'dev', asLive, shop.terminal))).toMatch(/to or from test/);
  });

  it.each([
    { slug: 'Shop', options: LIVE, says: 'id must be 1 to 63 lower-case letters, digits or hyphens' },
    { slug: 'shop', options: LIVE, says: 'the site is there already; `holloway site set` changes it' },
    { slug: 'x', options: { ...LIVE, kind: 'canary' }, says: 'kind must be live, test, archive' },
    { slug: 'x', options: { ...LIVE, k: 'canary' }, says: 'k must be a whole number from 3 to 1000' },
    { slug: 'x', options: { ...LIVE, k: '2' }, says: 'k must be a whole number from 3 to 1000' },
    { slug: 'x', options: { ...LIVE, currency: 'canary' }, says: 'currency must be a code of ISO 4217' },
    { slug: 'x', options: { origin: [] }, says: 'origin is needed: the pages that may send' },
  ])('add refuses $slug with $options', async ({ slug, options, says }) => {
    const { folder, terminal, said } = await withShop();
    expect(await refused(siteAdd(folder, slug, options, terminal))).toContain(says);
    expect(said()).toEqual([]);
  });

  it('set refuses a site that is not there', async () => {
    const { folder, terminal } = await withShop();
    expect(await refused(siteSet(folder, 'nowhere', { origin: [] }, terminal))).toMatch(/no such site/);
  });
});

describe('catalogue import', () => {
  it.each([
    {
      what: 'a kind that is none',
      lines: ['kind,text', 'page,/a', 'canary,red'],
      says: 'record 2: kind must be',
    },
    {
      what: 'no column of kinds',
      lines: ['text', '/a'],
      says: 'record 1: kind must be one of page, category',
    },
    { what: 'an empty text', lines: ['kind,text', 'page,'], says: 'record 1: text must be 1 to 200' },
    { what: 'a long text', lines: ['kind,text', `page,${'x'.repeat(201)}`], says: 'record 1: text must be' },
    { what: 'a control character', lines: ['kind,text', 'page,/a\u0007'], says: 'printable characters' },
    { what: 'the name of what has none', lines: ['kind,text', 'page,(other)'], says: 'and not (other)' },
    { what: 'a field that is not closed', lines: ['kind,text', 'page,"/a'], says: 'record 2 is not closed' },
  ])('refuses $what, and declares nothing', async ({ lines, says }) => {
    const { folder, terminal, file, said } = await withShop();
    const message = await refused(
      catalogueImport(folder, 'shop', file('catalogue.csv', ...lines), {}, terminal),
    );
    expect(message).toContain(says);
    expect(message).not.toContain('canary');
    expect(said()).toEqual([]);
  });

  it('refuses a site or a file that is not there', async () => {
    const { folder, terminal, file } = await withShop();
    const empty = file('catalogue.csv', 'kind,text');
    expect(await refused(catalogueImport(folder, 'nowhere', empty, {}, terminal))).toMatch(/no such site/);
    expect(await refused(catalogueImport(folder, 'shop', '/nowhere', {}, terminal))).toBe(
      'the file cannot be read',
    );
  });
});

describe('import', () => {
  const line = (day: string) => JSON.stringify(batchOf([['visit', [], 1, 2]], { day }));

  it.each([
    {
      what: 'a line that is no JSON',
      lines: [line('2026-01-05'), '', '{canary'],
      says: 'line 3 must be a batch as JSON',
    },
    { what: 'a batch of another shape', lines: ['{"canary":1}'], says: 'batches[0]' },
    {
      what: 'a day in the future',
      lines: [line('2999-01-01')],
      says: 'batches[0].day must not be after today',
    },
  ])('refuses $what, and counts nothing', async ({ lines, says }) => {
    const { folder, terminal, file, said } = await withShop();
    const message = await refused(importFile(folder, 'shop', file('h.jsonl', ...lines), {}, terminal));
    expect(message).toContain(says);
    expect(message).not.toContain('canary');
    await importFile(folder, 'shop', file('h.jsonl', ''), {}, terminal);
    expect(said()).toEqual(['Imported 0 batches into shop, 0 were there already; sealed through no day.']);
  });

  it('may be run again, and says what was there already', async () => {
    const { folder, terminal, file, said } = await withShop();
    const history = file('h.jsonl', line('2026-01-05'), line('2026-01-06'));
    await importFile(folder, 'shop', history, { seal: '2026-01-06' }, terminal);
    await importFile(folder, 'shop', history, { seal: '2026-01-06' }, terminal);
    expect(said()).toEqual([
      'Imported 2 batches into shop, 0 were there already; sealed through 2026-01-06.',
      'Imported 0 batches into shop, 2 were there already; sealed through 2026-01-06.',
    ]);
  });

  it('refuses a file that is not there, and a day to seal that is not over', async () => {
    const { folder, terminal, file } = await withShop();
    expect(await refused(importFile(folder, 'shop', '/nowhere', {}, terminal))).toBe(
      'the file cannot be read',
    );
    const seal = { seal: '2999-01-01' };
    expect(await refused(importFile(folder, 'shop', file('h.jsonl', ''), seal, terminal))).toMatch(
      /^seal must be a day before today/,
    );
  });
});
