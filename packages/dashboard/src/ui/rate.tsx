/** A share, and how sure it is: the 95 % interval as a bar, and in words. Everywhere the same; what it would take to be surer is model/share's to say. */
import { IntervalBar } from '../charts/interval-bar.tsx';
import { formatCount, formatShare } from '../model/format.ts';
import type { Share } from '../model/share.ts';
import { t } from '../words/words.ts';
import type { Column } from './data-table.tsx';

/** A dash, and what it says to those who hear it. */
export const Untold = () => (
  <>
    <span aria-hidden="true">–</span>
    <span class="visually-hidden">{t('not measured, none, or too few')}</span>
  </>
);

export const intervalWords = ({ interval }: Share): string =>
  interval === null
    ? ''
    : t('{low} to {high}', { low: formatShare(interval.low), high: formatShare(interval.high) });

interface RateProps {
  readonly share: Share | undefined;
  /** What the right end of the bar stands for, for rates that are all small. Default 1. */
  readonly longest?: number;
  /** In a table of many rates: the interval in words is only heard; what it would take to be surer still shows. */
  readonly brief?: boolean;
}

export function Rate({ share, longest = 1, brief = false }: RateProps) {
  if (share === undefined || share.rate === null) return <Untold />;
  const { rate, interval, missing } = share;
  const isSure = missing === null || missing === 0;
  if (interval === null) return <span>{formatShare(rate)}</span>;
  return (
    <span class="rate">
      <span>{formatShare(rate)}</span>
      <IntervalBar value={rate} interval={interval} to={longest} />
      {brief && (
        <span class="visually-hidden">
          {t('with 95% confidence {range}', { range: intervalWords(share) })}
        </span>
      )}
      {!(brief && isSure) && (
        <small>
          {isSure ? intervalWords(share) : t('about {n} more visits', { n: formatCount(missing) })}
        </small>
      )}
    </span>
  );
}

/**
 * A column of rates of the rows of its table, their bars drawn against the furthest end of all.
 * @param id What the address calls it.
 */
export function shareColumn<Row>(
  title: string,
  rows: readonly Row[],
  share: (row: Row) => Share | undefined,
  id = title,
): Column<Row> {
  // Once a row: sorting asks for each many times.
  const shares = new Map(rows.map((row) => [row, share(row)] as const));
  let longest = 0.01;
  for (const one of shares.values()) longest = Math.max(longest, one?.interval?.high ?? 0);
  return {
    title,
    id,
    kind: 'number',
    cell: (row) => <Rate share={shares.get(row)} longest={longest} brief />,
    sort: (row) => shares.get(row)?.rate ?? null,
  };
}
