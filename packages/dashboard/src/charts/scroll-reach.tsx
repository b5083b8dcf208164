/** Beside a page: the share of its views that came to each tenth of its height. */
import type { ScrollRow } from '@holloway/protocol';
import { formatShare } from '../model/format.ts';
import { reachOf } from '../model/scroll-reach.ts';
import { t } from '../words/words.ts';

const TENTHS = 10;
const LEGIBLE = 15;

interface ScrollReachProps {
  readonly rows: readonly ScrollRow[];
  readonly x: number;
  readonly width: number;
  readonly height: number;
}

export function ScrollReach({ rows, x, width, height }: ScrollReachProps) {
  const reach = reachOf(rows);
  const tall = height / TENTHS;
  return (
    <svg
      class="scroll-reach"
      role="img"
      aria-label={t('Views that came to each tenth of the page: {list}', {
        list: reach.map(({ share }) => formatShare(share)).join(', '),
      })}
    >
      {reach.map(({ tenth, share }) => {
        const y = (tenth - 1) * tall;
        return (
          <g key={tenth}>
            <rect class="reach-track" x={x} y={y} width={width} height={Math.max(0, tall - 1)} />
            <rect class="reach" x={x} y={y} width={(share ?? 0) * width} height={Math.max(0, tall - 1)} />
            {tall >= LEGIBLE && (
              <text x={x + 5} y={y + Math.min(tall / 2 + 4, 18)} font-size="12">
                {formatShare(share)}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
