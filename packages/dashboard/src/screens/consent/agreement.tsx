/** How many agreed: figures of the range, and by day, device, country and statement. */
import {
  ALL,
  CONSENT_DIMENSIONS,
  type ConsentDimension,
  type ConsentRow,
  OTHER,
  type Report,
} from '@holloway/protocol';
import { CHOICE_NAMES, ChoiceBars } from '../../charts/choice-bars.tsx';
import { Trend } from '../../charts/trend.tsx';
import { agreedOf, CHOICES, choicesOf, consentTrend, totalsOf } from '../../model/consent.ts';
import { formatCount, formatDay, formatShare, formatShort } from '../../model/format.ts';
import { sliceValueName } from '../../model/names.ts';
import { optionOf } from '../../state/route.ts';
import { type Asked, useOptions, useReport, useView } from '../../state/view.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Reports } from '../../ui/reports.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { WaitingNote } from '../../ui/states.tsx';

const DIMENSION_NAMES: { readonly [dimension in ConsentDimension]: string } = {
  day: 'Day',
  device: 'Device',
  country: 'Country',
  statement: 'Statement',
};

/** These are slices themselves. */
const CROSSING: readonly ConsentDimension[] = ['device', 'country'];

/** @param statements Ids of all there are, oldest first. */
function nameIn(dimension: ConsentDimension, value: string, statements: readonly string[]): string {
  if (dimension === 'day') return formatDay(value);
  if (value === OTHER) return 'Other';
  if (dimension !== 'statement') return sliceValueName(dimension, value);
  const place = statements.indexOf(value);
  return place < 0 ? value : `Version ${place + 1} (${value})`;
}

interface AgreementProps {
  /** By the statement that visitors are asked by now; `null` while it is not known. */
  readonly countsRefusals: boolean | null;
  /** Ids of all there are, oldest first. */
  readonly statements: readonly string[];
}

export function Agreement({ countsRefusals, statements }: AgreementProps) {
  const { route } = useView();
  const [options, setOptions] = useOptions();
  const crossed = route.slice === ALL ? [] : CROSSING;
  const wanted = optionOf(options, 'by', CONSENT_DIMENSIONS);
  const dimension = crossed.includes(wanted) ? 'day' : wanted;
  const byDay = useReport('consent', { dimension: 'day' });
  const asked = useReport('consent', { dimension });
  const name = (value: string): string => nameIn(dimension, value, statements);
  return (
    <>
      <Figures asked={byDay} countsRefusals={countsRefusals} />
      <Panel
        title={`Agreement by ${DIMENSION_NAMES[dimension].toLowerCase()}`}
        note="Choices, not people: who changes their mind is counted again."
        csv={asked.csv}
        controls={
          <Segmented
            label="Agreement by"
            value={dimension}
            choices={CONSENT_DIMENSIONS.map((one) => [one, DIMENSION_NAMES[one]] as const)}
            disabled={{ choices: crossed, reason: 'combinations of slices are not stored' }}
            onChoose={(by) => setOptions({ by })}
          />
        }
        table={() => (
          <Reports of={[asked]}>{([{ rows }]) => <ChoiceTable {...{ rows, dimension, name }} />}</Reports>
        )}
      >
        <Reports of={[asked]} lines={8}>
          {([report]) => (
            <>
              <Chart {...{ report, dimension, name }} />
              <WaitingNote report={report} />
            </>
          )}
        </Reports>
      </Panel>
    </>
  );
}

/** As high before they come, so that nothing moves then. */
function Figures({
  asked,
  countsRefusals,
}: {
  readonly asked: Asked<'consent'>;
  readonly countsRefusals: boolean | null;
}) {
  const report = asked.result.state === 'ready' ? asked.result.value : null;
  if (report?.rows.length === 0 || asked.result.state === 'failed') return null;
  const totals = totalsOf(report?.rows ?? []);
  const untold = countsRefusals === false ? 'refusals are not counted' : 'no refusals are known';
  const words = {
    accepted: 'everything that was asked',
    chosen: 'statistics among it',
    rejected: totals.rejected === null ? untold : 'nothing was agreed to',
  };
  return (
    <div class="figures" aria-busy={report === null}>
      <div class="figure still">
        <span class="figure-name">Coverage</span>
        <span class="figure-value">{report === null ? '\u00a0' : formatShare(report.coverage)}</span>
        <span class="figure-change">{report?.coverage === null ? untold : coverageWords(report)}</span>
      </div>
      {CHOICES.map((choice) => (
        <div class="figure still" key={choice}>
          <span class="figure-name">{CHOICE_NAMES[choice]}</span>
          <span class="figure-value">{report === null ? '\u00a0' : formatCount(totals[choice])}</span>
          <span class="figure-change">{words[choice]}</span>
        </div>
      ))}
    </div>
  );
}

/** Of a range in which refusals began to be counted, the share is of a part of the figures beside it. */
function coverageWords(report: Report<'consent'> | null): string {
  const totals = totalsOf(report?.rows ?? []);
  const isWhole = report === null || report.coverage === (agreedOf(totals) ?? 0) / choicesOf(totals);
  return isWhole ? 'of choices agreed to statistics' : 'agreed, where refusals are counted';
}

interface Named {
  readonly dimension: ConsentDimension;
  readonly name: (value: string) => string;
}

function Chart({ report, dimension, name }: Named & { readonly report: Report<'consent'> }) {
  if (dimension !== 'day') {
    return <ChoiceBars label={`Agreement by ${dimension}`} rows={report.rows} name={name} />;
  }
  const { isShare, points } = consentTrend(report.rows, report);
  return isShare ? (
    <Trend label="Coverage" points={points} format={formatShare} formatTick={formatShare} />
  ) : (
    <Trend label="Agreed" points={points} format={formatCount} formatTick={formatShort} />
  );
}

const ChoiceTable = ({ rows, dimension, name }: Named & { readonly rows: readonly ConsentRow[] }) => (
  <DataTable
    caption={`Agreement by ${dimension}`}
    rows={rows}
    rowKey={({ value }) => value}
    columns={[
      {
        title: DIMENSION_NAMES[dimension],
        cell: ({ value }) => name(value),
        sort: ({ value }) => (dimension === 'day' ? value : name(value)),
      },
      ...CHOICES.map((choice) => ({
        title: CHOICE_NAMES[choice],
        kind: 'number' as const,
        cell: (row: ConsentRow) => formatCount(row[choice]),
        sort: (row: ConsentRow) => row[choice],
      })),
      {
        title: 'Coverage',
        kind: 'number',
        cell: ({ coverage }) => formatShare(coverage),
        sort: ({ coverage }) => coverage,
      },
    ]}
  />
);
