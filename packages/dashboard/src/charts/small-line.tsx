/** How a share or a count moved, small and without axes: its figures are in the label. Gaps are what is not told. */
import '../style/small-line.css';

interface SmallLineProps {
  readonly label: string;
  /** From 0. */
  readonly values: readonly (number | null)[];
  /** What the top stands for. */
  readonly top: number;
}

const WIDTH = 120;
const HEIGHT = 28;
const INSET = 4;

export function SmallLine({ label, values, top }: SmallLineProps) {
  const step = (WIDTH - 2 * INSET) / Math.max(1, values.length - 1);
  const points = values.map((value, at) =>
    value === null
      ? null
      : {
          x: INSET + at * step,
          y: HEIGHT - INSET - (value / Math.max(top, Number.EPSILON)) * (HEIGHT - 2 * INSET),
        },
  );
  const path = points
    .flatMap((point, at) =>
      point === null
        ? []
        : [`${points[at - 1] == null ? 'M' : 'L'}${point.x.toFixed(1)} ${point.y.toFixed(1)}`],
    )
    .join('');
  return (
    <svg class="small-line" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <path class="stroke" d={path} />
      {points.map(
        (point, at) => point !== null && <circle key={at} class="mark" cx={point.x} cy={point.y} r="2.5" />,
      )}
    </svg>
  );
}
