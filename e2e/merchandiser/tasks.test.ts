/**
 * What a merchandiser comes to the dashboard for, done as they would: by reading, pressing and typing. Each task ends in the
 * answer, which is known from elsewhere, and in a picture in test-results/merchandiser. The real shop's answers are counted by
 * e2e/truth (known-answers.ts); the example shop's are its planted faults, and what the reports say over HTTP: which numbers its
 * visitors leave depends on the weekday on which they begin to come.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report, ReportName } from '@holloway/protocol';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../access/dashboard.ts';
import { parseCsv } from '../support/csv.ts';
import { type Category, KNOWN, shown, waitingFrom, waysFrom } from './known-answers.ts';
import { barsOf, percent, rowsOf, wilson, written } from './read-screen.ts';
import { openShop, REAL, realFolder, SHOP, type Shop, settled } from './store.ts';

const PICTURES = join(import.meta.dirname, '../../test-results/merchandiser');

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

let shop: Shop;
let person: Person;
let page: Page;

beforeAll(async () => {
  await mkdir(PICTURES, { recursive: true });
  shop = await openShop();
}, 300_000);
afterAll(() => shop.close());
beforeEach(async () => {
  person = await shop.sit({ width: 1440, height: 900 });
  page = person.page;
});
afterEach(async ({ task }) => {
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: join(PICTURES, `${task.name.replaceAll(/\W+/g, '-')}.png`), fullPage: true });
  expect(person.complaints).toEqual([]);
  await person.close();
});

const press = (name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();

/** Opens a screen by the navigation, as people do, and waits for its numbers. */
async function visit(site: string, screen: string, range = 'all'): Promise<void> {
  await person.go(`#/${site}/overview?range=${range}`);
  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('link', { name: screen, exact: true })
    .click();
  await page.getByRole('heading', { level: 1, name: screen, exact: true }).waitFor();
  await settled(page);
}

const panel = (title: string): Locator => page.getByRole('region', { name: title, exact: true });
const table = (caption: string): Locator => page.getByRole('region', { name: `${caption}, table` });
/** Sorts a table by a column, largest first, and pressed twice, smallest first. */
const sortBy = (of: Locator, title: string): Promise<void> =>
  of.getByRole('button', { name: title, exact: true }).click();

