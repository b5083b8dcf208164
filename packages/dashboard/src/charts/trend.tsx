/**
 * A measure by day: bars for a few weeks, a line for longer, and a dashed line of the days that they are compared with.
 * One day at a time is read out above it.
 */
import type { Day } from '@holloway/protocol';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { formatDay, formatDayShort } from '../model/format.ts';
import type { TrendPoint } from '../model/overview.ts';
import { ticksTo } from '../model/ticks.ts';
import { useWidth } from '../ui/use-width.ts';
import { t } from '../words/words.ts';

export interface TrendProps {
  readonly label: string;
  readonly points: readonly TrendPoint[];
  /** Each at the place of the day that is compared with it; default: none. */
  readonly before?: readonly TrendPoint[];
  /** The day that is not over, and how that is said. */
  readonly soFar?: { readonly day: Day; readonly words: string } | null;
  readonly format: (value: number | null) => string;
  readonly formatTick: (value: number) => string;
  readonly marks?: TrendMarks | null;
  /** Told of the day that is gone to by key, or pressed. */
  readonly onChoose?: (day: Day) => void;
}

/** What happened in the days, and how that is drawn at their foot. */
export interface TrendMarks {
  textOf(day: Day): string | undefined;
  draw(foot: TrendFoot): ComponentChildren;
}

export interface TrendFoot {
  readonly points: readonly TrendPoint[];
  /** From the left, of the point of this index. */
  readonly centre: (index: number) => number;
  /** Where the axis is, from the top. */
  readonly base: number;
}

const HEIGHT = 240;
const MARGIN = { top: 12, right: 4, bottom: 26, left: 44 };
const MOST_BARS = 45;
const LABEL_WIDTH = 76;

export function Trend({
  label,
  points,
  before = [],
  soFar = null,
  format,
  formatTick,
  marks = null,
  onChoose,
}: TrendProps) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const [chosen, setChosen] = useState<number | null>(null);
  const last = points.length - 1;
  const at = Math.min(chosen ?? last, last);
  const point = points[at];
  const mark = point === undefined ? undefined : marks?.textOf(point.day);
  const earlier = before[at];
  const asides = [
    ...(point !== undefined && point.day === soFar?.day ? [soFar.words] : []),
    ...(earlier === undefined
      ? []
      : [t('compared: {value}, {day}', { value: format(earlier.value), day: formatDay(earlier.day) })]),
  ];
  const step = Math.max(0, width - MARGIN.left - MARGIN.right) / Math.max(1, points.length);
  const nearest = (clientX: number, left: number): number =>
    Math.max(0, Math.min(last, Math.floor((clientX - left - MARGIN.left) / step)));
  const move = (key: string): number | null =>
    ({ ArrowLeft: Math.max(0, at - 1), ArrowRight: Math.min(last, at + 1), Home: 0, End: last })[key] ?? null;
  const choose = (index: number): void => {
    const day = points[index]?.day;
    if (day !== undefined) onChoose?.(day);
  };
  return (
    <div class="trend">
      <p class="readout" aria-hidden="true">
        <strong>{format(point?.value ?? null)}</strong> {point === undefined ? '' : formatDay(point.day)}
        {asides.map((aside) => (
          <span key={aside}> · {aside}</span>
        ))}
        {mark !== undefined && <span class="readout-mark">{mark}</span>}
      </p>
      <div
        class="trend-frame"
        ref={frame}
        role="slider"
        tabIndex={0}
        aria-label={t('{measure} by day', { measure: label })}
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={at}
        aria-valuetext={
          point === undefined
            ? ''
            : [
                `${formatDay(point.day)}: ${format(point.value)}`,
                ...asides,
                ...(mark === undefined ? [] : [mark]),
              ].join('; ')
        }
        onPointerMove={(event) =>
          setChosen(nearest(event.clientX, event.currentTarget.getBoundingClientRect().left))
        }
        onPointerLeave={() => setChosen(null)}
        onKeyDown={(event) => {
          const next = move(event.key);
          if (next === null) return;
          event.preventDefault();
          setChosen(next);
          choose(next);
        }}
        onClick={(event) => choose(nearest(event.clientX, event.currentTarget.getBoundingClientRect().left))}
      >
        {width > 0 && (
          <Drawing
            {...{ points, before, width, step, at, formatTick, marks }}
            highlighted={chosen !== null}
          />
        )}
      </div>
    </div>
  );
}

