/** How far down a list visits came: a bar for each position. */
import { formatShare } from '../model/format.ts';
import type { DepthStep } from '../model/list-depth.ts';
import { useWidth } from '../ui/use-width.ts';
import { t } from '../words/words.ts';

const HEIGHT = 112;
const FOOT = 20;
const HEAD = 16;
const WIDEST = 44;

interface ListDepthProps {
  readonly label: string;
  readonly steps: readonly DepthStep[];
}

export function ListDepth({ label, steps }: ListDepthProps) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const each = Math.min(WIDEST, width / Math.max(1, steps.length));
  const every = Math.ceil(34 / Math.max(1, each));
  const top = HEIGHT - FOOT - HEAD;
  return (
    <div class="list-depth" ref={frame}>
      {width > 0 && (
        <svg
          width={each * steps.length}
          height={HEIGHT}
          role="img"
          aria-label={t('{label}, visits that came to each position: {list}', {
            label,
            list: steps.map(({ slot, share }) => `${slot}: ${formatShare(share)}`).join(', '),
          })}
        >
          {steps.map(({ slot, share }, at) => (
            <g key={slot}>
              <rect
                class="mark"
                x={at * each + 1}
                y={HEAD + top * (1 - share)}
                width={Math.max(1, each - 3)}
                height={Math.max(1, top * share)}
                rx="2"
              />
              {at % every === 0 && (
                <>
                  <text class="tick" x={(at + 0.5) * each - 1} y={HEIGHT - 5} text-anchor="middle">
                    {slot}
                  </text>
                  <text
                    class="tick"
                    x={(at + 0.5) * each - 1}
                    y={HEAD + top * (1 - share) - 4}
                    text-anchor="middle"
                  >
                    {formatShare(share)}
                  </text>
                </>
              )}
            </g>
          ))}
        </svg>
      )}
    </div>
  );
}
