/** Where a share lies with 95 % confidence: a line from end to end with the share on it. The figures stand beside it. */
import type { Interval } from '@holloway/insight';
import '../style/rate.css';

interface IntervalBarProps {
  readonly value: number;
  readonly interval: Interval;
  /** What the left and the right end of the bar stand for. */
  readonly from?: number;
  readonly to: number;
}

const WIDTH = 64;
const HEIGHT = 12;
const INSET = 4;

export function IntervalBar({ value, interval, from = 0, to }: IntervalBarProps) {
  const span = Math.max(Number.EPSILON, to - from);
  const x = (share: number): number =>
    INSET + Math.min(1, Math.max(0, (share - from) / span)) * (WIDTH - 2 * INSET);
  const middle = HEIGHT / 2;
  return (
    <svg class="interval-bar" width={WIDTH} height={HEIGHT} aria-hidden="true">
      <line class="interval-base" x1={INSET} x2={WIDTH - INSET} y1={middle} y2={middle} />
      {from < 0 && <line class="interval-zero" x1={x(0)} x2={x(0)} y1="0" y2={HEIGHT} />}
      <line class="interval-line" x1={x(interval.low)} x2={x(interval.high)} y1={middle} y2={middle} />
      <circle class="interval-value" cx={x(value)} cy={middle} r="3.5" />
    </svg>
  );
}
