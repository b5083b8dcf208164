/** How busy the shop is, by day, and what is seen most. */
import type { Report } from '@holloway/protocol';
import { Trend } from '../charts/trend.tsx';
import {
  formatChange,
  formatCount,
  formatDay,
  formatShare,
  formatShort,
  formatTenths,
  plural,
} from '../model/format.ts';
import { categoryName, termDetail, termName } from '../model/names.ts';
import { figureOf, TRENDS, type Trend as TrendName, trendOf } from '../model/overview.ts';
import { daysBefore, lengthOf } from '../model/range.ts';
import { screenLink } from '../shell/navigation.tsx';
import { optionOf } from '../state/route.ts';
import { useOptions, useReport, useView } from '../state/view.ts';
import { Bars } from '../ui/bars.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { Reports } from '../ui/reports.tsx';

const TOP = 8;

const NAMES: { readonly [trend in TrendName]: string } = {
  visits: 'Visits',
  visitors: 'Visitors a day',
  pageviews: 'Pageviews',
  depth: 'Pages per visit',
};

/** Page types such as `(home)` are no categories of the shop. */
const isCategory = ({ category }: { readonly category: string }): boolean => !category.startsWith('(');

const isAverage = (trend: TrendName): boolean => trend === 'depth';

export function Overview() {
  return (
    <>
      <Trends />
      <div class="side-by-side">
        <TopCategories />
        <TopPages />
      </div>
      <WhatWaits />
    </>
  );
}

function Trends() {
  const { days, site } = useView();
  const before = daysBefore(days, site);
  const now = useReport('overview');
  const earlier = useReport('overview', { days: before ?? days });
  const compared = before !== null && earlier.result.state === 'ready' ? earlier.result.value : null;
  return (
    <Reports of={[now]} lines={9}>
      {([report]) => <TrendPanel report={report} before={compared} csv={now.csv} />}
    </Reports>
  );
}

interface TrendPanelProps {
  readonly report: Report<'overview'>;
  readonly before: Report<'overview'> | null;
  readonly csv: string;
}

function TrendPanel({ report, before, csv }: TrendPanelProps) {
  const [options, setOptions] = useOptions();
  const trend = optionOf(options, 'trend', TRENDS);
  const points = trendOf(trend, report.rows, report);
  const format = isAverage(trend) ? formatTenths : formatCount;
  return (
    <>
      <div class="figures">
        {TRENDS.map((name) => {
          const { value, change } = figureOf(name, report, before);
          return (
            <button
              type="button"
              class="figure"
              key={name}
              aria-pressed={name === trend}
              onClick={() => setOptions({ trend: name })}
            >
              <span class="figure-name">{NAMES[name]}</span>
              <span class="figure-value">
                {name === 'visitors' || name === 'visits' || name === 'pageviews'
                  ? formatCount(value)
                  : formatTenths(value)}
              </span>
              <span class="figure-change">
                {before === null || change === null
                  ? 'no earlier days to compare'
                  : `${formatChange(change)} on the ${plural(lengthOf(before), 'day')} before`}
              </span>
            </button>
          );
        })}
        {report.coverage !== null && (
          <div class="figure still">
            <span class="figure-name">Coverage</span>
            <span class="figure-value">{formatShare(report.coverage)}</span>
            <span class="figure-change">of visits agreed to be counted</span>
          </div>
        )}
      </div>
      <Panel
        title={`${NAMES[trend]} by day`}
        csv={csv}
        table={() => (
          <DataTable
            caption="Numbers by day"
            rows={report.rows}
            rowKey={({ day }) => day}
            columns={[
              { title: 'Day', cell: ({ day }) => formatDay(day), sort: ({ day }) => day },
              {
                title: 'Visits',
                kind: 'number',
                cell: ({ visits }) => formatCount(visits),
                sort: ({ visits }) => visits,
              },
              {
                title: 'Visitors',
                kind: 'number',
                cell: ({ visitors }) => formatCount(visitors),
                sort: ({ visitors }) => visitors,
              },
              {
                title: 'Pageviews',
                kind: 'number',
                cell: ({ pageviews }) => formatCount(pageviews),
                sort: ({ pageviews }) => pageviews,
              },
            ]}
          />
        )}
      >
        <Trend label={NAMES[trend]} points={points} format={format} formatTick={formatShort} />
      </Panel>
    </>
  );
}

function TopCategories() {
  const { route } = useView();
  const asked = useReport('categories');
  return (
    <Panel
      title="Top categories"
      note="Pageviews, and their share of all"
      csv={asked.csv}
      controls={<a href={screenLink(route, 'categories')}>All categories</a>}
    >
      <Reports of={[asked]} lines={TOP}>
        {([{ rows, labels, totals }]) => (
          <Bars
            label="Most viewed categories"
            bars={rows
              .filter(isCategory)
              .slice(0, TOP)
              .map(({ category, views }) => ({
                key: category,
                name: categoryName(category, labels),
                n: views,
                share: views / totals.n,
              }))}
          />
        )}
      </Reports>
    </Panel>
  );
}

function TopPages() {
  const { route } = useView();
  const asked = useReport('pages');
  return (
    <Panel
      title="Top pages"
      note="Pageviews, and their share of all"
      csv={asked.csv}
      controls={<a href={screenLink(route, 'pages')}>All pages</a>}
    >
      <Reports of={[asked]} lines={TOP}>
        {([{ rows, labels, totals }]) => (
          <Bars
            label="Most viewed pages"
            bars={rows.slice(0, TOP).map(({ page, views }) => ({
              key: page,
              name: termName(page, labels),
              detail: termDetail(page, termName(page, labels)),
              n: views,
              share: views / totals.n,
            }))}
          />
        )}
      </Reports>
    </Panel>
  );
}

/** What is counted and not on screen: one line a fact. */
function WhatWaits() {
  const { site } = useView();
  const pages = useReport('pages');
  const categories = useReport('categories');
  if (pages.result.state !== 'ready' || categories.result.state !== 'ready') return null;
  const facts = { ...categories.result.value.facts, ...pages.result.value.facts };
  const lines = [
    ['Pageviews by page', facts['page.view']],
    ['Entries by page', facts['visit.entry']],
    ['Pageviews by category', facts['category.view']],
    ['Moves between categories', facts['flow.category']],
  ] as const;
  const hidden = lines.some(([, balance]) => balance !== undefined && balance.waiting.n + balance.other > 0);
  if (!hidden) return null;
  return (
    <Panel
      title="What waits"
      note={`A count shows once ${plural(site.k, 'browser')} stand behind it. Until then it waits; it is never lost.`}
    >
      <div class="waits">
        {lines.map(([name, balance]) =>
          balance === undefined ? null : (
            <dl class="wait" key={name}>
              <dt>{name}</dt>
              <dd>
                <strong>{formatCount(balance.shown)}</strong> shown
              </dd>
              <dd>
                <strong>{formatCount(balance.waiting.n)}</strong> waiting
              </dd>
              <dd>
                <strong>{formatCount(balance.other)}</strong> without a name
              </dd>
            </dl>
          ),
        )}
      </div>
    </Panel>
  );
}
