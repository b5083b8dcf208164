/** Declaring a layout test: what is refused is said at its field. */
import {
  CONTROL,
  EXPERIMENT_METRICS,
  type Experiment,
  type ExperimentMetric,
  outcomeOf,
} from '@holloway/protocol';
import { useState } from 'preact/hooks';
import { changeSettings, getSettings } from '../../api/site-settings.ts';
import type { Draft } from '../../model/action-trial.ts';
import { OUTCOME_NAMES } from '../../model/experiments.ts';
import { useView } from '../../state/view.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { textOf } from '../../ui/form.tsx';
import { Setting, SettingForm, TextSetting } from '../../ui/setting-form.tsx';
import { t } from '../../words/words.ts';

interface DeclareProps {
  /** What the form begins with. */
  readonly draft: Draft;
  readonly onClose: () => void;
  readonly onChange: () => void;
}

const NAMES = [CONTROL, 'b', 'c', 'd'] as const;
const COUNTS = [2, 3, 4] as const;

/** 100 in all: alike, but for the second of two where its share is known. */
function shareAt(at: number, count: number, second?: number): number {
  if (second !== undefined && count === 2) return at === 0 ? 100 - second : second;
  return Math.floor(100 / count) + (at === 0 ? 100 % count : 0);
}

/** @param from Its first day. */
function readExperiment(form: FormData, count: number, from: string): Experiment {
  const [pages, zone] = [textOf(form, 'pages'), textOf(form, 'zone')];
  return {
    id: textOf(form, 'id'),
    title: textOf(form, 'title'),
    arms: NAMES.slice(0, count).map((_, at) => ({
      name: textOf(form, `arms[${at}].name`),
      share: Number(textOf(form, `arms[${at}].share`)),
    })),
    ...(pages === '' ? {} : { pages }),
    // What is offered are metrics.
    metric: textOf(form, 'metric') as ExperimentMetric,
    ...(zone === '' ? {} : { zone }),
    status: 'running',
    from,
  };
}

export function Declare({ draft, onClose, onChange }: DeclareProps) {
  const { api, site } = useView();
  const [count, setCount] = useState(2);
  const [metric, setMetric] = useState<ExperimentMetric>(draft.metric);
  return (
    <Dialog title={t('Declare an experiment')} onClose={onClose}>
      <SettingForm
        action={t('Begin today')}
        nameOf={(field) => field.replace(/^experiments(?:\[\d+\])?\.?/, '') || field}
        onSend={async (form) => {
          // Those that somebody else declared meanwhile stay.
          const { experiments } = await getSettings(api, site.id);
          const added = readExperiment(form, count, site.lastDay);
          await changeSettings(api, site.id, { experiments: [...experiments, added] });
          onChange();
          onClose();
          return [];
        }}
      >
        <TextSetting label={t('Title')} name="title" value={draft.title} hint={t('What people read here.')} />
        <TextSetting
          label={t('Short name')}
          name="id"
          value={draft.id}
          hint={t('What pages call it: lower-case letters, digits, hyphens.')}
        />
        <Setting label={t('How many arms')} name="count">
          {(attributes) => (
            <select
              {...attributes}
              value={count}
              onChange={(event) => setCount(Number(event.currentTarget.value))}
            >
              {COUNTS.map((n) => (
                <option key={n} value={n}>
                  {n}
                </option>
              ))}
            </select>
          )}
        </Setting>
        {/* Keyed by how many: each number of arms has shares of its own to begin with. */}
        {NAMES.slice(0, count).map((name, at) => (
          <div class="field-grid" key={`${name} ${count}`}>
            <TextSetting
              label={t('Arm {n}', { n: at + 1 })}
              name={`arms[${at}].name`}
              value={name}
              readOnly={at === 0}
              {...(at === 0 && { hint: t('The page as it is.') })}
            />
            <TextSetting
              label={t('Share of arm {n}, in hundredths', { n: at + 1 })}
              name={`arms[${at}].share`}
              type="number"
              value={shareAt(at, count, draft.share)}
            />
          </div>
        ))}
        <TextSetting
          label={t('On which pages (optional)')}
          name="pages"
          value={draft.pages}
          hint={t('A path such as / or /c/:top/*. Left empty: every page where it is marked up.')}
        />
        <Setting label={t('What decides')} name="metric">
          {(attributes) => (
            <select
              {...attributes}
              value={metric}
              onChange={({ currentTarget: { value } }) =>
                setMetric(EXPERIMENT_METRICS.find((one) => one === value) ?? 'order')
              }
            >
              {EXPERIMENT_METRICS.map((each) => (
                <option key={each} value={each}>
                  {t(OUTCOME_NAMES[outcomeOf(each)])}
                </option>
              ))}
            </select>
          )}
        </Setting>
        <TextSetting
          label={
            metric === 'clicked' ? t('Region whose clicks count') : t('Region whose clicks count (optional)')
          }
          name="zone"
          value={draft.zone}
        />
      </SettingForm>
    </Dialog>
  );
}
