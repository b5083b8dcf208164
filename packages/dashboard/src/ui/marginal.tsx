/** A report of one dimension: bars with shares, its table, how each changed, what waits. */
import type { Report, ValueRow } from '@holloway/protocol';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { formatChange, formatCount } from '../model/format.ts';
import { countChange } from '../model/row-change.ts';
import { shareOf } from '../model/share.ts';
import { valueShares } from '../model/values.ts';
import { type Compared, useCompared } from '../state/compared.ts';
import { type QueryOptions, useReport } from '../state/view.ts';
import { t } from '../words/words.ts';
import { Bars } from './bars.tsx';
import { ChangeNote, countChangeColumn, pairing } from './change-columns.tsx';
import { DataTable } from './data-table.tsx';
import { Panel } from './panel.tsx';
import { Rate } from './rate.tsx';
import { Reports } from './reports.tsx';
import { matches, SearchField } from './search-field.tsx';
import { WaitingNote } from './states.tsx';

type MarginalReport = 'devices' | 'countries' | 'sources' | 'campaigns';

interface MarginalProps {
  readonly title: string;
  readonly note: string;
  readonly report: MarginalReport;
  readonly dimension?: QueryOptions['dimension'];
  readonly controls?: ComponentChildren;
  readonly name: (value: string) => string;
}

const SEARCHABLE = 12;
const AT_ONCE = 40;

const keyOf = ({ value }: ValueRow): string => value;

export function Marginal({ title, note, report: of, dimension, controls, name }: MarginalProps) {
  const options: QueryOptions = dimension === undefined ? {} : { dimension };
  const asked = useReport(of, options);
  const { compared, isComing } = useCompared(of, options);
  const sharesOf = ({ rows, totals }: Report<MarginalReport>) => valueShares(rows, totals.n);
  return (
    <Panel
      class="narrow"
      title={title}
      note={note}
      csv={asked.csv}
      controls={controls}
      name={of}
      table={() => (
        <Reports of={[asked]} awaits={isComing}>
          {([report]) => (
            <>
              <DataTable
                caption={title}
                rows={sharesOf(report)}
                rowKey={keyOf}
                sortedBy={1}
                columns={[
                  { title: t('Name'), cell: ({ value }) => name(value), sort: ({ value }) => name(value) },
                  { title: t('Visits'), kind: 'number', cell: ({ n }) => formatCount(n), sort: ({ n }) => n },
                  ...countChangeColumn<ValueRow>(compared, keyOf, ({ n }) => n),
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
              <ChangeNote of={compared} />
            </>
          )}
        </Reports>
      )}
    >
      <Reports of={[asked]} awaits={isComing} lines={10}>
        {([report]) => (
          <>
            <FoundBars title={title} shares={sharesOf(report)} compared={compared} name={name} />
            <ChangeNote of={compared} />
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
  readonly compared: Compared<MarginalReport> | null;
  readonly name: (value: string) => string;
}

function FoundBars({ title, shares, compared, name }: FoundBarsProps) {
  const [typed, setTyped] = useState('');
  const [limit, setLimit] = useState(AT_ONCE);
  const pairOf = compared && pairing<ValueRow>(compared, keyOf);
  const changeOf = (row: ValueRow): string | null => {
    if (pairOf === null) return null;
    const [now, before] = pairOf(row);
    return formatChange(countChange(now?.n ?? null, before?.n ?? null));
  };
  const found = shares.filter(({ value }) => matches(typed, name(value), value));
  return (
    <div class="found-bars">
      {shares.length > SEARCHABLE && <SearchField label={t('Search')} value={typed} onInput={setTyped} />}
      <Bars
        label={title}
        bars={found.slice(0, limit).map((row) => ({
          key: row.value,
          name: name(row.value),
          n: row.n,
          share: row.share,
          detail: changeOf(row),
        }))}
      />
      {found.length > limit && (
        <button type="button" class="quiet more" onClick={() => setLimit(limit + 5 * AT_ONCE)}>
          {t('{n} more', { n: formatCount(found.length - limit) })}
        </button>
      )}
    </div>
  );
}
