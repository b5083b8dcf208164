/** One layout test: where and since when, its arms, what the counts say, all that came of it, and how it is marked up. */
import { OUTCOMES, type Outcome, outcomeOf } from '@holloway/protocol';
import { changeSettings, getSettings } from '../../api/site-settings.ts';
import {
  type Arm,
  type ExperimentView,
  moreWords,
  OUTCOME_NAMES,
  verdictWords,
} from '../../model/experiments.ts';
import { formatCount, formatDay, formatShare } from '../../model/format.ts';
import { shareOf } from '../../model/share.ts';
import { useView } from '../../state/view.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Rate } from '../../ui/rate.tsx';
import { Sure } from '../../ui/sure.tsx';
import { t } from '../../words/words.ts';
import { MarkUp } from './mark-up.tsx';

interface OneExperimentProps {
  readonly view: ExperimentView;
  readonly csv: string;
  readonly mayEnd: boolean;
  readonly onChange: () => void;
}

function whereWords({ experiment: { pages, zone, from, to, status } }: ExperimentView): string {
  const where = pages === undefined ? t('every page') : pages;
  const since = formatDay(from);
  return [
    zone === undefined ? where : t('{pages}, region {zone}', { pages: where, zone }),
    status === 'ended'
      ? t('ended: {from} to {to}', { from: since, to: to === undefined ? '–' : formatDay(to) })
      : t('runs since {day}', { day: since }),
    ...(status === 'running' && to !== undefined ? [t('until {time}', { time: formatDay(to) })] : []),
  ].join(' · ');
}

/** The end of the tracks, so that small rates are told apart. */
function longestOf({ arms, hits }: ExperimentView, outcome: Outcome): number {
  const shares = arms.map(({ name, visits }) => shareOf(hits(name, outcome), visits).rate ?? 0);
  return Math.min(1, Math.max(...shares) * 1.6) || 1;
}

const rateColumn = (view: ExperimentView, outcome: Outcome): Column<Arm> => {
  const longest = longestOf(view, outcome);
  return {
    title: t(OUTCOME_NAMES[outcome]),
    kind: 'number',
    cell: ({ name, visits }) => <Rate share={shareOf(view.hits(name, outcome), visits)} longest={longest} />,
  };
};

export function OneExperiment({ view, csv, mayEnd, onChange }: OneExperimentProps) {
  const { api, site } = useView();
  const { experiment, arms } = view;
  const { id, title, status } = experiment;
  const more = moreWords(view);
  const armColumn: Column<Arm> = { title: t('Arm'), cell: ({ name }) => name };
  const visitsColumn: Column<Arm> = {
    title: t('Visits'),
    kind: 'number',
    cell: ({ visits }) => formatCount(visits),
  };
  const end = async (): Promise<void> => {
    const { experiments } = await getSettings(api, site.id);
    // Never before it began.
    const [, to = site.lastDay] = [experiment.from, site.lastDay].sort();
    await changeSettings(api, site.id, {
      experiments: experiments.map((one) => (one.id === id ? { ...one, status: 'ended', to } : one)),
    });
    onChange();
  };
  return (
    <Panel title={title} note={whereWords(view)} csv={csv}>
      <div class="verdicts">
        {verdictWords(view).map((words) => (
          <strong key={words}>{words}</strong>
        ))}
        {more !== null && <p class="note">{more}</p>}
      </div>
      <DataTable
        caption={t('Arms of {title}', { title })}
        rows={arms}
        rowKey={({ name }) => name}
        columns={[
          armColumn,
          { title: t('Planned share'), kind: 'number', cell: ({ share }) => formatShare(share / 100) },
          visitsColumn,
          rateColumn(view, outcomeOf(experiment.metric)),
        ]}
      />
      <details class="more-of">
        <summary>{t('All that came of it')}</summary>
        <DataTable
          caption={t('All outcomes of {title}', { title })}
          rows={arms}
          rowKey={({ name }) => name}
          columns={[armColumn, visitsColumn, ...OUTCOMES.map((outcome) => rateColumn(view, outcome))]}
        />
      </details>
      {status === 'running' && <MarkUp experiment={experiment} />}
      {status === 'running' && mayEnd && (
        <Sure
          action={t('End it')}
          question={t('Everybody then sees arm a again within minutes, and it cannot run again.')}
          onSure={end}
        />
      )}
    </Panel>
  );
}
