/**
 * Walks a page by Tab alone, from its beginning until the focus is there again, and writes down what it came to: what it is
 * called, whether it is seen to have the focus, and what can be pressed and was never come to.
 */
import type { Page } from 'playwright-core';

export interface Walk {
  /** What was come to, in order. */
  readonly stops: readonly string[];
  /** What is wrong, each with the element that it is of. */
  readonly faults: readonly string[];
}

/** Keys that are pressed before it is looked where the focus is. */
const AT_ONCE = 25;
/** A page with more is a trap, or none for the keyboard. */
const MOST = 600;

/** Listens in the page from now on. */
function listen(): void {
  const seenBy = ({
    outlineStyle,
    outlineColor,
    outlineWidth,
    boxShadow,
    borderColor,
  }: CSSStyleDeclaration) => [outlineStyle, outlineColor, outlineWidth, boxShadow, borderColor].join();
  /** A ring may be that of what the element stands in, or of what it is drawn by. */
  const looks = (element: Element): string =>
    [element, element.parentElement, element.nextElementSibling, element.firstElementChild]
      .map((one) => (one === null ? '' : seenBy(getComputedStyle(one))))
      .join(' | ');
  const wordsOf = (ids: string | null): string =>
    (ids ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ');
  const nameOf = (element: Element): string => {
    const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
    const names = [
      wordsOf(element.getAttribute('aria-labelledby')),
      element.getAttribute('aria-label'),
      labels.map(({ textContent }) => textContent).join(' '),
      element.textContent,
      element.getAttribute('title'),
    ];
    return names.map((name) => (name ?? '').trim()).find((name) => name !== '') ?? '';
  };
  const what = (element: Element): string =>
    `${element.localName}${element.className === '' ? '' : `.${element.getAttribute('class')}`} “${nameOf(element).slice(0, 50)}”`;
  const PRESSED =
    'a[href], button, input, select, textarea, summary, [tabindex], [role="button"], [role="link"], [contenteditable]';
  const visited: Element[] = [];
  const faults: string[] = [];
  let last: { readonly element: Element; readonly focused: string } | null = null;
  let isRound = false;

  /** Once the focus is gone from it, the one before looks as it does without. */
  const leave = (): void => {
    if (last?.element.isConnected && looks(last.element) === last.focused)
      faults.push(`is not seen to have the focus: ${what(last.element)}`);
    last = null;
  };
  const come = ({ target }: Event): void => {
    if (!(target instanceof Element) || isRound) return;
    leave();
    if (visited.includes(target)) {
      isRound = target === visited[0];
      if (!isRound) faults.push(`is come to twice: ${what(target)}`);
      return;
    }
    const before = visited.at(-1);
    visited.push(target);
    last = { element: target, focused: looks(target) };
    if (nameOf(target) === '') faults.push(`has no name: ${target.outerHTML.slice(0, 120)}`);
    if (before !== undefined && !(before.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING))
      faults.push(`comes before what it stands after: ${what(target)}`);
    const [from, to] = [before, target].map(
      (one) => one?.closest('main .panel')?.getBoundingClientRect().top,
    );
    if (from !== undefined && to !== undefined && to < from - 1)
      faults.push(`stands above what comes before it: ${what(target)}`);
    const { left, right, top, bottom, width, height } = target.getBoundingClientRect();
    if (width === 0 || height === 0) faults.push(`has the focus and is not there: ${what(target)}`);
    // In the middle of what is in the window of it, it is seen itself, or what it is drawn by.
    const middle = (from: number, to: number, most: number): number =>
      (Math.max(from, 0) + Math.min(to, most)) / 2;
    const [x, y] = [middle(left, right, innerWidth), middle(top, bottom, innerHeight)];
    const above = document.elementFromPoint(x, y);
    if (
      above !== null &&
      !target.contains(above) &&
      !above.contains(target) &&
      above.closest('label') === null
    )
      faults.push(`lies beneath ${what(above)}: ${what(target)}`);
  };
  document.addEventListener('focusin', come);

  const isThere = (element: Element): boolean =>
    element.checkVisibility({ checkVisibilityCSS: true }) &&
    element.getClientRects().length > 0 &&
    !element.matches(':disabled');
  /** Of radio buttons one is come to, and arrows lead on; so with a row of elements of which one alone has a tab stop. */
  const isOfVisited = (element: Element): boolean =>
    element instanceof HTMLInputElement && element.type === 'radio'
      ? visited.some((one) => one instanceof HTMLInputElement && one.name === element.name)
      : element.getAttribute('tabindex') === '-1' &&
        (!element.matches('a, button, input, select, summary') ||
          visited.some((one) => one.parentElement?.parentElement === element.parentElement?.parentElement));

  Object.assign(window, {
    walk: {
      isRound: () => isRound,
      end: () => {
        leave();
        document.removeEventListener('focusin', come);
        for (const element of document.querySelectorAll(PRESSED)) {
          if (isThere(element) && !visited.includes(element) && !isOfVisited(element))
            faults.push(`is never come to: ${what(element)}`);
        }
        return { stops: visited.map(what), faults };
      },
    },
  });
}

interface InPage {
  readonly walk: { isRound(): boolean; end(): { stops: string[]; faults: string[] } };
}

/**
 * Opens whatever the screen itself has to open, by Enter, and closes it by Escape.
 *
 * @returns What did not take the focus as it opened, or not give it back as it closed.
 */
export async function openAndClose(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const button of await page.locator('main .popover-button[aria-expanded]:visible').all()) {
    const name = (await button.getAttribute('aria-label')) ?? (await button.textContent());
    const becomes = (state: 'open' | 'closed'): Promise<unknown> =>
      button
        .and(
          page.locator(
            state === 'open'
              ? '[aria-expanded=true]:has(+ :is(:focus, :focus-within))'
              : '[aria-expanded=false]:focus',
          ),
        )
        .waitFor()
        .catch(() => faults.push(`is not ${state} with the focus where it belongs: ${name}`));
    await button.focus();
    await page.keyboard.press('Enter');
    await becomes('open');
    await page.keyboard.press('Escape');
    await becomes('closed');
  }
  return faults;
}

export async function walkByTab(page: Page): Promise<Walk> {
  await page.evaluate(() => {
    // Wherever the focus was, it begins with the page.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
  await page.evaluate(listen);
  let isRound = false;
  for (let pressed = 0; !isRound && pressed < MOST; pressed += AT_ONCE) {
    await Promise.all(Array.from({ length: AT_ONCE }, () => page.keyboard.press('Tab')));
    isRound = await page.evaluate(() => (window as unknown as InPage).walk.isRound());
  }
  const { stops, faults } = await page.evaluate(() => (window as unknown as InPage).walk.end());
  return { stops, faults: isRound ? faults : [...faults, `the focus does not come round in ${MOST} steps`] };
}
