/** What was clicked in vain or in anger, the worst first. */
import type { ElementRow, Labels } from '@holloway/protocol';
import { formatCount } from '../../model/format.ts';
import { frustrationsOf } from '../../model/frustration.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { shareColumn, Untold } from '../../ui/rate.tsx';
import { t } from '../../words/words.ts';
import { HeadWords } from './head-words.tsx';
import { boxName, isShared } from './rate-words.ts';

interface FrustrationPanelProps {
  readonly rows: readonly ElementRow[];
  readonly labels: Labels;
  readonly csv: string;
}

export function FrustrationPanel({ rows, labels, csv }: FrustrationPanelProps) {
  const found = frustrationsOf(rows);
  return (
    <Panel title={t('Frustration')} csv={csv}>
      {found.length === 0 ? (
        <p class="calm">{t('Nothing here was clicked in vain or in anger by enough visitors to tell.')}</p>
      ) : (
        <>
          <HeadWords
            words={[
              [
                t('In vain'),
                t('Of the views in which it was seen, those in which a click on it did nothing.'),
              ],
              [t('In anger'), t('Of the same, those in which it was clicked three times within a second.')],
            ]}
          />
          <DataTable
            caption={t('Frustration')}
            rows={found}
            rowKey={({ page, element }) => `${page} ${element}`}
            atOnce={12}
            columns={[
              {
                title: t('Element'),
                cell: ({ page, element }) => (
                  <>
                    {boxName(element, labels)} {isShared(page) && <small>{t('on all pages')}</small>}
                  </>
                ),
              },
              {
                title: t('Views seen'),
                kind: 'number',
                cell: ({ exposed }) => (exposed === null ? <Untold /> : formatCount(exposed)),
                sort: ({ exposed }) => exposed,
              },
              shareColumn(t('In vain'), found, ({ dead }) => dead),
              shareColumn(t('In anger'), found, ({ rage }) => rage),
            ]}
          />
        </>
      )}
    </Panel>
  );
}
