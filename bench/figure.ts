/** A measured number beside what it must not exceed, and how both are printed. */

export interface Figure {
  readonly name: string;
  readonly value: number;
  /** As it is printed behind the number; empty for a ratio. */
  readonly unit: string;
  /** The most that is allowed; absent for what is only told. */
  readonly budget?: number;
  /** The lowest of the rounds; absent where it was measured once. */
  readonly lowest?: number;
  /** What else is known of it, such as its spread. */
  readonly detail?: string;
}

/** `above`: more than its budget, but not in every round, so that it may be noise. */
export type Verdict = 'ok' | 'above' | 'MISSED' | '';

export function verdictOf({ value, lowest = value, budget }: Figure): Verdict {
  if (budget === undefined) return '';
  if (value <= budget) return 'ok';
  return lowest <= budget ? 'above' : 'MISSED';
}

/** Three digits are what a benchmark is worth. */
export const rounded = (value: number): string =>
  Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));

/** @returns Lines of a table in Markdown, aligned for a terminal. */
export function tableOf(figures: readonly Figure[]): string {
  const withUnit = (value: number, unit: string): string => `${rounded(value)} ${unit}`.trim();
  const rows = [
    ['figure', 'measured', 'budget', '', 'detail'],
    ...figures.map((figure) => [
      figure.name,
      withUnit(figure.value, figure.unit),
      figure.budget === undefined ? '' : withUnit(figure.budget, figure.unit),
      verdictOf(figure),
      figure.detail ?? '',
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}
