/** The picture as a table: every box with its rates. */
import type { Labels } from '@holloway/protocol';
import type { ToldBox } from '../../model/boxes-csv.ts';
import { SHARE_RATES } from '../../model/layout-figures.ts';
import { formatMoney } from '../../model/money.ts';
import { keyOf } from '../../model/wireframe.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { shareColumn, Untold } from '../../ui/rate.tsx';
import { t } from '../../words/words.ts';
import { boxName, isShared, itemNames, RATE_NAMES } from './rate-words.ts';

interface BoxTableProps {
  readonly told: readonly ToldBox[];
  readonly labels: Labels;
  readonly currency: string;
}

export const BoxTable = ({ told, labels, currency }: BoxTableProps) => (
  <DataTable
    caption={t('Picture of the page')}
    name="boxes"
    rows={told}
    rowKey={({ box }) => keyOf(box)}
    columns={[
      {
        title: t('Box'),
        cell: ({ box, items }) => (
          <>
            {boxName(box.element, labels)}{' '}
            <small>{isShared(box.page) ? t('on all pages') : itemNames(items, labels)}</small>
          </>
        ),
      },
      ...SHARE_RATES.map((rate) =>
        shareColumn(t(RATE_NAMES[rate]), told, ({ figures }) => figures[rate], rate),
      ),
      {
        title: t(RATE_NAMES.valuePerExposure),
        id: 'valuePerExposure',
        kind: 'number',
        cell: ({ figures: { valuePerExposure = null } }) =>
          valuePerExposure === null ? <Untold /> : formatMoney(valuePerExposure, currency),
        sort: ({ figures }) => figures.valuePerExposure ?? null,
      },
    ]}
  />
);
