/** Layout tests: what each says by now, and for owners the way to declare one and to end it. */
import { type Draft, readDraft, writeDraft } from '../../model/action-trial.ts';
import { experimentViews } from '../../model/experiments.ts';
import { useOptions, useView } from '../../state/view.ts';
import { useMay } from '../../state/viewer.ts';
import '../../style/settings.css';
import '../../style/staff.css';
import { Panel } from '../../ui/panel.tsx';
import { Ready } from '../../ui/ready.tsx';
import { Message } from '../../ui/states.tsx';
import { t } from '../../words/words.ts';
import { Declare } from './declare.tsx';
import { OneExperiment } from './one-experiment.tsx';
import { useExperiments } from './use-experiments.ts';

const EMPTY: Draft = { title: '', id: '', pages: '', zone: '', metric: 'order' };

export function Experiments() {
  const { site } = useView();
  const asked = useExperiments();
  const mayDeclare = useMay('settings') && site.kind !== 'archive';
  const [options, setOptions] = useOptions();
  const draft = mayDeclare ? readDraft(options) : null;
  return (
    <>
      <Panel
        title={t('Two ways to show a page')}
        note={t(
          'You may look every day and stop at any look: the verdict holds at each of them. Counted is from the first day of each, whatever days are chosen elsewhere.',
        )}
        controls={
          mayDeclare ? (
            <button type="button" class="button" onClick={() => setOptions(writeDraft(EMPTY))}>
              {t('Declare an experiment')}
            </button>
          ) : undefined
        }
      >
        {!mayDeclare && <p class="note">{whyNot(site.kind === 'archive')}</p>}
        <p class="note">
          {t(
            'Before and after without an experiment is association: what else changed between the two is not known.',
          )}
        </p>
      </Panel>
      <Ready of={asked}>
        {({ declared = [], rows }) =>
          declared.length === 0 ? (
            <Nothing mayDeclare={mayDeclare} />
          ) : (
            experimentViews(declared, rows).map((view) => (
              <OneExperiment
                key={view.experiment.id}
                view={view}
                csv={asked.csv}
                mayEnd={mayDeclare}
                onChange={asked.retry}
              />
            ))
          )
        }
      </Ready>
      {draft !== null && (
        <Declare draft={draft} onClose={() => setOptions({ declare: null })} onChange={asked.retry} />
      )}
    </>
  );
}

const whyNot = (isArchive: boolean): string =>
  isArchive
    ? t('An archive has no experiments: nobody visits it.')
    : t('Experiments change what visitors see, so owners of the collector declare and end them.');

const Nothing = ({ mayDeclare }: { readonly mayDeclare: boolean }) => (
  <Message title={t('There is no experiment yet')}>
    <p>
      {t(
        'An experiment shows one of two to four arms of a page to each browser, by chance, and counts what came of each. Arm a is the page as it is; only visitors who agreed to be counted see another.',
      )}
    </p>
    <p>
      {mayDeclare
        ? t('To begin, declare one, then mark up what its arms show with the lines that stand there to copy.')
        : t('To begin, ask an owner of the collector to declare one.')}
    </p>
  </Message>
);
