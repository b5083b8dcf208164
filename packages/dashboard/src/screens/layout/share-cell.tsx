/** A rate in a table with the bar of its interval; or why there is none. */
import { IntervalBar } from '../../charts/interval-bar.tsx';
import { formatShare } from '../../model/format.ts';
import type { Share } from '../../model/share.ts';
import type { Column } from '../../ui/data-table.tsx';
import { t } from '../../words/words.ts';

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

/** @param most What the right end of the bar stands for, the same in the whole column. */
const ShareCell = ({ share, most }: { readonly share: Share | undefined; readonly most: number }) => {
  if (share === undefined || share.rate === null) return <Untold />;
  return (
    <span class="share-cell">
      <span>{formatShare(share.rate)}</span>
      {share.interval !== null && (
        <>
          <span class="visually-hidden">
            {t('with 95% confidence {range}', { range: intervalWords(share) })}
          </span>
          <IntervalBar value={share.rate} interval={share.interval} to={most} />
        </>
      )}
    </span>
  );
};

/** A column of rates, their bars drawn against the furthest end of all. */
export function shareColumn<Row>(
  title: string,
  rows: readonly Row[],
  share: (row: Row) => Share | undefined,
): Column<Row> {
  const most = Math.max(0.01, ...rows.map((row) => share(row)?.interval?.high ?? 0));
  return {
    title,
    kind: 'number',
    cell: (row) => <ShareCell share={share(row)} most={most} />,
    sort: (row) => share(row)?.rate ?? null,
  };
}
