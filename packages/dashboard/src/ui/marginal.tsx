/** A report of one dimension: bars with shares, its table, what waits. */
import type { Report } from '@holloway/protocol';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { formatCount } from '../model/format.ts';
import { shareOf } from '../model/share.ts';
import { valueShares } from '../model/values.ts';
import type { Asked } from '../state/view.ts';
import { t } from '../words/words.ts';
import { Bars } from './bars.tsx';
import { DataTable } from './data-table.tsx';
import { Panel } from './panel.tsx';
import { Rate } from './rate.tsx';
import { Reports } from './reports.tsx';
import { matches, SearchField } from './search-field.tsx';
import { WaitingNote } from './states.tsx';

type MarginalReport = 'devices' | 'countries' | 'sources';

interface MarginalProps {
  readonly title: string;
  readonly note: string;
  readonly asked: Asked<MarginalReport>;
  readonly controls?: ComponentChildren;
  readonly name: (value: string) => string;
}

const SEARCHABLE = 12;
const AT_ONCE = 40;

export function Marginal({ title, note, asked, controls, name }: MarginalProps) {
  const sharesOf = ({ rows, totals }: Report<MarginalReport>) => valueShares(rows, totals.n);
  return (
    <Panel
      class="narrow"
      title={title}
      note={note}
      csv={asked.csv}
      controls={controls}
      name="shares"
      table={() => (
        <Reports of={[asked]}>
          {([report]) => (
            <DataTable
              caption={title}
              rows={sharesOf(report)}
              rowKey={({ value }) => value}
              sortedBy={1}
              columns={[
                { title: t('Name'), cell: ({ value }) => name(value), sort: ({ value }) => name(value) },
                { title: t('Visits'), kind: 'number', cell: ({ n }) => formatCount(n), sort: ({ n }) => n },
                {
                  title: t('Share'),
                  kind: 'number',
                  cell: ({ n, of }) => <Rate share={shareOf(n, of)} />,
                  sort: ({ share }) => share,
                },
                {
                  title: t('Visitors'),
                  kind: 'number',
                  cell: ({ people }) => formatCount(people),
                  sort: ({ people }) => people,
                },
              ]}
            />
          )}
        </Reports>
      )}
    >
      <Reports of={[asked]} lines={10}>
        {([report]) => (
          <>
            <FoundBars title={title} shares={sharesOf(report)} name={name} />
            <WaitingNote report={report} />
          </>
        )}
      </Reports>
    </Panel>
  );
}

interface FoundBarsProps {
  readonly title: string;
  readonly shares: ReturnType<typeof valueShares>;
  readonly name: (value: string) => string;
}

function FoundBars({ title, shares, name }: FoundBarsProps) {
  const [typed, setTyped] = useState('');
  const [limit, setLimit] = useState(AT_ONCE);
  const found = shares.filter(({ value }) => matches(typed, name(value), value));
  return (
    <div class="found-bars">
      {shares.length > SEARCHABLE && <SearchField label={t('Search')} value={typed} onInput={setTyped} />}
      <Bars
        label={title}
        bars={found
          .slice(0, limit)
          .map(({ value, n, share }) => ({ key: value, name: name(value), n, share }))}
      />
      {found.length > limit && (
        <button type="button" class="quiet more" onClick={() => setLimit(limit + 5 * AT_ONCE)}>
          {t('{n} more', { n: formatCount(found.length - limit) })}
        </button>
      )}
    </div>
  );
}
