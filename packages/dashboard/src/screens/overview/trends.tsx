/** The figures of the range against the days that it is compared with, and one of them by day. */
import type { Report } from '@holloway/protocol';
import { changeWords } from '../../model/comparison-words.ts';
import {
  formatCount,
  formatDay,
  formatDays,
  formatShare,
  formatShort,
  formatTenths,
} from '../../model/format.ts';
import { figureOf, TRENDS, type Trend as TrendName, trendOf } from '../../model/overview.ts';
import { type Days, finishedDays } from '../../model/range.ts';
import { type Compared, useCompared, useComparedDays } from '../../state/compared.ts';
import { optionOf } from '../../state/route.ts';
import { useOptions, useReport, useView } from '../../state/view.ts';
import { lazy } from '../../ui/lazy.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Reports } from '../../ui/reports.tsx';
import { type Msg, msg, t } from '../../words/words.ts';
import { AnnotatedTrend } from './annotated-trend.tsx';

const NAMES: { readonly [trend in TrendName]: Msg } = {
  visits: msg('Visits'),
  visitors: msg('Visitors a day'),
  pageviews: msg('Pageviews'),
  depth: msg('Pages per visit'),
};

const isAverage = (trend: TrendName): boolean => trend === 'depth';

/** Most read the chart. */
const TrendTable = lazy(async () => (await import('./trend-table.tsx')).TrendTable);

export function Trends() {
  const now = useReport('overview');
  const { compared, isComing } = useCompared('overview');
  return (
    <Reports of={[now]} awaits={isComing} loading={<TrendsToCome csv={now.csv} />}>
      {([report]) => <TrendPanel report={report} compared={compared} csv={now.csv} />}
    </Reports>
  );
}

/** As high as the figures and their chart, so that nothing moves when they come. */
function TrendsToCome({ csv }: { readonly csv: string }) {
  const { site, days } = useView();
  const isOver = finishedDays(days, site)?.to === days.to;
  const note = notesOf({ monthsThrough: null, k: site.k }, useComparedDays()?.before ?? null, !isOver);
  return (
    <div class="reports" role="status" aria-label={t('Loading')} aria-busy="true">
      <div class="figures compared">
        {TRENDS.map((name) => (
          <div class="figure" key={name}>
            <span class="figure-name">{t(NAMES[name])}</span>
            <span class="figure-value">&nbsp;</span>
            <span class="figure-change">&nbsp;</span>
          </div>
        ))}
      </div>
      <Panel title={t('{measure} by day', { measure: t('Visits') })} csv={csv} note={note}>
        <p class="readout">&nbsp;</p>
        <div class="trend-frame" />
        <div class="happened" />
      </Panel>
    </div>
  );
}

interface TrendPanelProps {
  readonly report: Report<'overview'>;
  readonly compared: Compared<'overview'> | null;
  readonly csv: string;
}

function TrendPanel({ report, compared, csv }: TrendPanelProps) {
  const { site, days, route } = useView();
  const [options, setOptions] = useOptions();
  const finished = finishedDays(days, site);
  const trend = optionOf(options, 'trend', TRENDS);
  const points = trendOf(trend, report.rows, report);
  const before = compared === null ? [] : trendOf(trend, compared.before.rows, compared.before);
  const soFar = finished?.to === days.to ? null : { day: report.to, words: soFarWords(site.k) };
  const format = isAverage(trend) ? formatTenths : formatCount;
  return (
    <>
      <div class="figures compared">
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
              <span class="figure-change">{changeWords(change, route.compare, report, finished)}</span>
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
        note={notesOf(report, compared?.before ?? null, soFar !== null)}
        name="trend"
        table={() => <TrendTable {...{ report, before, format }} measure={t(NAMES[trend])} />}
      >
        <AnnotatedTrend
          label={t(NAMES[trend])}
          {...{ points, before, soFar, format }}
          formatTick={formatShort}
        />
      </Panel>
    </>
  );
}

/** Of a day that is not over. With k = 1 there are no steps. */
const soFarWords = (k: number): string =>
  k === 1 ? t('today so far') : t('today so far, in steps of {k}', { k });

/** What is to be known of the chart. */
function notesOf(
  { monthsThrough, k }: Pick<Report<'overview'>, 'monthsThrough' | 'k'>,
  before: Days | null,
  withToday: boolean,
): string | undefined {
  const notes = [
    monthsThrough === null
      ? null
      : t('Until {day} numbers are kept by month: each day shows what it was on average.', {
          day: formatDay(monthsThrough),
        }),
    before === null ? null : t('The dashed line: {days}.', { days: formatDays(before.from, before.to) }),
    !withToday
      ? null
      : k === 1
        ? t('Today is shown so far, and renews by itself.')
        : t('Today is shown so far, in steps of {k}, and renews by itself.', { k }),
  ].filter((note) => note !== null);
  return notes.length === 0 ? undefined : notes.join(' ');
}
