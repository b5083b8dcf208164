/** One action: what to do, why, the counts behind it, how sure that is, what it brings, how to test it, where to see it, and where it stands. */
import type { Action } from '@holloway/insight';
import type { ActionRecord, ActionState, Labels } from '@holloway/protocol';
import { useId } from 'preact/hooks';
import { draftOf, writeDraft } from '../../model/action-trial.ts';
import { evidenceOf } from '../../model/advice-evidence.ts';
import { certaintyWords, claimWords, gainWords, trialWords } from '../../model/advice-words.ts';
import { countWords, inWindows } from '../../model/evidence-words.ts';
import type { Days } from '../../model/range.ts';
import { writeRoute } from '../../state/route.ts';
import { useView } from '../../state/view.ts';
import { useMay } from '../../state/viewer.ts';
import { t } from '../../words/words.ts';
import { ChangeState } from './change-state.tsx';
import { Findings } from './findings.tsx';
import { Outcome } from './outcome.tsx';
import { Stand } from './stand.tsx';

interface ActionCardProps {
  readonly action: Action;
  readonly record: ActionRecord | null;
  readonly labels: Labels;
  /** In which it was found: of those shown the ones that are settled, or others. */
  readonly days: Days;
  readonly onMoved: (title: string, state: ActionState) => void;
}

export function ActionCard({ action, record, labels, days, onMoved }: ActionCardProps) {
  const id = useId();
  const { route, site } = useView();
  const mayDeclare = useMay('settings') && site.kind !== 'archive';
  const { title, why } = claimWords(action, labels);
  const evidence = evidenceOf(action);
  const [first] = action.findings;
  const draft = mayDeclare ? draftOf(action, labels) : null;
  return (
    <article class="action" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <p>{why}</p>
      <Stand record={record} />
      <dl class="action-facts">
        <div>
          <dt>{t('Counted')}</dt>
          {countWords(first, labels).map((words) => (
            <dd key={words}>{inWindows(words, first)}</dd>
          ))}
        </div>
        <div>
          <dt>{t('How sure')}</dt>
          <dd>{certaintyWords(action.certainty)}</dd>
        </div>
        <div>
          <dt>{t('Expected gain')}</dt>
          <dd>{gainWords(action)}</dd>
        </div>
        <div>
          <dt>{t('How to test it')}</dt>
          <dd>
            {trialWords(action)}
            {draft !== null && (
              <>
                {' '}
                <a
                  href={writeRoute({ ...route, screen: 'experiments', options: writeDraft(draft) })}
                  aria-label={t('Declare a test: {title}', { title })}
                >
                  {t('Declare a test')}
                </a>
              </>
            )}
          </dd>
        </div>
      </dl>
      {action.findings.length > 1 && <Findings action={action} title={title} labels={labels} />}
      {record?.state === 'done' && record.day !== null && <Outcome action={action} day={record.day} />}
      <ChangeState
        id={action.id}
        title={title}
        state={record?.state ?? 'open'}
        onMoved={(state) => onMoved(title, state)}
        more={
          <a
            class="button"
            href={writeRoute({ ...route, range: { from: days.from, to: days.to }, ...evidence })}
            aria-label={t('Evidence for: {title}', { title })}
          >
            {t('Evidence')}
          </a>
        }
      />
    </article>
  );
}
