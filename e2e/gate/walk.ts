/**
 * What a visitor may do on a page without choosing anything: click about, scroll, wait, look elsewhere, go on and come
 * back, load again, leave. The clock is the test's, so that waiting takes no time.
 */
import type { Page } from 'playwright-core';
import { hide, show, throughBackForwardCache } from '../support/browser.ts';

const IDLE_MINUTES = 30;

export interface Walk {
  /** A link of the shop that leads to another page of it. */
  readonly link: string;
  /** Something that can be clicked without leaving the page. */
  readonly idleClick: string;
}

export async function walkAbout(page: Page, { link, idleClick }: Walk): Promise<void> {
  await page.locator(idleClick).first().click({ force: true });
  await page.mouse.move(400, 300);
  await page.mouse.wheel(0, 4000);
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await page.clock.runFor(IDLE_MINUTES * 60_000);
  await hide(page);
  await page.clock.runFor(60_000);
  await show(page);
  await throughBackForwardCache(page);

  const { pathname } = new URL(page.url());
  await page.locator(link).first().click();
  await page.waitForURL((url) => url.pathname !== pathname, { waitUntil: 'networkidle' });
  await page.goBack({ waitUntil: 'networkidle' });
  await page.clock.runFor(60_000);
  await page.reload({ waitUntil: 'networkidle' });
  await page.clock.runFor(60_000);
}
