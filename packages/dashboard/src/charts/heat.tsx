/** A square of moves, the deeper the colour the more of them. A table, so it reads as one. */
import { formatCount, formatShare } from '../model/format.ts';
import type { Matrix, MatrixRow } from '../model/matrix.ts';
import '../style/heat.css';
import '../style/matrix.css';
import { t } from '../words/words.ts';

interface HeatProps {
  readonly matrix: Matrix;
  readonly figure: 'share' | 'count';
  readonly name: (node: string) => string;
}

/** Seven depths of colour; the stylesheet knows which text each can carry. */
const DEPTHS = 6;

export function Heat({ matrix, figure, name }: HeatProps) {
  const { nodes, rows, largest, largestShare } = matrix;
  const print = (n: number | null, row: MatrixRow): string =>
    figure === 'count' || n === null ? formatCount(n) : formatShare(row.views === 0 ? null : n / row.views);
  const depth = (n: number | null, row: MatrixRow): number => {
    const part =
      figure === 'count' ? (n ?? 0) / (largest || 1) : (n ?? 0) / (row.views || 1) / (largestShare || 1);
    // By its root, so that small moves can be told apart.
    return Math.ceil(Math.sqrt(part) * DEPTHS);
  };
  return (
    <section
      class="table-scroll heat-scroll"
      aria-label={t('{name}, table', { name: t('Moves between categories') })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: wide tables scroll, and by keyboard only with focus
      tabIndex={0}
    >
      <table class="heat">
        <thead>
          <tr>
            <th scope="col">{t('From, to')}</th>
            {nodes.map((node) => (
              <th key={node} scope="col" class="heat-to">
                <span>{name(node)}</span>
              </th>
            ))}
            <th scope="col" class="heat-to">
              <span>{t('Exit')}</span>
            </th>
            <th scope="col" class="heat-to">
              <span>{t('Elsewhere')}</span>
            </th>
            <th scope="col" class="number">
              {t('Views')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.node}>
              <th scope="row">{name(row.node)}</th>
              {row.cells.map((n, column) => (
                <td key={nodes[column]} class={`heat-${depth(n, row)}`}>
                  {n === null ? '' : print(n, row)}
                </td>
              ))}
              <td class="heat-side">{print(row.exits, row)}</td>
              <td class="heat-side">{print(row.elsewhere, row)}</td>
              <td class="number">{formatCount(row.views)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
