/**
 * A screen while its numbers are on their way: whatever it asks for is held back and let go one after the other, so that every
 * state between is painted, and what moves meanwhile is told by the browser itself.
 */
import type { Page, Route } from 'playwright-core';

/** Who is signed in and which sites there are: without them there is no screen yet. */
const FIRST = ['/v1/account', '/v1/sites'];

export interface Shift {
  /** As Chromium counts it: the share of the window that moved, times how far. */
  readonly value: number;
  /** What moved, and from where to where. */
  readonly moved: readonly string[];
}

export interface SlowPage {
  /** Loads an address anew, and resolves when something of a screen stands there. */
  open(url: string): Promise<void>;
  /** Resolves when all that was asked for has been answered and painted; answers come one by one, in the order of asking. */
  release(): Promise<void>;
  /** All shifts since the page was loaded, those right after a key or click too. */
  shifts(): Promise<readonly Shift[]>;
}

/** Resolves when nothing of the screen is on its way. */
export const settled = async (page: Page): Promise<void> => {
  await page.locator('main :is(.panel, .message)').first().waitFor();
  await page.waitForFunction(
    () => document.querySelector('.starting, .skeleton, [aria-busy="true"]') === null,
  );
};

/** Has two frames painted, the second with all that the first brought about. */
export const painted = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );

/** @param page On which nothing was opened yet. */
export async function slowDown(page: Page): Promise<SlowPage> {
  const held: Route[] = [];
  /** Called when one more is held. */
  let onHeld = (): void => {};
  await page.route(
    ({ pathname }) => pathname.startsWith('/v1/') && !FIRST.includes(pathname),
    (route) => {
      held.push(route);
      onHeld();
    },
  );
  const letGo = async (): Promise<void> => {
    for (let route = held.shift(); route !== undefined; route = held.shift()) {
      const request = route.request();
      const answered = page.waitForResponse((response) => response.request() === request);
      await route.continue();
      await (await answered).finished();
      await painted(page);
    }
  };
  await page.addInitScript(() => {
    const shifts: Shift[] = [];
    const place = ({ x, y, width, height }: DOMRectReadOnly): string =>
      `${[x, y, width, height].map(Math.round).join(' ')}`;
    const name = (node: Node | null): string =>
      node instanceof Element
        ? `${node.localName}.${node.getAttribute('class') ?? ''} “${node.textContent?.slice(0, 30)}”`
        : `${node?.textContent?.slice(0, 30)}`;
    type Entry = PerformanceEntry & {
      readonly value: number;
      readonly sources: readonly {
        node: Node | null;
        previousRect: DOMRectReadOnly;
        currentRect: DOMRectReadOnly;
      }[];
    };
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as Entry[])
        shifts.push({
          value,
          moved: sources.map(
            ({ node, previousRect, currentRect }) =>
              `${name(node)}: ${place(previousRect)} to ${place(currentRect)}`,
          ),
        });
    }).observe({ type: 'layout-shift', buffered: true });
    Object.assign(window, { shifts });
  });
  return {
    async open(url) {
      // What was asked for by the page before is never answered.
      await page.goto('about:blank');
      held.length = 0;
      await page.goto(url);
      await page.locator('main :is(.skeleton, [aria-busy="true"], .panel, .message)').first().waitFor();
    },
    async release() {
      await painted(page);
      do {
        await letGo();
        // What was answered may have brought a part of the screen that asks for more.
        const more = new Promise<void>((resolve) => {
          onHeld = resolve;
        });
        if (held.length === 0) await Promise.race([more, settled(page)]);
        await painted(page);
      } while (held.length > 0);
    },
    shifts: () => page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts),
  };
}
