/** Clicks by where on an element they were: its 16 x 16 cells, drawn over its box. */
import type { HeatRow } from '@holloway/protocol';
import { type Box, keyOf, scaled, type Wireframe } from '../model/wireframe.ts';

const CELLS = 16;

interface ClickHeatProps {
  readonly rows: readonly HeatRow[];
  readonly page: Wireframe;
  readonly scale: number;
}

export function ClickHeat({ rows, page, scale }: ClickHeatProps) {
  const boxes = new Map(page.boxes.map((box) => [keyOf(box), box]));
  const cells = new Map<string, { box: Box; cell: number; n: number }>();
  for (const row of rows) {
    const box = boxes.get(keyOf(row));
    if (box === undefined) continue;
    const key = `${keyOf(row)} ${row.cell}`;
    cells.set(key, { box, cell: row.cell, n: row.n + (cells.get(key)?.n ?? 0) });
  }
  const most = Math.max(1, ...[...cells.values()].map(({ n }) => n));
  return (
    <g class="click-heat">
      {[...cells].map(([key, { box, cell, n }]) => {
        const { x, y, width, height } = scaled(box, scale);
        return (
          <rect
            key={key}
            x={x + ((cell % CELLS) / CELLS) * width}
            y={y + (Math.floor(cell / CELLS) / CELLS) * height}
            width={width / CELLS}
            height={height / CELLS}
            // The root: a single click among hundreds is still seen.
            fill-opacity={0.2 + 0.75 * Math.sqrt(n / most)}
          />
        );
      })}
    </g>
  );
}
