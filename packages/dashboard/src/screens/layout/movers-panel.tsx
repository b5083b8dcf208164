/** Positions that gained or lost clicks since the days before, as far as that is more than chance. */
import type { Labels, Viewport } from '@holloway/protocol';
import { IntervalBar } from '../../charts/interval-bar.tsx';
import { formatDays, formatShare, formatTenths } from '../../model/format.ts';
import { inWindow } from '../../model/layout-figures.ts';
import { type Mover, movementOf } from '../../model/movers.ts';
import { type Days, daysBefore, finishedDays } from '../../model/range.ts';
import { together } from '../../state/loadable.ts';
import { useReport, useView } from '../../state/view.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Ready } from '../../ui/ready.tsx';
import { t, tn } from '../../words/words.ts';
import { boxName } from './rate-words.ts';

interface MoversPanelProps {
  readonly page: string;
  readonly viewport: Viewport | null;
  readonly csv: string;
}

export function MoversPanel({ page, viewport, csv }: MoversPanelProps) {
  const { site, days } = useView();
  const now = finishedDays(days, site);
  const before = now === null ? null : daysBefore(now, site);
  return (
    <Panel
      title={t('Gainers and losers')}
      note={
        now === null || before === null
          ? undefined
          : t('Click rates of {now} beside those of {before}.', {
              now: formatDays(now.from, now.to),
              before: formatDays(before.from, before.to),
            })
      }
      csv={csv}
    >
      {now === null || before === null ? (
        <p class="note">
          {now === null
            ? t('Today is not over, so that it cannot be compared. Choose more days above.')
            : t('There is no history of as many days before to compare these with. Choose fewer days above.')}
        </p>
      ) : (
        <Compared {...{ page, viewport, now, before }} />
      )}
    </Panel>
  );
}

interface ComparedProps {
  readonly page: string;
  readonly viewport: Viewport | null;
  readonly now: Days;
  readonly before: Days;
}

function Compared({ page, viewport, now, before }: ComparedProps) {
  const is = useReport('layout', { pages: [page], days: now });
  const was = useReport('layout', { pages: [page], days: before });
  const both = {
    result: together([is.result, was.result]),
    retry: () => {
      for (const one of [is, was]) if (one.result.state === 'failed') one.retry();
    },
  };
  return (
    <Ready of={both} lines={4}>
      {([after, earlier]) => (
        <Moved
          movement={movementOf(inWindow(earlier.rows, viewport), inWindow(after.rows, viewport))}
          labels={{ ...earlier.labels, ...after.labels }}
        />
      )}
    </Ready>
  );
}

interface MovedProps {
  readonly movement: ReturnType<typeof movementOf>;
  readonly labels: Labels;
}

function Moved({ movement: { compared, moved }, labels }: MovedProps) {
  if (compared === 0) {
    return <p class="note">{t('Of no position are both click rates known: too few clicked, or saw it.')}</p>;
  }
  const furthest = Math.max(0.001, ...moved.flatMap(({ interval: { low, high } }) => [-low, high]));
  const parts = [
    { title: t('Gained'), movers: moved.filter((one) => one.after > one.before) },
    { title: t('Lost'), movers: moved.filter((one) => one.after < one.before) },
  ].filter(({ movers }) => movers.length > 0);
  return (
    <>
      {parts.length === 0 && (
        <p class="calm">
          {tn(
            compared,
            'The one position that was compared moved no more than chance would have it.',
            'None of the {n} positions that were compared moved more than chance would have it.',
          )}
        </p>
      )}
      <div class="movers">
        {parts.map(({ title, movers }) => (
          <div key={title}>
            <h3>{title}</h3>
            <MoverTable caption={title} movers={movers} labels={labels} furthest={furthest} />
          </div>
        ))}
      </div>
      {parts.length > 0 && (
        <p class="note">
          {tn(
            compared,
            'One position was compared. A change that stands here may still be chance, one time in twenty.',
            '{n} positions were compared; those that moved no more than chance are left out. Where nothing changes at all, about one in twenty would still stand here.',
          )}
        </p>
      )}
    </>
  );
}

interface MoverTableProps {
  readonly caption: string;
  readonly movers: readonly Mover[];
  readonly labels: Labels;
  readonly furthest: number;
}

const signed = (change: number): string => `${change < 0 ? '−' : '+'}${formatTenths(Math.abs(change * 100))}`;

const MoverTable = ({ caption, movers, labels, furthest }: MoverTableProps) => (
  <DataTable
    caption={caption}
    rows={movers}
    rowKey={({ zone, slot }) => `${zone} ${slot}`}
    atOnce={12}
    columns={[
      {
        title: t('Position'),
        cell: ({ zone, slot }) => boxName(slot === null ? zone : `${zone}/${slot}`, labels),
      },
      { title: t('Before'), kind: 'number', cell: ({ before }) => formatShare(before) },
      { title: t('Now'), kind: 'number', cell: ({ after }) => formatShare(after) },
      {
        title: t('Change in points'),
        kind: 'number',
        cell: ({ before, after, interval }) => (
          <span class="rate">
            <span>{signed(after - before)}</span>
            <span class="visually-hidden">
              {t('with 95% confidence {range}', {
                range: t('{low} to {high}', { low: signed(interval.low), high: signed(interval.high) }),
              })}
            </span>
            <IntervalBar value={after - before} interval={interval} from={-furthest} to={furthest} />
          </span>
        ),
      },
    ]}
  />
);
