/** The category tree: views, entries and exits of each category, and what lies below it. */
import type { CategoryRow, Report } from '@holloway/protocol';
import { useState } from 'preact/hooks';
import { SmallLine } from '../../charts/small-line.tsx';
import { formatCount, formatDays } from '../../model/format.ts';
import { categoryName, termName } from '../../model/names.ts';
import { countChange } from '../../model/row-change.ts';
import { type Share, shareOf } from '../../model/share.ts';
import { type Branch, categoryTree } from '../../model/tree.ts';
import { type Compared, useCompared } from '../../state/compared.ts';
import { type Part, useParts } from '../../state/parts.ts';
import type { Options } from '../../state/route.ts';
import { useOptions, useReport, useView } from '../../state/view.ts';
import {
  Change,
  ChangeNote,
  countChangeColumn,
  pairing,
  rateChangeColumn,
} from '../../ui/change-columns.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Rate, shareColumn } from '../../ui/rate.tsx';
import { Reports } from '../../ui/reports.tsx';
import { SettledNote } from '../../ui/settled-note.tsx';
import { ExitsNote, WaitingNote } from '../../ui/states.tsx';
import '../../style/tree.css';
import { t } from '../../words/words.ts';

export function TreePanel() {
  const asked = useReport('categories');
  const { compared, isComing } = useCompared('categories');
  const trends = useParts('categories', useView().route.slice);
  return (
    <Panel
      title={t('Category tree')}
      note={t('Views of a category are its own; the bar is lighter for what lies below it.')}
      csv={asked.csv}
      name="tree"
      table={() => (
        <Reports of={[asked]}>
          {([report]) => <FlatTable {...{ report, compared }} parts={trends.parts} />}
        </Reports>
      )}
    >
      <Reports of={[asked]} awaits={isComing || trends.isComing} lines={12}>
        {([report]) => (
          <>
            <TreeTable {...{ report, compared }} parts={trends.parts} />
            <TrendNote parts={trends.parts} />
            <ChangeNote of={compared} />
            <ExitsNote rows={report.rows} />
            <SettledNote rows={report.rows} />
            <WaitingNote report={report} />
          </>
        )}
      </Reports>
    </Panel>
  );
}

const exitShare = ({ exits, settledViews }: CategoryRow): Share => shareOf(exits, settledViews);

interface Line {
  readonly category: string;
  readonly depth: number;
  readonly own: CategoryRow | null;
  readonly below: number;
  readonly parent: boolean;
}

function linesOf(branches: readonly Branch[], closed: ReadonlySet<string>, depth = 0): Line[] {
  return branches.flatMap(({ category, own, views, children }) => [
    { category, depth, own, below: views - (own?.views ?? 0), parent: children.length > 0 },
    ...(closed.has(category) ? [] : linesOf(children, closed, depth + 1)),
  ]);
}

interface TableProps {
  readonly report: Report<'categories'>;
  readonly compared: Compared<'categories'> | null;
}

const keyOf = ({ category }: CategoryRow): string => category;

/** `null` where a part of the range does not tell them. */
const viewsIn = ({ report: { rows } }: Part<'categories'>, category: string): number | null =>
  rows.find((row) => row.category === category)?.views ?? null;

const trendOf = (category: string, parts: readonly Part<'categories'>[]): (number | null)[] =>
  parts.map((part) => viewsIn(part, category));

interface TreeProps extends TableProps {
  /** Empty where the range is too short for a trend. */
  readonly parts: readonly Part<'categories'>[];
}

function TreeTable({ report, compared, parts }: TreeProps) {
  const [options] = useOptions();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const { branches, outside } = categoryTree(report.rows);
  const lines = linesOf(branches, closed);
  const longest = Math.max(1, ...branches.map(({ views }) => views), ...outside.map(({ views }) => views));
  const toggle = (category: string): void => {
    const next = new Set(closed);
    if (!next.delete(category)) next.add(category);
    setClosed(next);
  };
  const pairOf = compared === null ? null : pairing(compared, keyOf);
  const changeOf = (own: CategoryRow | null): number | null | undefined => {
    if (pairOf === null) return undefined;
    const [now, before] = own === null ? [] : pairOf(own);
    return now === undefined || before === undefined ? null : countChange(now.views, before.views);
  };
  const head = [
    t('Views'),
    '',
    ...(parts.length === 0 ? [] : [t('Trend')]),
    ...(compared === null ? [] : [t('Change')]),
    t('Visitors'),
    t('Entries'),
    t('Exits'),
    t('Exit rate'),
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wide tables scroll, and by keyboard only with focus
    <section class="table-scroll" aria-label={t('{name}, table', { name: t('Category tree') })} tabIndex={0}>
      <table class="tree">
        <thead>
          <tr>
            <th scope="col">{t('Category')}</th>
            {head.map((title) =>
              title === '' ? (
                <td key={title} class="tree-bar" />
              ) : (
                <th key={title} scope="col" class="number">
                  {title}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ category, depth, own, below, parent }) => (
            <tr key={category} {...foundIn(options, category)}>
              <th scope="row" style={{ paddingInlineStart: `${depth * 1.5}rem` }}>
                {parent ? (
                  <button
                    type="button"
                    class="branch"
                    aria-expanded={!closed.has(category)}
                    onClick={() => toggle(category)}
                  >
                    <Icon name="right" />
                    {termName(category, report.labels.category)}
                  </button>
                ) : (
                  <span class="leaf">{termName(category, report.labels.category)}</span>
                )}
              </th>
              <Cells {...{ own, below, longest }} change={changeOf(own)} trend={trendOf(category, parts)} />
            </tr>
          ))}
        </tbody>
        {outside.length > 0 && (
          <tbody>
            <tr class="group">
              <th scope="rowgroup" colSpan={1 + head.length}>
                {t('Outside the categories')}
              </th>
            </tr>
            {outside.map((row) => (
              <tr key={row.category} {...foundIn(options, row.category)}>
                <th scope="row">
                  <span class="leaf">{termName(row.category, report.labels.category)}</span>
                </th>
                <Cells
                  own={row}
                  below={0}
                  longest={longest}
                  change={changeOf(row)}
                  trend={trendOf(row.category, parts)}
                />
              </tr>
            ))}
          </tbody>
        )}
      </table>
    </section>
  );
}

