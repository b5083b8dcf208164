/**
 * How long a screen takes from the click on its link: until the frame is painted in which nothing of it is on its way any more.
 * The clock starts when the browser got the click, and stops when it has handed over that frame.
 */
import type { Page } from 'playwright-core';
import { isOwn, type Screen } from './screens.ts';

export interface Painted {
  /** When its title, and whatever it shows first, was painted. */
  readonly firstMs: number;
  readonly lastMs: number;
}

/** In the page, before the click. @param quietMs What nothing follows for so long was the last. */
function watch(quietMs: number): Promise<Painted> {
  return new Promise((resolve) => {
    const before = document.querySelector('h1')?.textContent;
    let clickedAt = Number.NaN;
    let firstMs = Number.NaN;
    /** How often something has changed. */
    let changes = 0;
    // A task after the callbacks of a frame comes once that frame is painted.
    const afterPaint = (then: () => void): void => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = then;
        port2.postMessage(null);
      });
    };
    const isThere = (): boolean =>
      document.querySelector('h1')?.textContent !== before &&
      document.querySelector('main :is(.panel, .message)') !== null &&
      document.querySelector('.starting, .skeleton, [aria-busy="true"]') === null;
    const observer = new MutationObserver(() => {
      changes += 1;
      if (Number.isNaN(firstMs) && document.querySelector('h1')?.textContent !== before) {
        firstMs = 0;
        afterPaint(() => {
          firstMs = performance.now() - clickedAt;
        });
      }
      if (!isThere()) return;
      const mine = changes;
      afterPaint(() => {
        const lastMs = performance.now() - clickedAt;
        // A part that comes later still asks for its own, and this was not the last frame.
        setTimeout(() => {
          if (mine !== changes) return;
          observer.disconnect();
          resolve({ firstMs, lastMs });
        }, quietMs);
      });
    });
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    document.addEventListener(
      'click',
      ({ timeStamp }) => {
        clickedAt = timeStamp;
      },
      { capture: true, once: true },
    );
  });
}

/** As long as a pointer rests on a link before it is pressed, when somebody is quick. */
const REST_MS = 100;
const QUIET_MS = 500;

/** @param page With another screen of the dashboard open. */
export async function paintOf(page: Page, screen: Screen): Promise<Painted> {
  if (isOwn(screen)) await page.locator('.account .popover-button').click();
  const link = page.locator(`${isOwn(screen) ? '.account .choices' : '.side-nav'} a[href*="/${screen}"]`);
  await link.waitFor();
  await link.hover();
  await page.waitForTimeout(REST_MS);
  const painted = page.evaluate(watch, QUIET_MS);
  await link.click();
  return painted;
}
