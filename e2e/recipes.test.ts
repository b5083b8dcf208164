/**
 * The recipes for React and Vue as stores would copy them, with the routers that most of them have: in a real Chromium,
 * from the markup of a server to what arrives at a collector.
 */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hide, newVisitor, openBrowser, type Visitor } from './support/browser.ts';
import { type Collector, createCollector } from './support/collector.ts';
import { countsOf, type Ear, openEar } from './support/ear.ts';
import { type RecipeShop, serveRecipe } from './support/recipe-shop.ts';

let browser: Browser;
let collector: Collector;
beforeAll(async () => {
  browser = await openBrowser();
  collector = await createCollector({ HOLLOWAY_RATE_PER_NETWORK: '0' });
  await collector.start();
});
afterAll(async () => {
  await browser.close();
  await collector.remove();
});

describe.each(['react', 'vue'] as const)('a shop in %s', (recipe) => {
  let ear: Ear;
  let shop: RecipeShop;
  let visitor: Visitor;
  /** What the page complained of: markup that differs from the server's, errors, warnings. */
  let complaints: string[];

  beforeAll(async () => {
    ear = await openEar(collector.url);
    shop = await serveRecipe(recipe, ear.url);
    await collector.holloway('site', 'add', recipe, '--origin', shop.url, '--kind', 'test');
  });
  afterAll(async () => {
    await shop.close();
    await ear.close();
  });
  beforeEach(async () => {
    visitor = await newVisitor(browser);
    complaints = [];
    visitor.page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    visitor.page.on('pageerror', (error) => complaints.push(error.message));
    await visitor.page.goto(shop.url, { waitUntil: 'networkidle' });
  });
  afterEach(async () => {
    await visitor.close();
  });

  const collected = () => ear.heard.filter(({ path }) => path === '/v1/collect');
  const note = () => visitor.page.getByRole('status').textContent();
  const accept = () => visitor.page.getByRole('button', { name: 'Accept all' }).click();
  /** A visitor needs longer to choose than a page to settle; a program has to be told to wait. */
  const isCounted = (path: string) =>
    visitor.page.waitForFunction(
      (expected) => JSON.parse(localStorage.getItem('holloway.visit') ?? '{}').visit?.page.path === expected,
      path,
    );
  async function order(arrival: (path: string) => Promise<unknown>): Promise<void> {
    await visitor.page.getByRole('link', { name: 'Heron' }).click();
    await arrival('/p/heron');
    await visitor.page.getByRole('button', { name: 'Order for 49.9' }).click();
    await arrival('/order/heron');
    await visitor.page.getByRole('heading', { name: 'Thank you' }).waitFor();
  }

  it('is taken over from the server without a complaint, and asks once', async () => {
    expect(await note()).toBe('This visit is not counted.');
    expect(await visitor.page.getByRole('button', { name: 'Accept all' }).count()).toBe(1);
    expect(ear.heard.filter(({ path }) => path.endsWith('/config.json'))).toHaveLength(1);
    expect(complaints).toEqual([]);
  });

  it('sends nothing of a visitor who has not agreed, whatever it tells', async () => {
    await order((path) => visitor.page.waitForURL(`**${path}`));
    await hide(visitor.page);
    await visitor.close();
    expect(collected()).toEqual([]);
  });

  it('shows at once what the visitor chose, and what they chose in another tab', async () => {
    await accept();
    await visitor.page.getByText('This visit is counted.').waitFor();
    const other = await visitor.context.newPage();
    await other.goto(shop.url, { waitUntil: 'networkidle' });
    await other.evaluate(() => window.holloway?.consent.set({ analytics: false }));
    await visitor.page.getByText('This visit is not counted.').waitFor();
    expect(complaints).toEqual([]);
  });

  it('counts each route as a page, and a cart and an order as what they are', async () => {
    const before = ear.batches().length;
    await accept();
    await isCounted('/');
    await order(isCounted);
    await hide(visitor.page);
    const counts = () => countsOf(ear.batches().slice(before));
    await ear.until(() => counts()['page.view /order/heron'] !== undefined);

    expect(counts()).toMatchObject({
      visit: 1,
      'page.view /': 1,
      'page.view /p/heron': 1,
      'page.view /order/heron': 1,
      'flow.page / /p/heron': 1,
      'flow.page /p/heron /order/heron': 1,
      'flow.category (entry) kettles': 1,
      'flow.category kettles kettles': 1,
      'flow.category kettles (order)': 1,
      'slot.clicked / grid/1 KE-101 l': 1,
      'slot.added / grid/1 KE-101 l': 1,
      'slot.ordered / grid/1 KE-101 l': 1,
      'commerce.added KE-101 EUR': 1,
      'commerce.ordered KE-101 EUR': 1,
      // React told the order twice.
      'commerce.purchase EUR': 1,
    });
    expect(complaints).toEqual([]);
  });
});
