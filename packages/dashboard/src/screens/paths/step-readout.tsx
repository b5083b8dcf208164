/** What became of the visits at one place of the diagram, or where they came from: its moves add up to it. */
import type { Report } from '@holloway/protocol';
import type { Direction } from '../../model/columns.ts';
import { formatCount } from '../../model/format.ts';
import { categoryName } from '../../model/names.ts';
import { restOf, type StepBalance } from '../../model/step-balance.ts';
import type { StepNode } from '../../model/step-diagram.ts';
import { placeMoves } from '../../model/step-place.ts';
import { restName } from '../../model/step-rest.ts';
import { writeRoute } from '../../state/route.ts';
import { useView } from '../../state/view.ts';
import { type Bar, Bars } from '../../ui/bars.tsx';
import { t } from '../../words/words.ts';

interface StepReadoutProps {
  readonly node: StepNode;
  readonly name: string;
  readonly allShown: boolean;
  readonly report: Report<'steps'>;
  readonly balances: ReadonlyMap<string, StepBalance>;
  readonly direction: Direction;
  readonly onLeave: () => void;
}

export function StepReadout(props: StepReadoutProps) {
  const { node, name, allShown, report, balances, direction, onLeave } = props;
  const { route } = useView();
  const { total, moves, open } = placeMoves({ rows: report.rows, balances }, node, direction);
  const bar = (key: string, called: string, n: number): Bar => ({
    key,
    name: called,
    n,
    share: total === 0 ? 0 : n / total,
  });
  const bars = [
    ...moves.map((move) => bar(move.node, categoryName(move.node, report.labels.category), move.n)),
    ...(open > 0
      ? [
          bar(
            ' open',
            direction === 'onward' ? restName(node.step, allShown) : t('Not shown yet, or of earlier days'),
            open,
          ),
        ]
      : []),
  ];
  const place = node.step === 0 ? name : `${t('Page {n}', { n: node.step })}, ${name}`;
  const ended = direction === 'onward' && restOf(node.step, allShown) === 'ended';
  const title =
    direction === 'onward' ? t('After {node}', { node: place }) : t('Before {node}', { node: place });
  return (
    <section class={`step-readout ${open === 0 ? '' : ended ? 'ended' : 'open'}`} aria-label={title}>
      <h3>{title}</h3>
      {node.step === 0 && direction === 'backward' ? (
        <p class="note">{t('Visits begin here: nothing comes before.')}</p>
      ) : (
        <>
          <p class="note">{t('{n} in all, of which:', { n: formatCount(total) })}</p>
          <Bars label={title} bars={bars} />
        </>
      )}
      <p class="note">
        {t(
          'Further pages cannot be told for these visits alone: moves are counted one by one, and nothing joins them into visits.',
        )}
      </p>
      <p class="choices-of-place">
        <button type="button" class="button" onClick={onLeave}>
          {t('Show all places')}
        </button>
        {node.step > 0 && node.node !== null && (
          <a
            href={writeRoute({
              ...route,
              options: { direction: [direction], start: ['every'], at: [node.node] },
            })}
          >
            {t('{name} in columns, wherever in the visit', { name })}
          </a>
        )}
      </p>
    </section>
  );
}
