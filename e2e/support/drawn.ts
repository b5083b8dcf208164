/** The page has been drawn: what observes it hears of that with every frame, and frames come by the real clock. */
import type { Page } from 'playwright-core';

export const isDrawn = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((drawn) => {
        const observer = new IntersectionObserver(() => {
          observer.disconnect();
          drawn();
        });
        observer.observe(document.body);
      }),
  );

/** A product is exposed after a second, and its exposure taken down a second later; a click is in vain after two and a half. */
export const LOOKED_MS = 3_500;
const STEP_MS = 500;

/** Long enough, by the clock of the browser, for what is in the window to be seen, and clicks to be told of. */
export async function look(page: Page): Promise<void> {
  for (let ms = 0; ms < LOOKED_MS; ms += STEP_MS) {
    await isDrawn(page);
    await page.clock.runFor(STEP_MS);
  }
}
