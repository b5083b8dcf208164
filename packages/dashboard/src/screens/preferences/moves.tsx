/** How the shares of answers moved within the range: a small line each. */
import { SmallLine } from '../../charts/small-line.tsx';
import { answerLine } from '../../model/answer-changes.ts';
import { formatDays, formatShare } from '../../model/format.ts';
import type { Question } from '../../model/stated.ts';
import type { Part } from '../../state/parts.ts';
import { t } from '../../words/words.ts';

interface MovesProps {
  readonly question: Question;
  readonly weeks: readonly Part<'preferences'>[];
}

export function Moves({ question: { key, name: question, answers }, weeks }: MovesProps) {
  const parts = weeks.map(({ report }) => report.rows);
  const lines = answers
    .map(({ value, name }) => ({ value, name, line: answerLine({ key, value }, parts) }))
    .filter(({ line }) => line.length > 0);
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (lines.length === 0 || first === undefined || last === undefined) return null;
  const top = Math.max(...lines.flatMap(({ line }) => line.map((share) => share ?? 0)));
  return (
    <section class="shifts" aria-label={`${question}: ${t('How it moved')}`}>
      <h3 class="eyebrow">{t('How it moved')}</h3>
      <ul class="moves">
        {lines.map(({ value, name, line }) => (
          <li key={value}>
            <span>{name}</span>
            <SmallLine label={`${name}: ${line.map(formatShare).join(', ')}`} values={line} top={top} />
          </li>
        ))}
      </ul>
      <p class="note">
        {t('{days}, in {n} parts. What waited for others counts on the day it is told.', {
          days: formatDays(first.days.from, last.days.to),
          n: weeks.length,
        })}
      </p>
    </section>
  );
}
