/**
 * The rules that a page can be held to by looking at it: each a question to the page that is open, whose answer lists
 * what breaks the rule. The tests ask it of our pages, where the list is empty, and of pages that break the rule.
 * Sources: the EDPB's cookie banner taskforce (2023), CNIL 2020-091, GDPR articles 7 and 13, WCAG 2.2.
 */
import type { Page } from 'playwright-core';

/** By their words, as a visitor tells them apart. */
export interface Answers {
  readonly accept: string;
  readonly reject: string;
}

/** Rules 2 and 3: Reject is in the first layer, and as prominent as Accept. */
export const inequalities = (page: Page, answers: Answers): Promise<string[]> =>
  page.evaluate(({ accept, reject }) => {
    const found = (label: string) =>
      [...document.querySelectorAll<HTMLElement>('button,a,[role=button],input')].find(
        (each) => each.textContent?.trim() === label && each.checkVisibility(),
      );
    const [yes, no] = [found(accept), found(reject)];
    if (!yes || !no) return ['one of the answers is not there at first'];
    const findings: string[] = [];
    if (yes.tagName !== 'BUTTON' || no.tagName !== 'BUTTON') findings.push('not both are buttons');
    if (yes.parentElement !== no.parentElement) findings.push('they do not stand together');
    const [a, b] = [yes.getBoundingClientRect(), no.getBoundingClientRect()];
    if (Math.abs(a.height - b.height) > 1) findings.push('their heights differ');
    if (Math.abs(a.width - b.width) > 1) findings.push('their widths differ');
    for (const { left, right, top, bottom } of [a, b]) {
      if (top < 0 || left < 0 || bottom > innerHeight + 1 || right > innerWidth + 1)
        findings.push('one is beyond the screen');
    }
    const [one, other] = [getComputedStyle(yes), getComputedStyle(no)];
    const looks = [
      'fontSize',
      'fontWeight',
      'fontFamily',
      'color',
      'backgroundColor',
      'borderTopWidth',
      'borderTopColor',
      'borderTopStyle',
      'borderTopLeftRadius',
      'opacity',
      'textDecorationLine',
      'boxShadow',
      'cursor',
    ] as const;
    for (const look of looks) if (one[look] !== other[look]) findings.push(`they differ in ${look}`);
    return findings;
  }, answers);

/** Rule 4: no optional box is ticked for the visitor. */
export const tickedForThem = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('input[type=checkbox],input[type=radio]')]
      .filter((input) => input.checked && !input.disabled)
      .map((input) => input.name || input.id || input.labels?.[0]?.textContent || 'a box'),
  );

/** Rule 5: a control that anybody can see and press, by which to change one's mind. */
export const missingControl = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const control = document.querySelector<HTMLElement>('#holloway-control,[data-holloway-open]');
    if (!control?.checkVisibility()) return ['there is no control'];
    const { top, bottom, left, right, width, height } = control.getBoundingClientRect();
    const findings: string[] = [];
    if (width < 24 || height < 24) findings.push('it is too small to press');
    if (getComputedStyle(control).position === 'fixed') {
      const onTop = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      if (onTop !== control) findings.push('something covers it');
    }
    return findings;
  });

/** Rule 7: the page can be read, scrolled and used while it asks. */
export const walls = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const findings: string[] = [];
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (const id of ['top', 'bottom']) {
      const link = document.getElementById(id) as HTMLElement;
      link.scrollIntoView({ block: 'center', behavior: 'instant' });
      await frame();
      const { left, right, top, bottom } = link.getBoundingClientRect();
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      if (hit !== link) findings.push(`the link ${id} cannot be pressed`);
      link.focus({ preventScroll: true });
      if (document.activeElement !== link) findings.push(`the link ${id} cannot have the focus`);
    }
    if (scrollY === 0) findings.push('the page does not scroll');
    return findings;
  });

/** Rule 8: each of these texts stands in what is shown. */
export const untold = (page: Page, texts: readonly string[]): Promise<string[]> =>
  page.evaluate((expected) => {
    const folded = (text: string) => text.replace(/\s+/g, ' ');
    const shown = folded(
      document.querySelector('#holloway-ui')?.textContent ?? document.body.textContent ?? '',
    );
    return expected.filter((text) => !shown.includes(folded(text)));
  }, texts);

/** Rule 11: the keyboard does not fall out of the page when what it was in goes away. */
export const lostFocus = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    document.activeElement === document.body || document.activeElement === null ? ['the focus is lost'] : [],
  );

/** Rule 12: what a strict policy refused. The page was told by its own `watch.js`. */
export const violations = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { violations: string[] }).violations);

/** Anything that reaches beyond the width of the screen. */
export const overflow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.querySelector('#holloway-ui');
    const findings = [...(root?.querySelectorAll<HTMLElement>('*') ?? [])]
      .filter((each) => {
        const { left, right, width } = each.getBoundingClientRect();
        return (
          width > 0 && (left < -1 || right > innerWidth + 1) && getComputedStyle(each).overflowX === 'visible'
        );
      })
      .map((each) => `${each.tagName.toLowerCase()} ${each.textContent?.slice(0, 40)}`);
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    return wide > 0 ? [...findings, `the page is ${wide} px too wide`] : findings;
  });
