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
import { type Msg, msg, t } from '../../words/words.ts';

const DIMENSION_NAMES: { readonly [dimension in ConsentDimension]: Msg } = {
  day: msg('Day'),
  device: msg('Device'),
  country: msg('Country'),
  statement: msg('Statement'),
};

const TITLES: { readonly [dimension in ConsentDimension]: Msg } = {
  day: msg('Agreement by day'),
  device: msg('Agreement by device'),
  country: msg('Agreement by country'),
  statement: msg('Agreement by statement'),
};

/** These are slices themselves. */
const CROSSING: readonly ConsentDimension[] = ['device', 'country'];

/** @param statements Ids of all there are, oldest first. */
function nameIn(dimension: ConsentDimension, value: string, statements: readonly string[]): string {
  if (dimension === 'day') return formatDay(value);
  if (value === OTHER) return t('Other');
  if (dimension !== 'statement') return sliceValueName(dimension, value);
  const place = statements.indexOf(value);
  return place < 0 ? value : t('Version {n} ({id})', { n: place + 1, id: value });
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
        title={t(TITLES[dimension])}
        note={t('Choices, not people: who changes their mind is counted again.')}
        csv={asked.csv}
        controls={
          <Segmented
            label={t('Agreement by')}
            value={dimension}
            choices={CONSENT_DIMENSIONS.map((one) => [one, t(DIMENSION_NAMES[one])] as const)}
            disabled={{ choices: crossed, reason: t('combinations of slices are not stored') }}
            onChoose={(by) => setOptions({ by })}
          />
        }
        name="agreement"
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
  const untold = countsRefusals === false ? t('refusals are not counted') : t('no refusals are known');
  const words = {
    accepted: t('everything that was asked'),
    chosen: t('statistics among it'),
    rejected: totals.rejected === null ? untold : t('nothing was agreed to'),
  };
  return (
    <div class="figures" aria-busy={report === null}>
      <div class="figure still">
        <span class="figure-name">{t('Coverage')}</span>
        <span class="figure-value">{report === null ? '\u00a0' : formatShare(report.coverage)}</span>
        <span class="figure-change">{report?.coverage === null ? untold : coverageWords(report)}</span>
      </div>
      {CHOICES.map((choice) => (
        <div class="figure still" key={choice}>
          <span class="figure-name">{t(CHOICE_NAMES[choice])}</span>
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
  return isWhole ? t('of choices agreed to statistics') : t('agreed, where refusals are counted');
}

interface Named {
  readonly dimension: ConsentDimension;
  readonly name: (value: string) => string;
}

function Chart({ report, dimension, name }: Named & { readonly report: Report<'consent'> }) {
  if (dimension !== 'day') {
    return <ChoiceBars label={t(TITLES[dimension])} rows={report.rows} name={name} />;
  }
  const { isShare, points } = consentTrend(report.rows, report);
  return isShare ? (
    <Trend label={t('Coverage')} points={points} format={formatShare} formatTick={formatShare} />
  ) : (
    <Trend label={t('Agreed')} points={points} format={formatCount} formatTick={formatShort} />
  );
}

const ChoiceTable = ({ rows, dimension, name }: Named & { readonly rows: readonly ConsentRow[] }) => (
  <DataTable
    caption={t(TITLES[dimension])}
    rows={rows}
    rowKey={({ value }) => value}
    columns={[
      {
        title: t(DIMENSION_NAMES[dimension]),
        cell: ({ value }) => name(value),
        sort: ({ value }) => (dimension === 'day' ? value : name(value)),
      },
      ...CHOICES.map((choice) => ({
        title: t(CHOICE_NAMES[choice]),
        kind: 'number' as const,
        cell: (row: ConsentRow) => formatCount(row[choice]),
        sort: (row: ConsentRow) => row[choice],
      })),
      {
        title: t('Coverage'),
        kind: 'number',
        cell: ({ coverage }) => formatShare(coverage),
        sort: ({ coverage }) => coverage,
      },
    ]}
  />
);
