/** What a table is sorted by, as the address says it: `pages.-views`, with a minus where the most come first. Pure. */

export interface Order {
  /** Id of the column. */
  readonly column: string;
  readonly descending: boolean;
}

/** @returns `null` where nothing is said of the table. Whether it has such a column is not known here. */
export function readOrder(said: readonly string[], table: string): Order | null {
  const mine = said.find((one) => one.startsWith(`${table}.`))?.slice(table.length + 1);
  if (mine === undefined) return null;
  const descending = mine.startsWith('-');
  return { column: descending ? mine.slice(1) : mine, descending };
}

/** What is said of other tables stays. */
export const writeOrder = (
  said: readonly string[],
  table: string,
  { column, descending }: Order,
): readonly string[] => [
  ...said.filter((one) => !one.startsWith(`${table}.`)),
  `${table}.${descending ? '-' : ''}${column}`,
];
