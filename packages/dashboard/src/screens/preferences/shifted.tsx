/** Which answers gained or lost a share against the compared days, as far as that is more than chance. */
import { answerShifts } from '../../model/answer-changes.ts';
import { formatDays } from '../../model/format.ts';
import type { Question } from '../../model/stated.ts';
import { type Comparing, useComparedDays } from '../../state/compared.ts';
import { ShiftFigures } from '../../ui/shift-figures.tsx';
import { Failure, Skeleton } from '../../ui/states.tsx';
import { t } from '../../words/words.ts';
import '../../style/what-changed.css';

interface ShiftedProps {
  readonly question: Question;
  readonly comparing: Comparing<'preferences'>;
}

export function Shifted({ question, comparing }: ShiftedProps) {
  const days = useComparedDays();
  if (days === null) return null;
  return (
    <section class="shifts" aria-label={`${question.name}: ${t('What changed')}`}>
      <h3 class="eyebrow">{t('What changed')}</h3>
      {comparing.state === 'loading' && <Skeleton lines={2} />}
      {comparing.state === 'failed' && <Failure error={comparing.error} onRetry={comparing.retry} />}
      {comparing.state === 'none' && (
        <p class="note">{t('These days are kept by month: they cannot be compared day by day.')}</p>
      )}
      {comparing.state === 'ready' && (
        <Shifts
          question={question}
          shifts={answerShifts(question.key, comparing.value.before.rows, comparing.value.now.rows)}
        />
      )}
      <p class="note">
        {t('{now} compared with {before}', {
          now: formatDays(days.now.from, days.now.to),
          before: formatDays(days.before.from, days.before.to),
        })}
      </p>
    </section>
  );
}

interface ShiftsProps {
  readonly question: Question;
  readonly shifts: ReturnType<typeof answerShifts>;
}

function Shifts({ question: { answers }, shifts }: ShiftsProps) {
  if (shifts.length === 0) return <p class="note">{t('Nothing moved by more than chance.')}</p>;
  return (
    <ul class="shift-list">
      {shifts.map(({ key, ...shift }) => (
        <li key={key}>
          <span>{answers.find(({ value }) => value === key)?.name ?? key}</span>
          <ShiftFigures {...shift} />
        </li>
      ))}
    </ul>
  );
}
