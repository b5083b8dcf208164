/**
 * Browsers' own helpers can answer our banner: DuckDuckGo's autoconsent by its heuristics alone, in the languages whose
 * patterns it knows, and by our rule in all.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AutoConsentCMPRule } from '@duckduckgo/autoconsent';
import { LANGUAGES, type Language } from '@holloway/protocol';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ConsentTool } from './peers/consent-tool.ts';
import { holloway } from './peers/holloway.ts';
import { shopPage } from './peers/shop-page.ts';
import { type Answered, letAutoconsentAnswer } from './support/autoconsent.ts';
import { newVisitor, openBrowser, type Visitor } from './support/browser.ts';
import { type Collector, createCollector } from './support/collector.ts';
import { openRecordingServer, type RecordingServer } from './support/recording-server.ts';

const RULE_FILE = join(import.meta.dirname, '../packages/sdk/autoconsent/holloway.json');
/** Those in which its heuristics know both how banners and how refusals are worded. */
const KNOWN_TO_HEURISTICS = ['en', 'fr', 'de', 'es', 'it', 'nl', 'pt', 'pl'] as const;

let browser: Browser;
let collector: Collector;
let shop: RecordingServer;
let rule: AutoConsentCMPRule;
let tool: ConsentTool;
let visitor: Visitor;

beforeAll(async () => {
  rule = JSON.parse(await readFile(RULE_FILE, 'utf8'));
  [browser, collector] = await Promise.all([openBrowser(), createCollector()]);
  await collector.start();
  // The path of a page is its language.
  shop = await openRecordingServer(
    '127.0.0.1',
    () => {},
    (path) => ({ type: 'text/html', body: shopPage({ path: '/', tool, held: [], language: path.slice(1) }) }),
  );
  await collector.holloway('site', 'add', 'shop', '--origin', shop.url, '--kind', 'test');
  tool = holloway(collector.url, 'shop');
});
afterEach(() => visitor.close());
afterAll(async () => {
  await shop.close();
  await browser.close();
  await collector.remove();
});

async function visit(language: Language): Promise<Page> {
  visitor = await newVisitor(browser);
  await visitor.page.goto(`${shop.url}/${language}`);
  const reject = await visitor.page.locator('#holloway-ui [data-holloway-action="reject"]').textContent();
  // Each language in its own words: the banner in English would prove nothing of the others.
  expect(reject === 'Reject all').toBe(language === 'en');
  return visitor.page;
}

/** What the visitor's browser keeps of the choice. */
const choiceOf = (page: Page): Promise<unknown> =>
  page.evaluate(() => JSON.parse(localStorage.getItem('holloway.choice') ?? 'null')?.choices);

const NOTHING = { preferences: false, analytics: false, marketing: false };

const byHeuristics = (page: Page): Promise<Answered> =>
  letAutoconsentAnswer(page, { rules: [], action: 'optOut', heuristics: true });

describe('autoconsent, by heuristics alone', () => {
  it.each(KNOWN_TO_HEURISTICS)('refuses for a visitor who reads %s', async (language) => {
    const page = await visit(language);
    expect(await byHeuristics(page)).toEqual({
      detected: ['HEURISTIC-REJECT'],
      result: true,
      selfTest: true,
      errors: [],
    });
    expect(await choiceOf(page)).toEqual(NOTHING);
  });

  it.each([
    {
      flaw: 'does not stand out of the page',
      spoil: (banner: HTMLElement) => banner.setAttribute('style', 'position: static'),
    },
    {
      flaw: 'has another word for refusing',
      spoil: (banner: HTMLElement) =>
        banner.querySelector('[data-holloway-action=reject]')?.replaceChildren('Hm'),
    },
  ])('would not know a banner that $flaw', async ({ spoil }) => {
    const page = await visit('en');
    await page.locator('#holloway-ui').evaluate(spoil);
    expect(await byHeuristics(page)).toMatchObject({ detected: [], result: null });
    expect(await choiceOf(page)).toBeUndefined();
  });
});

describe('autoconsent, by our rule', () => {
  it.each(LANGUAGES)('refuses for a visitor who reads %s', async (language) => {
    const page = await visit(language);
    const answered = await letAutoconsentAnswer(page, { rules: [rule], action: 'optOut', heuristics: false });
    expect(answered).toEqual({ detected: ['holloway'], result: true, selfTest: true, errors: [] });
    expect(await choiceOf(page)).toEqual(NOTHING);
    expect(await page.locator('#holloway-control').isVisible()).toBe(true);
  });

  it('agrees for a visitor who wants it to', async () => {
    const page = await visit('en');
    const answered = await letAutoconsentAnswer(page, { rules: [rule], action: 'optIn', heuristics: false });
    expect(answered).toEqual({ detected: ['holloway'], result: true, selfTest: null, errors: [] });
    expect(await choiceOf(page)).toMatchObject({ analytics: true });
  });

  it('finds nothing to do where a choice was made', async () => {
    const page = await visit('en');
    await page.locator('[data-holloway-action="reject"]').click();
    const answered = await letAutoconsentAnswer(page, { rules: [rule], action: 'optOut', heuristics: false });
    expect(answered).toMatchObject({ detected: [], result: null });
  });

  it('is the only one of all rules that takes our banner for its own', async () => {
    const file = createRequire(import.meta.url).resolve('@duckduckgo/autoconsent/rules/rules.json');
    const { autoconsent: theirs } = JSON.parse(await readFile(file, 'utf8')) as {
      autoconsent: AutoConsentCMPRule[];
    };
    expect(theirs.length).toBeGreaterThan(100);
    const page = await visit('en');
    const answered = await letAutoconsentAnswer(page, {
      rules: [...theirs, rule],
      action: 'optOut',
      heuristics: true,
    });
    expect(answered).toEqual({ detected: ['holloway'], result: true, selfTest: true, errors: [] });
  });
});
