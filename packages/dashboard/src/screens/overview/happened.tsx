/** Asks what happened in the days that are shown, has it marked in their chart, and opens the list of it. */
import type { Day } from '@holloway/protocol';
import { useEffect, useState } from 'preact/hooks';
import { getAnnotations } from '../../api/workspace.ts';
import { DayMarks } from '../../charts/day-marks.tsx';
import type { TrendMarks } from '../../charts/trend.tsx';
import { dayMarks } from '../../model/annotations.ts';
import { useAnswer } from '../../state/answer.ts';
import { useView } from '../../state/view.ts';
import '../../style/annotations.css';
import { t } from '../../words/words.ts';
import { WhatHappened } from './what-happened.tsx';

interface HappenedProps {
  readonly onMarks: (marks: TrendMarks | null) => void;
  /** The day that is looked at in the chart. */
  readonly chosen: Day;
}

export function Happened({ onMarks, chosen }: HappenedProps) {
  const { api, site, days } = useView();
  const asked = useAnswer(`annotations ${site.id} ${days.from} ${days.to}`, () =>
    getAnnotations(api, site.id, days),
  );
  const [isOpen, setOpen] = useState(false);
  const annotations = asked.result.state === 'ready' ? asked.result.value : null;
  useEffect(() => {
    if (annotations === null) return onMarks(null);
    const marks = dayMarks(annotations);
    onMarks({
      textOf: (day) => marks.get(day)?.text,
      draw: (foot) => <DayMarks {...foot} marks={marks} />,
    });
  }, [annotations]);
  const isShown = chosen >= days.from && chosen <= days.to;
  return (
    <details class="happened" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t('What happened in these days')}
        {annotations !== null && annotations.length > 0 && ` (${annotations.length})`}
      </summary>
      {isOpen && <WhatHappened asked={asked} day={isShown ? chosen : days.to} />}
    </details>
  );
}
