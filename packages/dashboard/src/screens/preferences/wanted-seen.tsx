/** Of a question about categories: what visitors say they want, beside what visitors look at. */
import { ALL } from '@holloway/protocol';
import { formatShare } from '../../model/format.ts';
import type { Question } from '../../model/stated.ts';
import { type Wanted, wantedAndSeen } from '../../model/wanted.ts';
import { useReport } from '../../state/view.ts';
import { t } from '../../words/words.ts';

export function WantedSeen({ question }: { readonly question: Question }) {
  const { result } = useReport('categories', { slice: ALL });
  const both = result.state === 'ready' ? wantedAndSeen(question.answers, result.value.rows) : [];
  if (both.length === 0) return null;
  const longest = Math.max(...both.flatMap(({ wanted, seen }) => [wanted, seen]));
  return (
    <section class="shifts" aria-label={`${question.name}: ${t('Wanted and seen')}`}>
      <h3 class="eyebrow">{t('Wanted and seen')}</h3>
      <p class="note">
        {t(
          'Of who named one of these categories, the share that named each; below it, its share of their visitors a day, whoever they are; who looks at three shelves of it counts three times. Those who answer are few and not like all others: where the two differ, look closer.',
        )}
      </p>
      <ul class="wanted">
        {both.map((row) => (
          <li key={row.value}>
            <span>{row.name}</span>
            <Two {...row} longest={longest} />
            <strong>{verdictOf(row)}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}

const Two = ({ wanted, seen, interval: { low, high }, longest }: Wanted & { readonly longest: number }) => (
  <span class="two">
    {[
      { name: t('wanted'), share: wanted, isWanted: true },
      { name: t('seen'), share: seen, isWanted: false },
    ].map(({ name, share, isWanted }) => (
      <span key={name}>
        <span class="bar-track" aria-hidden="true">
          <span
            class={isWanted ? 'bar-fill' : 'bar-fill end'}
            style={{ inlineSize: `${(share / longest) * 100}%` }}
          />
        </span>
        <small
          title={
            isWanted ? t('{low} to {high}', { low: formatShare(low), high: formatShare(high) }) : undefined
          }
        >
          {`${formatShare(share)} ${name}`}
        </small>
      </span>
    ))}
  </span>
);

function verdictOf({ seen, interval: { low, high } }: Wanted): string {
  if (seen < low) return t('wanted more than seen');
  return seen > high ? t('seen more than wanted') : t('no clear difference');
}
