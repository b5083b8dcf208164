/** The trend with what happened in its days: marks at their foot, and the list of them below. A link shows none of it. */
import type { Day } from '@holloway/protocol';
import { useState } from 'preact/hooks';
import { Trend, type TrendMarks, type TrendProps } from '../../charts/trend.tsx';
import { useView } from '../../state/view.ts';
import { useViewer } from '../../state/viewer.ts';
import { lazy } from '../../ui/lazy.tsx';

/** After the numbers. */
export const Happened = lazy(
  async () => (await import('./later.ts')).Happened,
  () => <div class="happened" />,
);

export function AnnotatedTrend(props: TrendProps) {
  const { byLink } = useViewer();
  const { days } = useView();
  const [marks, setMarks] = useState<TrendMarks | null>(null);
  const [chosen, setChosen] = useState<Day>(days.to);
  return (
    <>
      <Trend {...props} marks={marks} onChoose={setChosen} />
      {byLink !== true && <Happened onMarks={setMarks} chosen={chosen} />}
    </>
  );
}
