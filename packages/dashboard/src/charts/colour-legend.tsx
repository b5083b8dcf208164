/** What the colours of a picture stand for, from nothing to the most. */
import { STEPS, stepEnds } from '../model/colour-steps.ts';
import { t } from '../words/words.ts';

interface ColourLegendProps {
  readonly most: number;
  readonly print: (value: number) => string;
}

const CELL = 34;

export function ColourLegend({ most, print }: ColourLegendProps) {
  const ends = stepEnds(most);
  return (
    <div class="legend">
      <svg
        width={CELL * STEPS}
        height="30"
        role="img"
        aria-label={t('The deeper the colour, the more: from 0 to {most}', { most: print(most) })}
      >
        {ends.map((end, step) => (
          <rect key={end} class={`fill-${step + 1}`} x={step * CELL} y="0" width={CELL - 1} height="12" />
        ))}
        {[0, ...ends].map((end, at) =>
          at % 2 === 1 && at < STEPS ? null : (
            <text
              key={end}
              class="tick"
              x={at * CELL}
              y="27"
              text-anchor={at === 0 ? 'start' : at === STEPS ? 'end' : 'middle'}
            >
              {print(end)}
            </text>
          ),
        )}
      </svg>
      <span class="legend-none">
        <svg width="20" height="12" aria-hidden="true">
          <Hatch id="legend-hatch" />
          <rect class="box-none" width="20" height="12" fill="url(#legend-hatch)" />
        </svg>
        {t('too few to tell')}
      </span>
    </div>
  );
}

/** Slanted lines, for what is not known: it must not read as little. */
export const Hatch = ({ id }: { readonly id: string }) => (
  <defs>
    <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect class="hatch-ground" width="7" height="7" />
      <line class="hatch-line" x1="0" x2="0" y1="0" y2="7" />
    </pattern>
  </defs>
);
