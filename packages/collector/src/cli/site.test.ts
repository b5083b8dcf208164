/** `holloway site ...` beyond adding and changing one, which is in commands.test.ts. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linked, openShop } from '../../test/little-shop.ts';
import { temporaryFolder } from '../../test/temporary.ts';
import { type SiteOptions, siteAdd, sitePreview, siteSet, siteShow } from './site.ts';
import { CommandError, type Terminal } from './terminal.ts';

async function withSite(options: SiteOptions) {
  const folder = temporaryFolder();
  const lines: string[] = [];
  const terminal: Terminal = { out: (line) => void lines.push(line), progress: () => undefined };
  await siteAdd(folder, 'shop', options, terminal);
  lines.length = 0;
  return {
    folder,
    terminal,
    said: () => lines.splice(0),
    file(content: unknown): string {
      const file = join(folder, 'routes.json');
      writeFileSync(file, JSON.stringify(content));
      return file;
    },
  };
}

const LIVE = { origin: ['https://shop.example'] };
const ROUTES = [
  { pattern: '/p/:slug', type: 'product' },
  { pattern: '/c/:top/:page?', type: 'category', category: ':top' },
];

const refused = async (work: Promise<void>): Promise<string> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof CommandError) return error.message;
  throw new Error('the command was not refused', { cause: error });
};

describe('site set', () => {
  it('says of a lower k from when on it holds', async () => {
    const { folder, terminal, said } = await withSite(LIVE);
    await siteSet(folder, 'shop', { origin: [], k: '5' }, terminal);
    expect(said()).toContain('What waits was counted under k = 10, which holds for the 28 days to come.');
    await siteSet(folder, 'shop', { origin: [], k: '20' }, terminal);
    expect(said()[0]).toBe('Changed shop (live, k = 20).');
    expect(said().join(' ')).not.toContain('What waits');
  });

  it('takes routes from a file, ceilings and languages', async () => {
    const { folder, terminal, said, file } = await withSite(LIVE);
    const changes = {
      origin: [],
      routes: file(ROUTES),
      ceiling: ['page=20000', 'search=0'],
      language: ['de', 'en'],
    };
    await siteSet(folder, 'shop', changes, terminal);
    expect(said()).toEqual([
      'Changed shop (live, k = 10).',
      expect.stringMatching(/^Published [0-9a-f]{8}: what visitors agreed to has changed/),
    ]);
    await siteShow(folder, 'shop', { json: true }, terminal);
    expect(JSON.parse(said().join('\n'))).toMatchObject({
      languages: ['de', 'en'],
      routes: [{ pattern: '/p/:slug' }, { pattern: '/c/:top' }, { pattern: '/c/:top/:page' }],
      ceilings: { page: 20_000, search: 0, product: 100_000 },
    });
    await siteSet(folder, 'shop', { origin: [], ceiling: ['page=default'] }, terminal);
    said();
    await siteShow(folder, 'shop', { json: true }, terminal);
    expect(JSON.parse(said().join('\n'))).toMatchObject({ ceilings: { page: 100_000, search: 0 } });
  });

  it('takes layout tests from a file, and asks nobody anew for them', async () => {
    const { folder, terminal, said, file } = await withSite(LIVE);
    const arms = [{ name: 'a', share: 50 }, { name: 'b', share: 50 }]; // biome-ignore format: a list
    const hero = { id: 'hero', title: 'Head', arms, metric: 'order', status: 'running', from: '2026-11-23' };
    await siteSet(folder, 'shop', { origin: [], experiments: file([hero]) }, terminal);
    expect(said()).toEqual(['Changed shop (live, k = 10).']);
    await siteShow(folder, 'shop', {}, terminal);
    expect(said()).toContainEqual(
      expect.stringMatching(
        /^layout tests +hero {2}Head {2}running 2026-11-23 to open {2}a 50 %, b 50 % {2}every page$/,
      ),
    );
    const others = file([{ ...hero, arms: [{ name: 'a', share: 90 }, { name: 'b', share: 10 }] }]); // biome-ignore format: a list
    const refusal = await refused(siteSet(folder, 'shop', { origin: [], experiments: others }, terminal));
    expect(refusal).toBe('experiments[0].arms and pages cannot change: end it, and declare another test');
  });

  it('says all that is wrong by the names of the options, and nothing of the values', async () => {
    const { folder, terminal, file } = await withSite(LIVE);
    const changes = {
      origin: ['canary'],
      timeZone: 'canary',
      language: ['canary'],
      ceiling: ['page=2000000'],
      routes: file([{ pattern: 'canary', type: 'page' }]),
    };
    const message = await refused(siteSet(folder, 'shop', changes, terminal));
    expect(message.split('\n').map((line) => line.split(' must')[0])).toEqual([
      ...['time-zone', 'origin', 'routes[0].pattern', 'ceiling page', 'language'],
    ]);
    expect(message).not.toMatch(/canary|2000000/);
  });

  it.each(['canary', 'page', 'page=', 'page=-1', '=5', 'page=1=2'])(
    'refuses the ceiling %s',
    async (ceiling) => {
      const { folder, terminal } = await withSite(LIVE);
      expect(await refused(siteSet(folder, 'shop', { origin: [], ceiling: [ceiling] }, terminal))).toBe(
        'ceiling must be a kind and a number, such as page=20000',
      );
    },
  );
});

describe('site show', () => {
  it('says the settings, and how full the dictionary is', async () => {
    const { folder, terminal, said, file } = await withSite({ ...LIVE, name: 'The shop' });
    await siteSet(folder, 'shop', { origin: [], routes: file(ROUTES) }, terminal);
    said();
    await siteShow(folder, 'shop', {}, terminal);
    const lines = said();
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^name +The shop$/),
        expect.stringMatching(/^origins +https:\/\/shop.example$/),
        expect.stringMatching(/^languages +en bg /),
        expect.stringMatching(/^routes +\/p\/:slug {2}is a product$/),
        expect.stringMatching(/^ +\/c\/:top\/:page {2}is a category {2}in :top$/),
        expect.stringMatching(/^names +page 2 of 100000$/),
        expect.stringMatching(/^provenance +none$/),
      ]),
    );
  });
});

describe('site preview', () => {
  it('says how addresses would be counted', async () => {
    const { folder, terminal, said, file } = await withSite(LIVE);
    await siteSet(folder, 'shop', { origin: [], routes: file(ROUTES) }, terminal);
    said();
    const addresses = ['/p/heron?mail=canary@home.example', 'https://other.example/c/tea/2'];
    await sitePreview(folder, 'shop', addresses, {}, terminal);
    expect(said()).toEqual([
      'counted as  /p/heron',
      '            not named yet: (other) until 10 browsers sent it in a day, or it is declared',
      'taken out   the query',
      'route       1: /p/:slug',
      'type        product',
      'category    none: in click paths (product)',
      '',
      'counted as  /c/tea/2',
      '            not named yet: (other) until 10 browsers sent it in a day, or it is declared',
      'route       3: /c/:top/:page',
      'type        category',
      'category    tea',
      '            not named yet: (other) until 10 browsers sent it in a day, or it is declared',
      'beware      its origin is not registered: nothing of it is counted',
      'What a page says of itself goes before its route: --fetch asks the page.',
    ]);
  });

  it('asks the page what it says of itself, where it is told to', async () => {
    const { origin } = await openShop(() => ({
      '/x': linked({ '@type': 'Product', sku: 'A', category: 'Tea', name: 'Heron' }),
    }));
    const { folder, terminal, said } = await withSite({ origin: [origin], kind: 'test' });
    await sitePreview(folder, 'shop', ['/x'], { fetch: true }, terminal);
    expect(said()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^type +product$/),
        expect.stringMatching(/^category +tea$/),
        expect.stringMatching(/^route +none fits$/),
      ]),
    );
  });

  it('asks nobody but the pages of the shop, at public addresses', async () => {
    const { origin, asked } = await openShop(() => ({ '/': 'canary' }));
    const { folder, terminal } = await withSite({ origin: [origin] });
    const fetch = { fetch: true };
    expect(await refused(sitePreview(folder, 'shop', ['/'], fetch, terminal))).toBe(
      'the page is at an address that is not public (of a test site: not loopback)',
    );
    expect(await refused(sitePreview(folder, 'shop', ['http://169.254.169.254/'], fetch, terminal))).toBe(
      'the page leads to an origin that is not registered for the site',
    );
    expect(asked).toEqual([]);
  });

  it.each(['javascript:alert(1)', 'mailto:a@b.example', 'http://'])('refuses %s', async (address) => {
    const { folder, terminal } = await withSite(LIVE);
    expect(await refused(sitePreview(folder, 'shop', [address], {}, terminal))).toMatch(
      /^an address must be/,
    );
  });
});
