/** At the foot of a chart by day: a flag where somebody wrote a note, a dot where the collector knows of a change. */
import type { Day } from '@holloway/protocol';
import type { DayMark } from '../model/annotations.ts';
import type { TrendFoot } from './trend.tsx';

interface DayMarksProps extends TrendFoot {
  readonly marks: ReadonlyMap<Day, DayMark>;
}

/** Beside each other where a day has both. */
const APART = 4;

export const DayMarks = ({ points, marks, centre, base }: DayMarksProps) => (
  <g>
    {points.map(({ day }, index) => {
      const mark = marks.get(day);
      if (mark === undefined) return null;
      const apart = mark.byHand && mark.automatic ? APART : 0;
      return (
        <g key={day} transform={`translate(${centre(index)},${base})`}>
          {mark.byHand && <path class="day-flag" d={`M${-apart - 2} 1v9v-8.5h5.5l-1.5 2l1.5 2h-5.5`} />}
          {mark.automatic && <circle class="day-dot" cx={apart} cy={5} r={2.5} />}
        </g>
      );
    })}
  </g>
);
