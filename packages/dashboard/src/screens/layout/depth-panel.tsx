/** How far down the lists of a page visits came. */
import type { LayoutRow } from '@holloway/protocol';
import { ListDepth } from '../../charts/list-depth.tsx';
import { formatShare } from '../../model/format.ts';
import { groupedBy } from '../../model/grouped.ts';
import { depthOf } from '../../model/list-depth.ts';
import { listDepthCsv } from '../../model/list-depth-csv.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SaveCsv } from '../../ui/save-csv.tsx';
import { t } from '../../words/words.ts';
import type { LayoutData } from './layout-data.ts';
import { boxName } from './rate-words.ts';

interface DepthPanelProps {
  /** Of the page and the size of window that are shown. */
  readonly rows: readonly LayoutRow[];
  readonly data: LayoutData;
}

/** Nothing where no list is known. */
export function DepthPanel({ rows, data: { page, labels } }: DepthPanelProps) {
  const lists = [...groupedBy(rows, ({ zone }) => zone)]
    .map(([zone, of]) => ({ zone, steps: depthOf(of) }))
    .filter(({ steps }) => steps.length > 0);
  if (lists.length === 0) return null;
  const all = lists.flatMap(({ zone, steps }) => steps.map((step) => ({ zone, ...step })));
  const title = t('How far down they look');
  return (
    <Panel
      title={title}
      note={t(
        'Of the visits that saw any of a list, those that came to each position or one beyond it, at least.',
      )}
      csv={<SaveCsv title={title} name="list-depth" text={() => listDepthCsv(page, all)} />}
      name="list-depth"
      table={() => (
        <DataTable
          caption={title}
          rows={all}
          rowKey={({ zone, slot }) => `${zone} ${slot}`}
          columns={[
            { title: t('Position'), cell: ({ zone, slot }) => boxName(`${zone}/${slot}`, labels) },
            {
              title: t('Visits that came this far'),
              kind: 'number',
              cell: ({ share }) => formatShare(share),
              sort: ({ share }) => share,
            },
          ]}
        />
      )}
    >
      <div class="depths">
        {lists.map(({ zone, steps }) => (
          <div key={zone}>
            <p class="eyebrow">{boxName(zone, labels)}</p>
            <ListDepth label={boxName(zone, labels)} steps={steps} />
          </div>
        ))}
      </div>
    </Panel>
  );
}
