/** Rows by what they have in common, in the order in which each first comes. Pure. */
export function groupedBy<Row>(
  rows: readonly Row[],
  key: (row: Row) => string,
): Map<string, [Row, ...Row[]]> {
  const groups = new Map<string, [Row, ...Row[]]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group === undefined) groups.set(key(row), [row]);
    else group.push(row);
  }
  return groups;
}
