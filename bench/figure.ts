/** A measured number beside what it must not exceed, and how both are printed. */

export interface Figure {
  readonly name: string;
  readonly value: number;
  /** Lowest and highest of the rounds; absent where it was measured once. */
  readonly spread?: readonly [low: number, high: number];
  /** As it is printed behind the number; empty for a ratio. */
  readonly unit: string;
  /** The most that is allowed; absent for what is only told. */
  readonly budget?: number;
}

/** `above`: more than its budget, but some rounds were not, so that it may be noise. */
export type Verdict = 'ok' | 'above' | 'MISSED' | '';

export function verdictOf({ value, spread, budget }: Figure): Verdict {
  if (budget === undefined) return '';
  if (value <= budget) return 'ok';
  return spread !== undefined && spread[0] <= budget ? 'above' : 'MISSED';
}

/** Three digits are what a benchmark is worth. */
const rounded = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));

/** @returns Lines of a table in Markdown, aligned for a terminal. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [
    ['figure', 'measured', 'lowest to highest', 'budget', ''],
    ...figures.map((figure) => [
      figure.name,
      `${rounded(figure.value)} ${figure.unit}`.trim(),
      figure.spread === undefined ? '' : figure.spread.map(rounded).join(' to '),
      figure.budget === undefined ? '' : `${rounded(figure.budget)} ${figure.unit}`.trim(),
      verdictOf(figure),
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}
