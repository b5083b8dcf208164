/** Positions that gained or lost clicks against the compared days, as far as that is more than chance. */
import { tellingOf } from '@holloway/insight';
import type { Labels, Report, Viewport } from '@holloway/protocol';
import { IntervalBar } from '../../charts/interval-bar.tsx';
import { formatDays, formatShare, formatTenths } from '../../model/format.ts';
import { inWindow } from '../../model/layout-figures.ts';
import { type Mover, movementOf, type ToldRows } from '../../model/movers.ts';
import { moversCsv } from '../../model/movers-csv.ts';
import { finishedDays } from '../../model/range.ts';
import { useComparedDays, useComparing } from '../../state/compared.ts';
import { useView } from '../../state/view.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SaveCsv } from '../../ui/save-csv.tsx';
import { Failure, Skeleton } from '../../ui/states.tsx';
import { t, tn } from '../../words/words.ts';
import { boxName } from './rate-words.ts';

interface MoversPanelProps {
  readonly page: string;
  readonly viewport: Viewport | null;
}

export function MoversPanel({ page, viewport }: MoversPanelProps) {
  const compared = useComparedDays();
  return (
    <Panel
      title={t('Gainers and losers')}
      note={
        compared === null
          ? undefined
          : t('Click rates of {now} beside those of {before}.', {
              now: formatDays(compared.now.from, compared.now.to),
              before: formatDays(compared.before.from, compared.before.to),
            })
      }
    >
      {compared === null ? <WhyNone /> : <Compared page={page} viewport={viewport} />}
    </Panel>
  );
}

function WhyNone() {
  const { site, days, route } = useView();
  if (route.compare === 'none')
    return <p class="note">{t('Nothing is chosen to compare these days with. Choose it above.')}</p>;
  return (
    <p class="note">
      {finishedDays(days, site) === null
        ? t('Today is not over, so that it cannot be compared. Choose more days above.')
        : t('The history does not reach back to the days to compare these with. Choose others above.')}
    </p>
  );
}

function Compared({ page, viewport }: MoversPanelProps) {
  const both = useComparing('layout', { pages: [page] });
  if (both.state === 'loading') return <Skeleton lines={4} />;
  if (both.state === 'failed') return <Failure error={both.error} onRetry={both.retry} />;
  if (both.state === 'none')
    return <p class="note">{t('These days are kept by month: they cannot be compared day by day.')}</p>;
  const { now, before } = both.value;
  return (
    <Moved
      page={page}
      movement={movementOf(toldIn(before, viewport), toldIn(now, viewport))}
      labels={{ ...before.labels, ...now.labels }}
    />
  );
}

const toldIn = (report: Report<'layout'>, viewport: Viewport | null): ToldRows => ({
  rows: inWindow(report.rows, viewport),
  telling: tellingOf(report),
});

interface MovedProps {
  readonly page: string;
  readonly movement: ReturnType<typeof movementOf>;
  readonly labels: Labels;
}

function Moved({ page, movement: { compared, moved }, labels }: MovedProps) {
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
      {moved.length > 0 && (
        <SaveCsv title={t('Gainers and losers')} name="movers" text={() => moversCsv(page, moved)} />
      )}
      {parts.length > 0 && (
        <p class="note">
          {tn(
            compared,
            'One position was compared. A change that stands here may still be chance, one time in ten.',
            '{n} positions were compared; those that moved no more than chance are left out. Of those that stand here, at most one in ten is expected to be chance.',
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