async function download(press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/** What the collector says of the example shop, of all its days, without the dashboard. */
async function told<R extends ReportName>(report: R): Promise<Report<R>> {
  const answer = await page.request.get(`${shop.dashboard.url}/v1/sites/${SHOP}/reports/${report}`);
  expect(answer.status()).toBe(200);
  return answer.json();
}

describe.skipIf(realFolder === null)('in the real clothing shop', () => {
  /** A column of click paths: `After Trousers`. */
  const column = (name: string): Locator => page.getByRole('region', { name, exact: true });
  const follow = (name: string, to: string): Promise<void> =>
    column(name)
      .getByRole('button', { name: new RegExp(`^${to}\\b`) })
      .click();
  const named = (category: string): string => category.replace(/^./, (first) => first.toUpperCase());
  const ways = (from: Category | '(entry)'): [string, string][] =>
    waysFrom(from).map(({ to, n }) => [named(to), written(n)]);
  /** Every row of the column of a category. */
  const waysOut = (category: Category): [string, string][] => [
    ...ways(category),
    ['No further action', written(KNOWN.categories[category].exits)],
    ...(waitingFrom(category) === 0
      ? []
      : [['Not shown yet', written(waitingFrom(category))] as [string, string]]),
  ];

  it('finds the worn path from where most visits begin to the sale', async () => {
    await visit(REAL, 'Click paths');
    const start = column('Where visits begin');
    expect(await start.locator('.column-total').textContent()).toBe('6,509 visits');
    const begin = await barsOf(start);
    expect(begin).toEqual([...ways('(entry)'), ['Not shown yet', '216']]);
    expect(begin[0]).toEqual(['Trousers', '2,439']);
    /** Next to those who stay within it, most go where the second row says. */
    const onward = async (category: Category): Promise<[string, string] | undefined> => {
      const rows = await barsOf(column(`After ${named(category)}`));
      expect(rows).toEqual(waysOut(category));
      return rows[1];
    };
    await follow('Where visits begin', 'Trousers');
    expect(await onward('trousers')).toEqual(['Skirts', '896']);
    await follow('After Trousers', 'Skirts');
    expect(await onward('skirts')).toEqual(['Blouses', '854']);
    await follow('After Skirts', 'Blouses');
    expect(await onward('blouses')).toEqual(['Sale', '775']);
    await follow('After Blouses', 'Sale');
    await page.getByRole('region', { name: 'Balance of Sale' }).waitFor();
    expect(new URL(page.url()).hash).toContain('at=trousers&at=skirts&at=blouses&at=sale');
  });

  it('sees where visitors of blouses go next, and that it adds up', async () => {
    await visit(REAL, 'Click paths');
    await press('All');
    await follow('Everything viewed', 'Blouses');
    const next = column('After Blouses');
    expect(await next.locator('.column-total').textContent()).toBe('10,514 views');
    const rows = await barsOf(next);
    expect(rows).toEqual([
      ['Blouses', '6,896'],
      ['Sale', '775'],
      ['Trousers', '577'],
      ['Skirts', '483'],
      ['No further action', '1,503'],
      ['Not shown yet', '280'],
    ]);
    expect(rows).toEqual(waysOut('blouses'));
    expect(rows.reduce((sum, [, n]) => sum + Number(n.replace(',', '')), 0)).toBe(10_514);
  });

  it('takes the moves home as a table with every row of it', async () => {
    await visit(REAL, 'Click paths');
    const { name, bytes } = await download(() =>
      panel('Where visitors went next').getByRole('link', { name: /CSV/ }).click(),
    );
    expect(name).toMatch(/^eshop2008-flows-.*\.csv$/);
    const [head = [], ...rows] = parseCsv(bytes.toString('utf8'));
    expect(head.slice(0, 3)).toEqual(['from', 'to', 'n']);
    const moves = rows.map(([from, to, n]) => `${from} > ${to}: ${n}`).sort();
    expect(moves).toEqual(KNOWN.moves.map((each) => `${each.from} > ${each.to}: ${shown(each)}`).sort());
    await page.getByText('In all dates: 1,124 more wait for 10 browsers each.').first().waitFor();
  });

  it('sees which positions of the first page are clicked least', async () => {
    await visit(REAL, 'Layout');
    await page.getByRole('button', { name: 'Page: trousers, page 1 /c/trousers/1' }).waitFor();
    await press('Positions: view as table');
    const positions = table('Positions').first();
    await sortBy(positions, 'Clicked');
    await sortBy(positions, 'Clicked');
    const rows = await rowsOf(positions);
    expect(rows.map(({ Position, Clicked }) => [Position, Clicked])).toEqual(
      KNOWN.positions.map((position) => [`grid ${position.slot}`, written(shown(position))]),
    );
    // Three of the six get less than a sixth of what the page gets.
    const sixth = KNOWN.positions.reduce((sum, { n }) => sum + n, 0) / 6;
    const below = rows.filter(({ Clicked = '' }) => Number(Clicked.replace(',', '')) < sixth);
    expect(below.map(({ Position }) => Position)).toEqual(['grid 6', 'grid 3', 'grid 5']);
    // Who did not click is not in this history: it has no rates, and says so.
    expect(rows.map((row) => row['Click rate'])).toEqual(Array(6).fill('–'));
  });

  it('compares two weeks by their days', async () => {
    await person.go(`#/${REAL}/overview?range=all`);
    await settled(page);
    await page.getByRole('button', { name: /^All days/ }).click();
    await page.getByLabel('From').fill('2008-04-22');
    await page.getByLabel('To', { exact: true }).fill('2008-04-28');
    await press('Show these days');
    await page.getByText('−14% on the 7 days before').first().waitFor();
    await settled(page);
    const figure = (name: string): Promise<string[]> =>
      page
        .locator('.figure', { has: page.getByText(name, { exact: true }) })
        .locator('.figure-value, .figure-change')
        .allTextContents();
    const [before, now] = KNOWN.weeks;
    const less = (share: number): string => `−${percent(1 - share)} on the 7 days before`;
    const each = (week: typeof before | typeof now): number => week.pageviews / week.visits;
    expect(await figure('Visits')).toEqual([written(now.visits), less(now.visits / before.visits)]);
    expect(await figure('Pageviews')).toEqual([
      written(now.pageviews),
      less(now.pageviews / before.pageviews),
    ]);
    expect(await figure('Pages per visit')).toEqual([each(now).toFixed(1), less(each(now) / each(before))]);
    // One category moved by more than chance.
    const moved = panel('What changed').getByRole('region', { name: 'Categories' });
    expect(await moved.getByRole('link').allTextContents()).toEqual(['Sale']);
    const share = (week: typeof before | typeof now): string => percent(week.ofSale / week.pageviews);
    expect(await moved.textContent()).toContain(`${share(before)} → ${share(now)}`);
    expect(await moved.textContent()).toMatch(/^Categories ?Lost ?Sale ?27% → 22% ?−5\.3 points$/);
  });

  it('finds the country that is third', async () => {
    await visit(REAL, 'Countries');
    // The third of the list is no country: addresses that end in .net are of anywhere.
    const names = ['Poland', 'Czechia', 'Addresses under .net', 'Lithuania'];
    const rows = await barsOf(page.getByRole('list', { name: 'Countries' }));
    expect(rows.slice(0, 4)).toEqual(
      KNOWN.countries.map((country, place) => [names[place], written(shown(country))]),
    );
    expect(rows.filter(([name]) => !name.startsWith('Addresses'))[2]).toEqual(['Lithuania', '163']);
  });
});

describe('in the storefront', () => {
  it('finds the search that leads nowhere, and what they asked instead', async () => {
    await visit(SHOP, 'Search desk');
    await page
      .getByRole('group', { name: 'Which terms' })
      .getByRole('button', { name: 'Nothing found' })
      .click();
    const { rows } = await told('search');
    const fault = rows.find(({ term }) => term === 'coffee maker');
    expect(fault?.empty).toBe(fault?.asked);
    const [first] = await rowsOf(table('Search terms'));
    expect(first).toMatchObject({
      Term: 'coffee maker',
      Visits: written(fault?.asked ?? 0),
      'Nothing found': '100%',
      'A result clicked': '–',
      'Asked again': percent((fault?.refined ?? 0) / (fault?.asked ?? 0)),
    });
    const instead = (await told('refinements')).rows.find(
      ({ from, to }) => from === 'coffee maker' && to === 'espresso machine',
    );
    const [asked] = await rowsOf(table('In other words'));
    expect(asked).toMatchObject({
      'First asked': 'coffee maker',
      'Then asked': 'espresso machine',
      Visits: written(instead?.n ?? 0),
    });
  });

  it('finds the product that is looked for on another shelf', async () => {
    await visit(SHOP, 'Categories');
    const { rows, labels } = await told('finds');
    const tried = new Map<string, number>();
    for (const { item, tried: shelf, found, n } of rows)
      if (shelf === 'coffee/espresso' && found !== shelf) tried.set(item, (tried.get(item) ?? 0) + n);
    const [item = '', n = 0] = [...tried].sort(([, a], [, b]) => b - a)[0] ?? [];
    expect(labels.product?.[item]).toMatch(/^Puffin milk frother in /);
    const [first] = await rowsOf(table('The right shelf'));
    expect(first).toMatchObject({ Product: labels.product?.[item], 'Most from one': written(n) });
    expect(first?.['Looked first in']).toMatch(new RegExp(`^Coffee / Espresso machines \\(${n}\\)`));
  });

  it('finds the detour from the gooseneck kettles to the coffee grinders', async () => {
    await visit(SHOP, 'Click paths');
    await press('All trails');
    await page.getByRole('searchbox', { name: 'Search trails' }).fill('gooseneck');
    const { rows } = await told('trails');
    const worn = rows.find(({ path }) => path.join() === 'kettles/gooseneck,coffee,coffee/grinders');
    expect(worn?.n).toBeGreaterThan(10);
    const trails = await rowsOf(table('Trails of three steps'));
    // Nobody goes straight: there is no link.
    expect(trails).toContainEqual(
      expect.objectContaining({
        Trail: 'Kettles / Gooseneck kettlesCoffeeCoffee / Coffee grinders',
        Taken: written(worn?.n ?? 0),
        Straight: '0',
        Detour: '100%',
      }),
    );
  });

  it('finds which positions of a list underperform, and the one that earns more than its place', async () => {
    await visit(SHOP, 'Layout');
    await page.getByRole('button', { name: /^Page: / }).click();
    await page.getByRole('searchbox', { name: 'Search pages' }).fill('/c/coffee');
    await page.getByRole('button', { name: /^Coffee \/c\/coffee\b(?!\/)/ }).click();
    await press('All sizes');
    await settled(page);
    const slots = new Map<number, { exposed: number; clicked: number }>();
    for (const { page: list, slot, exposed, clicked } of (await told('layout')).rows) {
      if (list !== '/c/coffee' || slot === null) continue;
      const before = slots.get(slot) ?? { exposed: 0, clicked: 0 };
      slots.set(slot, {
        exposed: before.exposed + (exposed ?? 0),
        clicked: before.clicked + (clicked ?? 0),
      });
    }
    const counted = [...slots].map(([slot, { exposed, clicked }]) => ({ slot, exposed, clicked }));
    const sum = (of: 'exposed' | 'clicked'): number => counted.reduce((all, each) => all + each[of], 0);
    const usual = sum('clicked') / sum('exposed');
    const expected = counted
      .sort((a, b) => a.clicked / a.exposed - b.clicked / b.exposed || a.slot - b.slot)
      .map(({ slot, exposed, clicked }) => ({
        slot,
        rate: percent(clicked / exposed),
        sure: wilson(clicked, exposed),
      }));

    const earns = table('What each position earns');
    await sortBy(earns, 'Click rate');
    const rows = await rowsOf(earns);
    expect(rows.map((row) => [row.Position, row['Click rate'], row['± Click rate']])).toEqual(
      expected.map(({ slot, rate, sure: { low, high } }) => [
        `Product list ${slot}`,
        rate,
        `with 95% confidence ${percent(low)} to ${percent(high)}`,
      ]),
    );
    // Those that earn less than the list does, by more than chance, stand where the sorting puts them.
    const below = expected
      .filter(({ sure: { high } }) => high < usual)
      .map(({ slot }) => `Product list ${slot}`);
    expect(below[0]).toBe(rows[0]?.Position);
    expect(rows.slice(0, 6).map(({ Position }) => Position)).toEqual(expect.arrayContaining(below));
    // The best stands last: it is planted there.
    expect(rows.at(-1)).toMatchObject({
      Position: 'Product list 12',
      Product: expect.stringMatching(/^Linnet filter machine in Butter/),
    });
    expect(expected.at(-1)?.sure.low).toBeGreaterThan(usual);
  });

  it('finds where carts are left', async () => {
    await visit(SHOP, 'Funnel');
    const all = (await told('funnel')).rows.find(({ category }) => category === '(any)');
    const counts = [all?.list, all?.product, all?.cart, all?.checkout, all?.order].map((n) => n ?? 0);
    const names = ['Saw a list', 'Saw a product', 'Put it into the cart', 'Went to the checkout', 'Ordered'];
    const stages = page.getByRole('list', { name: 'Stages' });
    expect(await barsOf(stages)).toEqual(counts.map((n, at) => [names[at], written(n)]));
    const shares = counts.slice(1).map((n, before) => n / (counts[before] ?? 0));
    expect(await stages.locator('.rate > span:first-child').allTextContents()).toEqual(shares.map(percent));
    // Of those with a cart fewest get over the last step: more than half of those at the checkout leave it.
    expect(shares[3]).toBeLessThan(Math.min(0.5, shares[2] ?? 0));
  });

  it('finds the products that are put into carts and not ordered', async () => {
    await visit(SHOP, 'Products');
    const { rows, labels } = await told('products');
    const nameOf = ({ item }: { readonly item: string }): string => labels.product?.[item] ?? item;
    const products = table('Products');
    const seldom = rows
      .flatMap(({ item, added, ordered }) =>
        added === null || ordered === null ? [] : [{ item, share: ordered / added }],
      )
      .sort((a, b) => a.share - b.share);
    await sortBy(products, 'Ordered of those in carts');
    await sortBy(products, 'Ordered of those in carts');
    const lowest = (await rowsOf(products)).slice(0, 3);
    expect(lowest.map((row) => [row.Product, row['Ordered of those in carts']])).toEqual(
      seldom.slice(0, 3).map((row) => [nameOf(row), percent(row.share)]),
    );

    // Of those that nobody ordered there is no share: they are found by what lies in carts.
    const never = rows
      .filter(({ ordered }) => ordered === null)
      .sort((a, b) => (b.added ?? 0) - (a.added ?? 0));
    expect(never.length).toBeGreaterThan(5);
    await sortBy(products, 'Put into the cart');
    const left = (await rowsOf(products)).filter((row) => row.Ordered === '–').slice(0, 5);
    expect(left.map((row) => [row.Product, row['Put into the cart']])).toEqual(
      never.slice(0, 5).map((row) => [nameOf(row), written(row.added ?? 0)]),
    );
  });

  it('finds the busiest hour', async () => {
    await visit(SHOP, 'Visits');
    const { rows } = await told('hours');
    const { hour, n } = rows.reduce((most, row) => (row.n > most.n ? row : most));
    const day = DAYS[Math.floor(hour / 24)];
    // People shop on the sofa after eight.
    expect([20, 21]).toContain(hour % 24);
    expect(await page.locator('.note', { hasText: 'Busiest' }).textContent()).toBe(
      `Busiest: ${day}, from ${hour % 24}:00, with ${written(n)} visits.`,
    );
  });

  it('saves a chart as a picture, to enlarge and to paste', async () => {
    await visit(SHOP, 'Funnel');
    const ordered = (await told('funnel')).rows.find(({ category }) => category === '(any)')?.order ?? 0;
    const stages = panel('From a list to an order');
    const take = (kind: string) => async (): Promise<void> => {
      await stages.getByRole('button', { name: /save as picture$/ }).click();
      await stages.getByRole('button', { name: kind }).click();
    };
    const svg = await download(take('SVG'));
    expect(svg.name).toBe('from-a-list-to-an-order.svg');
    const drawing = svg.bytes.toString('utf8');
    expect(drawing).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(drawing).toContain('>Ordered</text>');
    expect(drawing).toContain(`>${written(ordered)}</text>`);
    expect(drawing).toContain('Storefront · ');
    const png = await download(take('PNG'));
    expect(png.name).toBe('from-a-list-to-an-order.png');
    expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  });
});
