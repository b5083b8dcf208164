/** Columns that say how rows changed against the days that they are compared with; none where nothing is. */

import { COMPARISON_NAMES } from '../model/comparison.ts';
import { formatChange, formatCount, formatDays, formatPoints } from '../model/format.ts';
import type { Days } from '../model/range.ts';
import { countChange, LEAST_COMPARED, type Rate, rateChange } from '../model/row-change.ts';
import { useView } from '../state/view.ts';
import { t } from '../words/words.ts';
import type { Column } from './data-table.tsx';

interface Rows<Row> {
  readonly now: { readonly rows: readonly Row[] };
  readonly before: { readonly rows: readonly Row[] };
}

/** The row of each side that is about the same as the one given. */
export function pairing<Row>(
  { now, before }: Rows<Row>,
  rowKey: (row: Row) => string,
): (row: Row) => readonly [now: Row | undefined, before: Row | undefined] {
  const [is, was] = [now, before].map(({ rows }) => new Map(rows.map((row) => [rowKey(row), row])));
  return (row) => [is?.get(rowKey(row)), was?.get(rowKey(row))];
}

/** Of a count. */
export function countChangeColumn<Row>(
  compared: Rows<Row> | null,
  rowKey: (row: Row) => string,
  count: (row: Row) => number | null,
): Column<Row>[] {
  if (compared === null) return [];
  const pairOf = pairing(compared, rowKey);
  const change = (row: Row): number | null => {
    const [now, before] = pairOf(row);
    return now === undefined || before === undefined ? null : countChange(count(now), count(before));
  };
  return [
    {
      title: t('Change'),
      id: 'change',
      kind: 'number',
      cell: (row) => <Change value={change(row)} />,
      sort: change,
    },
  ];
}

/** Of a rate, with the interval of the difference. */
export function rateChangeColumn<Row>(
  measure: string,
  compared: Rows<Row> | null,
  rowKey: (row: Row) => string,
  rate: (row: Row) => Rate,
): Column<Row>[] {
  if (compared === null) return [];
  const pairOf = pairing(compared, rowKey);
  const change = (row: Row) => {
    const [now, before] = pairOf(row);
    return now === undefined || before === undefined ? null : rateChange(rate(now), rate(before));
  };
  return [
    {
      title: t('{measure}, change', { measure }),
      id: 'rateChange',
      kind: 'number',
      cell: (row) => {
        const found = change(row);
        if (found === null) return <Change value={null} />;
        const { low, high } = found.interval;
        return (
          <span class="points">
            {formatPoints(found.value)}
            <small>{t('{low} to {high}', { low: formatPoints(low), high: formatPoints(high) })}</small>
          </span>
        );
      },
      sort: (row) => change(row)?.value ?? null,
    },
  ];
}

export const Change = ({ value }: { readonly value: number | null }) =>
  value === null ? (
    <span>
      <span class="visually-hidden">{t('too few to compare')}</span>
      <span aria-hidden="true">–</span>
    </span>
  ) : (
    <span>{formatChange(value)}</span>
  );

/** Under such columns: which days were compared. */
export function ChangeNote({ of }: { readonly of: { readonly now: Days; readonly before: Days } | null }) {
  const { route } = useView();
  if (of === null) return null;
  return (
    <p class="note">
      {t('Change: {now} compared with {before} ({what}). A dash: fewer than {n} to compare.', {
        now: formatDays(of.now.from, of.now.to),
        before: formatDays(of.before.from, of.before.to),
        what: t(COMPARISON_NAMES[route.compare]),
        n: formatCount(LEAST_COMPARED),
      })}
    </p>
  );
}
