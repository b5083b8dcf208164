/** The regions of a page: how many saw them, and how many of those clicked. */

import { formatCount, formatTenths } from '../../model/format.ts';
import { groupedBy } from '../../model/grouped.ts';
import { figuresOf, type LayoutRows } from '../../model/layout-figures.ts';
import { sumOf } from '../../model/sums.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { shareColumn, Untold } from '../../ui/rate.tsx';
import { WaitingNote } from '../../ui/states.tsx';
import { t } from '../../words/words.ts';
import { HeadWords } from './head-words.tsx';
import type { LayoutData } from './layout-data.ts';
import { boxName, isShared, RATE_MEANINGS, RATE_NAMES } from './rate-words.ts';

interface ZonePanelProps {
  /** Of the size of window that is shown. */
  readonly rows: LayoutRows;
  readonly data: LayoutData;
  readonly csv: string;
}

function zonesOf(rows: LayoutRows) {
  const groups = groupedBy(rows.zones, ({ page, zone }) => `${page} ${zone}`);
  return [...groups.values()].map((group) => {
    const [{ page, zone }] = group;
    const clicks = sumOf(group, (row) => row.clicks);
    const clicked = sumOf(group, (row) => row.clicked);
    return {
      page,
      zone,
      exposed: sumOf(group, (row) => row.exposed),
      recurrence: clicks === null || clicked === null || clicked === 0 ? null : clicks / clicked,
      ...figuresOf(rows, { page, element: zone }),
    };
  });
}

export function ZonePanel({ rows, data, csv }: ZonePanelProps) {
  const zones = zonesOf(rows);
  return (
    <Panel title={t('Regions')} csv={csv}>
      <HeadWords
        words={[
          [t(RATE_NAMES.exposure), t('Of the views of the page, those in which its middle line was seen.')],
          [t(RATE_NAMES.attractiveness), t(RATE_MEANINGS.attractiveness)],
          [
            t('Clicks per view'),
            t('Of the views in which it was clicked, how often. More than 1 is a repeat.'),
          ],
        ]}
      />
      <DataTable
        caption={t('Regions')}
        name="zones"
        rows={zones}
        rowKey={({ page, zone }) => `${page} ${zone}`}
        sortedBy={2}
        columns={[
          {
            title: t('Region'),
            id: 'region',
            cell: ({ page, zone }) => (
              <>
                {boxName(zone, data.labels)} {isShared(page) && <small>{t('on all pages')}</small>}
              </>
            ),
            sort: ({ zone }) => boxName(zone, data.labels),
          },
          {
            title: t('Views seen'),
            id: 'exposed',
            kind: 'number',
            cell: ({ exposed }) => (exposed === null ? <Untold /> : formatCount(exposed)),
            sort: ({ exposed }) => exposed,
          },
          shareColumn(t(RATE_NAMES.exposure), zones, (zone) => zone.exposure, 'exposure'),
          shareColumn(t(RATE_NAMES.attractiveness), zones, (zone) => zone.attractiveness, 'attractiveness'),
          {
            title: t('Clicks per view'),
            id: 'clicksPerView',
            kind: 'number',
            cell: ({ recurrence }) => (recurrence === null ? <Untold /> : formatTenths(recurrence)),
            sort: ({ recurrence }) => recurrence,
          },
        ]}
      />
      <WaitingNote report={data.reports.zones} />
    </Panel>
  );
}
