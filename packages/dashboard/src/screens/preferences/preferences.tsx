/** What visitors state of their own will: each question of the store, what came of it, and how it comes about. */
import { ALL } from '@holloway/protocol';
import { getDeclaredPreferences } from '../../api/declared-preferences.ts';
import { questionsOf } from '../../model/stated.ts';
import { useAnswer } from '../../state/answer.ts';
import { useComparing } from '../../state/compared.ts';
import { useReport, useView } from '../../state/view.ts';
import { Ready } from '../../ui/ready.tsx';
import { Message, WaitingNote } from '../../ui/states.tsx';
import { t } from '../../words/words.ts';
import '../../style/preferences.css';
import { useParts } from '../../state/parts.ts';
import { spoken } from '../../words/words.ts';
import { HowToAsk } from './how-to-ask.tsx';
import { Promised } from './promised.tsx';
import { QuestionPanel } from './question-panel.tsx';

export function Preferences() {
  const { site } = useView();
  if (site.kind !== 'archive') return <Asked />;
  return (
    <Message title={t('An archive asks nobody')}>
      <p>{t('An imported history tells what was seen, not what its visitors chose.')}</p>
    </Message>
  );
}

function Asked() {
  const { api, site } = useView();
  const asked = useReport('preferences');
  const comparing = useComparing('preferences');
  const declared = useAnswer(`preferences ${site.id}`, () => getDeclaredPreferences(api, site.id));
  const { parts: weeks } = useParts('preferences', ALL);
  return (
    <Ready of={{ result: asked.result, retry: asked.retry }} lines={12}>
      {(report) => (
        <Ready of={declared} lines={12}>
          {(declaration) => {
            const naming = {
              declared: declaration,
              labels: report.labels.preference,
              language: spoken(),
            };
            const questions = questionsOf(report.rows, naming);
            return (
              <div class={asked.stale ? 'reports stale' : 'reports'} aria-busy={asked.stale}>
                {questions.length === 0 && <HowToAsk />}
                {questions.map((question) => (
                  <QuestionPanel key={question.key} {...{ question, comparing, weeks }} csv={asked.csv} />
                ))}
                {questions.length > 0 && <WaitingNote report={report} />}
                <Promised />
              </div>
            );
          }}
        </Ready>
      )}
    </Ready>
  );
}
