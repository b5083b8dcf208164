/** Asks axe-core what is wrong with a page. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
let source: string | null = null;

/** Of rows that are alike so many are looked at, not hundreds. */
const ROWS = 20;

interface AxeOptions {
  /** Contrast alone: all that another colour scheme changes. Default: false. */
  readonly contrast?: boolean;
}

/** @returns Findings against WCAG 2.2 AA and best practices, as rule and selector. */
export async function findingsOfAxe(page: Page, { contrast = false }: AxeOptions = {}): Promise<string[]> {
  source ??= await readFile(AXE, 'utf8');
  // Evaluated by the driver: that needs no leave of the page's policy.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const rules = contrast
    ? ['color-contrast']
    : ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  return page.evaluate(
    async ([runOnly, rest]) => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      const { violations } = await axe.run({ exclude: [rest] }, { runOnly });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
    },
    [rules, `tbody tr:nth-child(n + ${ROWS + 1})`] as const,
  );
}
