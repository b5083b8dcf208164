/** Asks what happened in the days that are shown, has it marked in their chart, and opens the list of it. */
import type { Day } from '@holloway/protocol';
import { useEffect, useState } from 'preact/hooks';
import { DayMarks } from '../../charts/day-marks.tsx';
import type { TrendMarks } from '../../charts/trend.tsx';
import { dayMarks, HAPPENED, shownOf } from '../../model/annotations.ts';
import { useAnnotations } from '../../state/annotations.ts';
import { optionOf } from '../../state/route.ts';
import { useOptions, useView } from '../../state/view.ts';
import '../../style/annotations.css';
import { t } from '../../words/words.ts';
import { WhatHappened } from './what-happened.tsx';

interface HappenedProps {
  readonly onMarks: (marks: TrendMarks | null) => void;
  /** The day that is looked at in the chart. */
  readonly chosen: Day;
}

export function Happened({ onMarks, chosen }: HappenedProps) {
  const { days } = useView();
  const asked = useAnnotations();
  const [isOpen, setOpen] = useState(false);
  const [options, setOptions] = useOptions();
  const shown = optionOf(options, 'happened', HAPPENED);
  const known = asked.result.state === 'ready' ? asked.result.value : null;
  const annotations = known === null ? null : shownOf(known, shown);
  useEffect(() => {
    if (annotations === null) return onMarks(null);
    const marks = dayMarks(annotations, days);
    onMarks({
      textOf: (day) => marks.get(day)?.text,
      draw: (foot) => <DayMarks {...foot} marks={marks} />,
    });
  }, [known, shown]);
  const isShown = chosen >= days.from && chosen <= days.to;
  return (
    <details class="happened" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t('What happened in these days')}
        {annotations !== null && annotations.length > 0 && ` (${annotations.length})`}
      </summary>
      {isOpen && (
        <WhatHappened
          asked={asked}
          day={isShown ? chosen : days.to}
          shown={shown}
          onShow={(next) => setOptions({ happened: next === 'all' ? null : next })}
        />
      )}
    </details>
  );
}
