/**
 * The four states in which nothing may happen, each brought about in a fresh browser and watched while its visitor walks
 * about: before a choice, after a refusal, under Global Privacy Control, after a withdrawal.
 */
import type { Browser, Page } from 'playwright-core';
import type { Call } from './in-page.ts';
import { type Kept, keptBy } from './kept.ts';
import type { Subject } from './subject.ts';
import { walkAbout } from './walk.ts';
import { type Watched, watch } from './watch.ts';

export const PHASES = ['before a choice', 'after Reject', 'under GPC', 'after withdrawal'] as const;
export type Phase = (typeof PHASES)[number];

export interface Observation {
  /** When it began, by the visitor's clock. */
  readonly time: string;
  /** What no asset would be fetched by, as `POST http://…`. */
  readonly requests: readonly string[];
  /** The tool's own files and public configuration that were asked for, each once. */
  readonly assets: readonly string[];
  /** Uses of what can send something. */
  readonly sends: readonly Call[];
  /** Uses of what can keep something. */
  readonly keeps: readonly Call[];
  /** In the end, before the page closes. */
  readonly kept: readonly Kept[];
  /** Of the longest `Cookie` header that the shop was sent. */
  readonly cookieBytes: number;
  /** Labels of what can be clicked and is not the shop's. */
  readonly controls: readonly string[];
  /** What the visitor reads or hears once the state is there. */
  readonly text: string;
}

/** Two visitors of one day, at moments that have nothing in common. */
export const MORNING = '2026-11-24T08:13:27.101Z';
export const EVENING = '2026-11-24T19:48:02.966Z';

/** Clicks one selector after the other, as soon as each is there. */
async function click(page: Page, selectors: readonly string[]): Promise<void> {
  for (const selector of selectors) await page.locator(`${selector}:visible`).first().click();
}

/** Brings the state about; what is watched begins with it. */
async function bringAbout(phase: Phase, subject: Subject, watched: Watched): Promise<void> {
  const { page } = watched.visitor;
  const { clicks } = subject;
  await page.goto(subject.url, { waitUntil: 'networkidle' });
  if (phase === 'after Reject') await click(page, clicks.reject);
  if (phase === 'after withdrawal') {
    await click(page, clicks.accept);
    await page.clock.runFor(60_000);
    // Something happens when it is agreed to: else nothing would be worth nothing.
    await watched.untilAsked();
    await page.reload({ waitUntil: 'networkidle' });
    // What is seen of the page while it is agreed to is taken down and sent.
    await page.clock.runFor(60_000);
    await page.waitForFunction(() => !sessionStorage.getItem('holloway.outbox')?.includes('"body"'));
    watched.begin();
    await click(page, clicks.withdraw);
  }
}

const controlsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a[href], [role="button"]')]
      .filter((each) => each.checkVisibility() && !each.closest('header, nav, main, footer, a[href^="#"]'))
      .map((each) => each.textContent.trim() || (each.getAttribute('aria-label') ?? '')),
  );

export interface ObserveOptions {
  /** What the visitor's clock says. Default: a morning. */
  readonly time?: string;
}

export async function observe(
  browser: Browser,
  subject: Subject,
  phase: Phase,
  { time = MORNING }: ObserveOptions = {},
): Promise<Observation> {
  const watched = await watch(browser, subject, { time, objects: phase === 'under GPC' });
  const { context, page } = watched.visitor;
  await bringAbout(phase, subject, watched);
  const text = await page.locator('body').ariaSnapshot();
  await walkAbout(page, subject.walk);
  const controls = await controlsOf(page);
  const kept = await watched.meanwhile(() => keptBy(context, page));
  await watched.leave();
  const calls = watched.calls();
  const isToolsOrShops = (url: string): boolean =>
    URL.canParse(url, subject.url) &&
    [subject.isTools, subject.isShops].some((is) => is(new URL(url, subject.url).href));
  return {
    time,
    requests: watched.requests(),
    assets: watched.assets(),
    sends: calls.filter(({ sort, detail }) => sort === 'send' && !isToolsOrShops(detail)),
    keeps: calls.filter(({ sort }) => sort === 'keep'),
    kept,
    cookieBytes: watched.cookieBytes(),
    controls,
    text,
  };
}

/** Whether scripts of others run on a page that its visitor just opened, without any choice. */
export async function runsUnasked(browser: Browser, subject: Subject, objects: boolean): Promise<boolean> {
  const watched = await watch(browser, subject, { time: MORNING, objects });
  await watched.visitor.page.goto(subject.url, { waitUntil: 'networkidle' });
  await watched.leave();
  return watched.requests().length > 0;
}
