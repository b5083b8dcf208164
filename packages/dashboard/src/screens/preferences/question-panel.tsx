/** One question: its answers as bars, what shifted, how it moved, and beside it what is looked at. */
import { answerLine, answerShifts } from '../../model/answer-changes.ts';
import { formatCount, formatDays, formatPoints, formatShare } from '../../model/format.ts';
import type { Question, StatedAnswer } from '../../model/stated.ts';
import type { Comparing } from '../../state/compared.ts';
import type { Part } from '../../state/parts.ts';
import { Bars } from '../../ui/bars.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { t, tn } from '../../words/words.ts';
import { Moves } from './moves.tsx';
import { Shifted } from './shifted.tsx';
import { WantedSeen } from './wanted-seen.tsx';

export interface QuestionProps {
  readonly question: Question;
  readonly comparing: Comparing<'preferences'>;
  readonly weeks: readonly Part<'preferences'>[];
}

/** What low and high ends of a share are said as. */
const rangeOf = ({ interval }: StatedAnswer): string =>
  interval === null
    ? '–'
    : t('{low} to {high}', { low: formatShare(interval.low), high: formatShare(interval.high) });

export function QuestionPanel({ csv, ...props }: QuestionProps & { readonly csv: string }) {
  const { question } = props;
  const { name, answers, people } = question;
  const told = answers.filter(({ people: of }) => of !== null);
  const silent = answers.filter(({ people: of }) => of === null);
  return (
    <Panel
      title={name}
      note={tn(
        people,
        'Answers of {n} browser that said so of its own will. Each counts once a day.',
        'Answers of {n} browsers that said so of their own will. Each counts once a day.',
        { n: formatCount(people) },
      )}
      csv={csv}
      name={question.key}
      table={() => <AnswerTable {...props} />}
    >
      <div class="question">
        <div class="answers">
          <Bars
            label={name}
            bars={told.map((answer) => ({
              key: answer.value,
              name: answer.name,
              detail: rangeOf(answer),
              n: answer.people ?? 0,
              share: answer.share ?? 0,
            }))}
          />
          {silent.length > 0 && (
            <p class="note">
              {t('Not told: nobody in these days, or too few: {answers}.', {
                answers: silent.map((answer) => answer.name).join(', '),
              })}
            </p>
          )}
        </div>
        <div class="answers">
          <Shifted question={question} comparing={props.comparing} />
          <Moves question={question} weeks={props.weeks} />
        </div>
      </div>
      <WantedSeen question={question} />
    </Panel>
  );
}

function AnswerTable({ question: { key, name, answers }, comparing, weeks }: QuestionProps) {
  const compared = comparing.state === 'ready' ? comparing.value : null;
  const shifts = compared === null ? [] : answerShifts(key, compared.before.rows, compared.now.rows);
  const parts = weeks.map(({ report }) => report.rows);
  const lines = new Map(answers.map(({ value }) => [value, answerLine({ key, value }, parts)]));
  const isMoving = [...lines.values()].some((line) => line.length > 0);
  return (
    <DataTable<StatedAnswer>
      caption={name}
      rows={answers}
      rowKey={({ value }) => value}
      columns={[
        { title: t('Answer'), cell: (row) => row.name, sort: (row) => row.name },
        {
          title: t('Browsers'),
          kind: 'number',
          cell: (row) => formatCount(row.people),
          sort: (row) => row.people,
        },
        { title: t('Times'), kind: 'number', cell: (row) => formatCount(row.n), sort: (row) => row.n },
        {
          title: t('Share'),
          kind: 'number',
          cell: (row) => formatShare(row.share),
          sort: (row) => row.share,
        },
        { title: t('Interval'), kind: 'number', cell: rangeOf },
        ...(compared === null
          ? []
          : [
              {
                title: t('Beyond chance'),
                kind: 'number',
                cell: ({ value }) => {
                  const shift = shifts.find((each) => each.key === value);
                  return shift === undefined ? '–' : formatPoints(shift.after - shift.before);
                },
              } satisfies Column<StatedAnswer>,
            ]),
        ...(isMoving
          ? weeks.map(
              ({ days }, at): Column<StatedAnswer> => ({
                title: formatDays(days.from, days.to),
                kind: 'number',
                cell: ({ value }) => formatShare(lines.get(value)?.[at] ?? null),
              }),
            )
          : []),
      ]}
    />
  );
}
