/** Sums in which `null` is not 0: what no row tells is not told. Pure. */
export function sumOf<Row>(rows: readonly Row[], value: (row: Row) => number | null): number | null {
  const known = rows.map(value).filter((each) => each !== null);
  return known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0);
}
