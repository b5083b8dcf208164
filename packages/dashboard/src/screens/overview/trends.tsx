/** The figures of the range against the days before, and one of them by day. */
import type { Report } from '@holloway/protocol';
import {
  formatChange,
  formatCount,
  formatDay,
  formatDays,
  formatShare,
  formatShort,
  formatTenths,
} from '../../model/format.ts';
import { type Comparison, figureOf, TRENDS, type Trend as TrendName, trendOf } from '../../model/overview.ts';
import { type Days, daysBefore, finishedDays, lengthOf } from '../../model/range.ts';
import { optionOf } from '../../state/route.ts';
import { useOptions, useReport, useView } from '../../state/view.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Reports } from '../../ui/reports.tsx';
import { type Msg, msg, t, tn } from '../../words/words.ts';
import { AnnotatedTrend } from './annotated-trend.tsx';

const NAMES: { readonly [trend in TrendName]: Msg } = {
  visits: msg('Visits'),
  visitors: msg('Visitors a day'),
  pageviews: msg('Pageviews'),
  depth: msg('Pages per visit'),
};

const isAverage = (trend: TrendName): boolean => trend === 'depth';

export function Trends() {
  const { days, site } = useView();
  const finished = finishedDays(days, site);
  const before = finished === null ? null : daysBefore(finished, site);
  const now = useReport('overview');
  const over = useReport('overview', { days: finished ?? days });
  const earlier = useReport('overview', { days: before ?? days });
  const compared =
    before !== null && over.result.state === 'ready' && earlier.result.state === 'ready'
      ? comparable(over.result.value, earlier.result.value)
      : null;
  return (
    <Reports of={[now]} loading={<TrendsToCome csv={now.csv} />}>
      {([report]) => <TrendPanel report={report} finished={finished} compared={compared} csv={now.csv} />}
    </Reports>
  );
}

/** A range that touches a month which is kept as a whole has all of it: then it is of more days than the other. */
const comparable = (now: Report<'overview'>, before: Report<'overview'>): Comparison | null =>
  lengthOf(now) === lengthOf(before) ? { now, before } : null;

/** As high as the figures and their chart, so that nothing moves when they come. */
const TrendsToCome = ({ csv }: { readonly csv: string }) => (
  <div class="reports" role="status" aria-label={t('Loading')}>
    <div class="figures">
      {TRENDS.map((name) => (
        <div class="figure" key={name}>
          <span class="figure-name">{t(NAMES[name])}</span>
          <span class="figure-value">&nbsp;</span>
          <span class="figure-change">&nbsp;</span>
        </div>
      ))}
    </div>
    <Panel title={t('{measure} by day', { measure: t('Visits') })} csv={csv}>
      <p class="readout">&nbsp;</p>
      <div class="trend-frame" />
      <div class="happened" />
    </Panel>
  </div>
);

interface TrendPanelProps {
  readonly report: Report<'overview'>;
  /** `null` where only today is shown. */
  readonly finished: Days | null;
  readonly compared: Comparison | null;
  readonly csv: string;
}

function TrendPanel({ report, finished, compared, csv }: TrendPanelProps) {
  const [options, setOptions] = useOptions();
  const trend = optionOf(options, 'trend', TRENDS);
  const points = trendOf(trend, report.rows, report);
  const format = isAverage(trend) ? formatTenths : formatCount;
  return (
    <>
      <div class="figures">
        {TRENDS.map((name) => {
          const { value, change } = figureOf(name, report, compared);
          return (
            <button
              type="button"
              class="figure"
              key={name}
              aria-pressed={name === trend}
              onClick={() => setOptions({ trend: name })}
            >
              <span class="figure-name">{t(NAMES[name])}</span>
              <span class="figure-value">
                {name === 'visitors' || name === 'visits' || name === 'pageviews'
                  ? formatCount(value)
                  : formatTenths(value)}
              </span>
              <span class="figure-change">{changeWords(change, report, finished)}</span>
            </button>
          );
        })}
        {report.coverage !== null && (
          <div class="figure still">
            <span class="figure-name">{t('Coverage')}</span>
            <span class="figure-value">{formatShare(report.coverage)}</span>
            <span class="figure-change">{t('of choices agreed to statistics')}</span>
          </div>
        )}
      </div>
      <Panel
        title={t('{measure} by day', { measure: t(NAMES[trend]) })}
        csv={csv}
        {...(report.monthsThrough === null
          ? {}
          : {
              note: t('Until {day} numbers are kept by month: each day shows what it was on average.', {
                day: formatDay(report.monthsThrough),
              }),
            })}
        table={() => (
          <DataTable
            caption={t('Numbers by day')}
            rows={report.rows}
            rowKey={({ day }) => day}
            columns={[
              {
                title: t('Day'),
                cell: ({ day, through }) =>
                  through === undefined ? formatDay(day) : formatDays(day, through),
                sort: ({ day }) => day,
              },
              {
                title: t('Visits'),
                kind: 'number',
                cell: ({ visits }) => formatCount(visits),
                sort: ({ visits }) => visits,
              },
              {
                title: t('Visitors'),
                kind: 'number',
                cell: ({ visitors }) => formatCount(visitors),
                sort: ({ visitors }) => visitors,
              },
              {
                title: t('Pageviews'),
                kind: 'number',
                cell: ({ pageviews }) => formatCount(pageviews),
                sort: ({ pageviews }) => pageviews,
              },
            ]}
          />
        )}
      >
        <AnnotatedTrend label={t(NAMES[trend])} points={points} format={format} formatTick={formatShort} />
      </Panel>
    </>
  );
}

function changeWords(change: number | null, shown: Days, finished: Days | null): string {
  if (finished === null) return t('today is not over');
  if (change === null) return t('no earlier days to compare');
  const days = lengthOf(finished);
  const values = { change: formatChange(change) };
  return finished.to < shown.to
    ? tn(
        days,
        '{change} on the day before, without today',
        '{change} on the {n} days before, without today',
        values,
      )
    : tn(days, '{change} on the day before', '{change} on the {n} days before', values);
}
