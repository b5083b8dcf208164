/** Every screen that there is, by the model of the addresses, and what is to be seen of each: nothing is listed here by hand. */
import type { Page } from 'playwright-core';
import { OWN_SCREENS, SCREENS, type Screen } from '../../packages/dashboard/src/state/route.ts';

export { SCREENS, type Screen };

/** Those that are not of a site stand in the menu of the account. */
export const isOwn = (screen: Screen): boolean => OWN_SCREENS.includes(screen);

/** The screens that the navigation and the menu of the account lead to, in their order. */
export async function offeredScreens(page: Page): Promise<readonly string[]> {
  await page.keyboard.press('?');
  const links = page.locator('.side-nav a, .account .choices a');
  await page.locator('.account .choices a').first().waitFor();
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  await page.keyboard.press('Escape');
  return addresses.map((address) => /^#\/[^/]+\/(\w+)/.exec(address)?.[1] ?? address);
}

/**
 * What reaches beyond its edge: the page beyond the window, or an element beyond one that cuts it off and cannot be scrolled.
 * Where nothing does, an empty list.
 */
export const overflowing = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const root = document.documentElement;
    const found =
      root.scrollWidth > root.clientWidth ? [`the page by ${root.scrollWidth - root.clientWidth} px`] : [];
    for (const element of document.querySelectorAll<HTMLElement>(
      'main *, .side *, .foot-nav *, dialog[open], dialog[open] *',
    )) {
      const { overflowX, textOverflow, clipPath } = getComputedStyle(element);
      // Cut off with an ellipsis is meant; so is what is there for readers of the screen alone.
      // A field scrolls what is typed into it.
      if (element.matches('input')) continue;
      const isCut =
        ['hidden', 'clip'].includes(overflowX) && textOverflow !== 'ellipsis' && clipPath === 'none';
      if (isCut && element.scrollWidth > element.clientWidth + 1)
        found.push(
          `${element.localName}.${element.className} by ${element.scrollWidth - element.clientWidth} px`,
        );
    }
    // What is not in a part that can be scrolled stays within its panel.
    for (const panel of document.querySelectorAll<HTMLElement>('main .panel, .head')) {
      const edge = panel.getBoundingClientRect().right + 1;
      for (const element of panel.querySelectorAll<HTMLElement>('*')) {
        if (
          element.closest('.table-scroll, .columns, .popover-panel, svg, .visually-hidden, [hidden]') !== null
        )
          continue;
        if (element.getBoundingClientRect().right > edge && element.checkVisibility())
          found.push(
            `${element.localName}.${element.className} “${element.textContent?.slice(0, 30)}” out of its panel`,
          );
      }
    }
    return found;
  });