/** The row that a link led to. */
const foundIn = ({ find }: Options, category: string) =>
  find?.[0] === category ? { class: 'found', 'aria-current': true as const, ref: intoView } : {};

const intoView = (row: HTMLElement | null): void => row?.scrollIntoView({ block: 'center' });

function TrendNote({ parts }: Pick<TreeProps, 'parts'>) {
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined) return null;
  const days = formatDays(first.days.from, last.days.to);
  return (
    <p class="note">
      {t('Trend: {days}, in {n} parts, each category by its own scale.', { days, n: parts.length })}
    </p>
  );
}

interface CellsProps {
  readonly own: CategoryRow | null;
  readonly below: number;
  readonly longest: number;
  /** `undefined` where nothing is compared. */
  readonly change: number | null | undefined;
  /** Empty where there is none. */
  readonly trend: readonly (number | null)[];
}

const Cells = ({ own, below, longest, change, trend }: CellsProps) => (
  <>
    <td class="number">
      <strong>{formatCount(own?.views ?? null)}</strong>
    </td>
    <td class="tree-bar" aria-hidden="true">
      <span class="bar-track">
        <span class="bar-fill" style={{ inlineSize: `${((own?.views ?? 0) / longest) * 100}%` }} />
        <span class="bar-fill below" style={{ inlineSize: `${(below / longest) * 100}%` }} />
      </span>
    </td>
    {trend.length > 0 && (
      <td class="number">
        <SmallLine
          label={trend.map(formatCount).join(', ')}
          values={trend}
          top={Math.max(1, ...trend.map((views) => views ?? 0))}
        />
      </td>
    )}
    {change !== undefined && (
      <td class="number">
        <Change value={change} />
      </td>
    )}
    <td class="number">{formatCount(own?.visitors ?? null)}</td>
    <td class="number">{formatCount(own?.entries ?? null)}</td>
    <td class="number">{formatCount(own?.exits ?? null)}</td>
    <td class="number">
      <Rate share={own === null ? undefined : exitShare(own)} brief />
    </td>
  </>
);

const FlatTable = ({ report, compared, parts }: TreeProps) => (
  <DataTable
    caption={t('Categories')}
    name="categories"
    rows={report.rows}
    rowKey={keyOf}
    sortedBy={1}
    columns={[
      {
        title: t('Category'),
        id: 'category',
        cell: ({ category }) => categoryName(category, report.labels.category),
        sort: ({ category }) => categoryName(category, report.labels.category),
      },
      {
        title: t('Views'),
        id: 'views',
        kind: 'number',
        cell: ({ views }) => formatCount(views),
        sort: ({ views }) => views,
      },
      ...countChangeColumn(compared, keyOf, ({ views }) => views),
      ...parts.map(
        (part): Column<CategoryRow> => ({
          title: t('Views, {days}', { days: formatDays(part.days.from, part.days.to) }),
          kind: 'number',
          cell: ({ category }) => formatCount(viewsIn(part, category)),
          sort: ({ category }) => viewsIn(part, category),
        }),
      ),
      {
        title: t('Visitors'),
        id: 'visitors',
        kind: 'number',
        cell: (row) => formatCount(row.visitors),
        sort: (row) => row.visitors,
      },
      {
        title: t('Entries'),
        id: 'entries',
        kind: 'number',
        cell: (row) => formatCount(row.entries),
        sort: (row) => row.entries,
      },
      {
        title: t('Exits'),
        id: 'exits',
        kind: 'number',
        cell: (row) => formatCount(row.exits),
        sort: (row) => row.exits,
      },
      shareColumn(t('Exit rate'), report.rows, exitShare, 'exitRate'),
      ...rateChangeColumn(t('Exit rate'), compared, keyOf, ({ exits, settledViews }) => ({
        hits: exits,
        of: settledViews,
      })),
    ]}
  />
);