interface DrawingProps {
  readonly points: readonly TrendPoint[];
  readonly before: readonly TrendPoint[];
  readonly width: number;
  readonly step: number;
  readonly at: number;
  readonly highlighted: boolean;
  readonly formatTick: (value: number) => string;
  readonly marks: TrendMarks | null;
}

function Drawing({ points, before, width, step, at, highlighted, formatTick, marks }: DrawingProps) {
  const base = HEIGHT - MARGIN.bottom;
  const ticks = ticksTo(Math.max(0, ...[...points, ...before].map(({ value }) => value ?? 0)), 4);
  const top = ticks.at(-1) ?? 1;
  const y = (value: number): number => base - (value / top) * (base - MARGIN.top);
  const centre = (index: number): number => MARGIN.left + (index + 0.5) * step;
  const every = Math.max(1, Math.ceil(LABEL_WIDTH / Math.max(step, 1)));
  const dated = points
    .map((point, index) => ({ ...point, index }))
    .filter(({ index }) => index % every === 0);
  return (
    <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
      {ticks.map((tick) => (
        <g key={tick} transform={`translate(0,${y(tick)})`}>
          <line class="grid" x1={MARGIN.left} x2={width - MARGIN.right} />
          <text class="tick" x={MARGIN.left - 8} dy="0.32em" text-anchor="end">
            {formatTick(tick)}
          </text>
        </g>
      ))}
      {dated.map(({ day, index }) => (
        <text
          key={day}
          class="tick"
          x={centre(index)}
          y={HEIGHT - 6}
          text-anchor={anchorOf(index === 0 && step < LABEL_WIDTH, centre(index) + LABEL_WIDTH / 3 > width)}
        >
          {formatDayShort(day)}
        </text>
      ))}
      {points.length <= MOST_BARS ? (
        <Columns {...{ points, centre, step, base, at, highlighted, y }} />
      ) : (
        <Line {...{ points, centre, base, at, highlighted, y }} />
      )}
      {runsOf(before.slice(0, points.length)).map((run) => (
        <path
          key={run[0]?.index}
          class="stroke before"
          d={`M${run.map(({ index, value }) => `${centre(index)},${y(value)}`).join('L')}`}
        />
      ))}
      {marks?.draw({ points, centre, base })}
    </svg>
  );
}

/** Labels stay within the chart. */
const anchorOf = (first: boolean, atEdge: boolean): 'start' | 'middle' | 'end' =>
  atEdge ? 'end' : first ? 'start' : 'middle';

interface MarksProps {
  readonly points: readonly TrendPoint[];
  readonly centre: (index: number) => number;
  readonly y: (value: number) => number;
  readonly base: number;
  readonly at: number;
  readonly highlighted: boolean;
}

function Columns({ points, centre, y, base, step, at, highlighted }: MarksProps & { readonly step: number }) {
  const width = Math.max(1, Math.min(40, step * 0.72));
  return (
    <g>
      {points.map(({ day, value }, index) =>
        value === null ? null : (
          <rect
            key={day}
            class={highlighted && index === at ? 'mark chosen' : 'mark'}
            x={centre(index) - width / 2}
            y={y(value)}
            width={width}
            height={Math.max(0, base - y(value))}
            rx={Math.min(3, width / 3)}
          />
        ),
      )}
    </g>
  );
}

/** Days that tell nothing break the line. */
function runsOf(points: readonly TrendPoint[]): { index: number; value: number }[][] {
  const runs: { index: number; value: number }[][] = [[]];
  points.forEach(({ value }, index) => {
    if (value === null) runs.push([]);
    else runs.at(-1)?.push({ index, value });
  });
  return runs.filter((run) => run.length > 0);
}

function Line({ points, centre, y, base, at, highlighted }: MarksProps) {
  const value = points[at]?.value ?? null;
  return (
    <g>
      {runsOf(points).map((run) => {
        const corners = run.map(({ index, value: height }) => `${centre(index)},${y(height)}`).join('L');
        const [from, to] = [centre(run[0]?.index ?? 0), centre(run.at(-1)?.index ?? 0)];
        return (
          <g key={from}>
            <path class="shade" d={`M${from},${base}L${corners}L${to},${base}Z`} />
            <path class="stroke" d={`M${corners}`} />
          </g>
        );
      })}
      {highlighted && value !== null && <circle class="mark chosen" cx={centre(at)} cy={y(value)} r="5" />}
    </g>
  );
}
