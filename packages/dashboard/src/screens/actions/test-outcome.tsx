/** What a layout test says by now: no before and after, for it compares visits that are alike. */
import { experimentViews, verdictWords } from '../../model/experiments.ts';
import { Ready } from '../../ui/ready.tsx';
import { t } from '../../words/words.ts';
import { useExperiments } from '../experiments/use-experiments.ts';

export function TestOutcome({ experiment }: { readonly experiment: string }) {
  const asked = useExperiments();
  return (
    <section class="outcome">
      <h4>{t('What the test says by now')}</h4>
      <Ready of={asked} lines={2}>
        {({ declared = [], rows }) => {
          const [view] = experimentViews(
            declared.filter(({ id }) => id === experiment),
            rows,
          );
          if (view === undefined) return <p>{t('It is not declared any more.')}</p>;
          return (
            <>
              {verdictWords(view).map((words) => (
                <p key={words}>{words}</p>
              ))}
              <p class="note">
                {t('A verdict of the test itself: its arms are shown to visits that are alike.')}
              </p>
            </>
          );
        }}
      </Ready>
    </section>
  );
}
