/** The stages of the funnel, of all visits or of one category, with the share of each that went on. */
import { ANY, type FunnelRow, type Report } from '@holloway/protocol';
import { formatChange, formatCount } from '../model/format.ts';
import { type Stage, type StageShare, stageShares } from '../model/funnel.ts';
import { categoryName } from '../model/names.ts';
import { countChange } from '../model/row-change.ts';
import { shareOf } from '../model/share.ts';
import type { Compared } from '../state/compared.ts';
import { useOptions } from '../state/view.ts';
import { ChangeNote, countChangeColumn, pairing, rateChangeColumn } from '../ui/change-columns.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { Rate } from '../ui/rate.tsx';
import { type Msg, msg, t } from '../words/words.ts';

export const STAGE_NAMES: { readonly [stage in Stage]: Msg } = {
  list: msg('Saw a list'),
  product: msg('Saw a product'),
  cart: msg('Put it into the cart'),
  checkout: msg('Went to the checkout'),
  order: msg('Ordered'),
};

export const nameOf = (category: string, { labels }: Report<'funnel'>): string =>
  category === ANY ? t('All visits') : categoryName(category, labels.category);

/** The stages of one category on either side; `null` where one of them does not tell of it. */
function comparedStages(
  compared: Compared<'funnel'> | null,
  row: FunnelRow,
): { readonly [side in keyof Compared<'funnel'>]: { readonly rows: readonly StageShare[] } } | null {
  const [now, before] =
    compared === null ? [] : pairing<FunnelRow>(compared, ({ category }) => category)(row);
  return now === undefined || before === undefined
    ? null
    : { now: { rows: stageShares(now) }, before: { rows: stageShares(before) } };
}

const stageOf = ({ stage }: StageShare): string => stage;
/** A share of another stage is no share to compare with. */
const stageAndBefore = ({ stage, before }: StageShare): string => `${stage} ${before}`;

/** Stages stay in theirs. */
const inOrder = ({ sort, ...column }: Column<StageShare>): Column<StageShare> => column;

interface StagesProps {
  readonly report: Report<'funnel'>;
  readonly compared: Compared<'funnel'> | null;
  readonly csv: string;
}

export function Stages({ report, compared, csv }: StagesProps) {
  const [options, setOptions] = useOptions();
  const asked = options.of?.[0] ?? ANY;
  const row = report.rows.find(({ category }) => category === asked) ?? report.rows[0];
  if (row === undefined) return null;
  const stages = stageShares(row);
  const sides = comparedStages(compared, row);
  const pairOf = sides && pairing(sides, stageOf);
  const changeOf = (share: StageShare): string | null => {
    if (pairOf === null) return null;
    const [now, before] = pairOf(share);
    return formatChange(countChange(now?.n ?? null, before?.n ?? null));
  };
  return (
    <Panel
      title={t('From a list to an order')}
      note={t(
        'Each visit is counted once a stage. Stages are fixed: others cannot be put together afterwards, by design.',
      )}
      csv={csv}
      controls={
        <label class="choose">
          {t('Of')}
          <select value={row.category} onChange={(event) => setOptions({ of: event.currentTarget.value })}>
            {report.rows.map(({ category }) => (
              <option key={category} value={category}>
                {nameOf(category, report)}
              </option>
            ))}
          </select>
        </label>
      }
      name="stages"
      table={() => (
        <div class="funnel-part">
          <DataTable
            caption={t('From a list to an order')}
            rows={stages}
            rowKey={stageOf}
            columns={[
              { title: t('Stage'), cell: ({ stage }) => t(STAGE_NAMES[stage]) },
              { title: t('Visits'), kind: 'number', cell: ({ n }) => formatCount(n) },
              ...countChangeColumn(sides, stageOf, ({ n }) => n).map(inOrder),
              {
                title: t('Of the stage before'),
                kind: 'number',
                cell: ({ n, before, nBefore }) => before !== null && <Rate share={shareOf(n, nBefore)} />,
              },
              ...rateChangeColumn(t('Of the stage before'), sides, stageAndBefore, ({ n, nBefore }) => ({
                hits: n,
                of: nBefore,
              })).map(inOrder),
            ]}
          />
          <ChangeNote of={sides && compared} />
        </div>
      )}
    >
      <div class="funnel-part">
        <ol class="funnel" aria-label={t('Stages')}>
          {stages.map((share) => {
            const { stage, n, length, ofBefore, nBefore } = share;
            return (
              <li key={stage}>
                <span class="funnel-name">
                  {t(STAGE_NAMES[stage])} {sides && <small>{changeOf(share)}</small>}
                </span>
                <svg class="funnel-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect width={Math.max(0.5, length * 100)} height="10" />
                </svg>
                <span class="funnel-n">{formatCount(n)}</span>
                <span class="funnel-share">
                  {n === null ? t('too few') : ofBefore === null ? ' ' : <Rate share={shareOf(n, nBefore)} />}
                </span>
              </li>
            );
          })}
        </ol>
        <ChangeNote of={sides && compared} />
      </div>
    </Panel>
  );
}
