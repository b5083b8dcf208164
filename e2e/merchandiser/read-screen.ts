/** Reads what stands on a screen by what it is called, so that a column more or another order of them changes nothing. */
import type { Locator } from 'playwright-core';

/** A row of a table by the titles of its columns. Of a rate the rate alone, and under its title with `±` how sure it is. */
type ReadRow = Readonly<Record<string, string>>;

/** @param table The region around it. Small print and what is only heard are left out. */
export const rowsOf = (table: Locator): Promise<ReadRow[]> =>
  table.locator('table').evaluate((drawn) => {
    const titles = [...drawn.querySelectorAll('thead th')].map((head) => head.textContent?.trim() ?? '');
    return [...drawn.querySelectorAll('tbody tr')].map((row) =>
      Object.fromEntries(
        [...row.children].flatMap((cell, at) => {
          const title = titles[at] ?? '';
          const sure = cell.querySelector('.rate .visually-hidden, .rate small')?.textContent?.trim();
          const plain = cell.cloneNode(true) as Element;
          for (const aside of plain.querySelectorAll('small, svg, .visually-hidden')) aside.remove();
          const read: [string, string][] = [[title, plain.textContent?.trim() ?? '']];
          return sure === undefined ? read : [...read, [`± ${title}`, sure]];
        }),
      ),
    );
  });

/** Names and figures of a list of bars, of a column of click paths or of the stages of a funnel, top down: `[['Skirts', '896'], …]`. */
export async function barsOf(list: Locator): Promise<[string, string][]> {
  await list.waitFor();
  return list.locator(':has(> :is(.bar-name, .funnel-name))').evaluateAll((bars) =>
    bars.map((bar): [string, string] => {
      // What is smaller below a name says more of it.
      const name = bar.querySelector('.bar-name, .funnel-name')?.cloneNode(true) as Element | undefined;
      for (const aside of name?.querySelectorAll('small') ?? []) aside.remove();
      return [
        name?.textContent?.trim() ?? '',
        bar.querySelector('.bar-n, .funnel-n')?.textContent?.trim() ?? '',
      ];
    }),
  );
}

/** As people write numbers: `1,234`. */
export const written = (n: number): string => n.toLocaleString('en');

/** As the screens write shares: `0.4%`, `4.3%`, `43%`. */
export const percent = (share: number): string =>
  `${(share * 100).toFixed(share > 0 && share < 0.0995 ? 1 : 0)}%`;

/** The 95 % interval of a rate by Wilson's formula, as Brown, Cai and DasGupta (2001) write it. */
export function wilson(hits: number, of: number): { readonly low: number; readonly high: number } {
  const z = 1.959964;
  const rate = hits / of;
  const middle = (rate + z ** 2 / (2 * of)) / (1 + z ** 2 / of);
  const half = (z * Math.sqrt((rate * (1 - rate)) / of + z ** 2 / (4 * of ** 2))) / (1 + z ** 2 / of);
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
