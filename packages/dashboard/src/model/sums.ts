/** Sums in which `null` is not 0: what no row tells is not told. Pure. */
export function sumKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

export const sumOf = <Row>(rows: readonly Row[], value: (row: Row) => number | null): number | null =>
  sumKnown(rows.map(value));
