/** Moves by their place in the visit, as a diagram. */

import type { Report } from '@holloway/protocol';
import { Steps } from '../../charts/steps.tsx';
import type { Direction } from '../../model/columns.ts';
import { formatCount } from '../../model/format.ts';
import { categoryName } from '../../model/names.ts';
import { stepBalances } from '../../model/step-balance.ts';
import { type StepNode, stepDiagram } from '../../model/step-diagram.ts';
import { readPlace } from '../../model/step-place.ts';
import { showsAll } from '../../model/step-rest.ts';
import { optionOf, writeRoute } from '../../state/route.ts';
import { useOptions, useReport, useView } from '../../state/view.ts';
import { Panel } from '../../ui/panel.tsx';
import { Reports } from '../../ui/reports.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { WaitingNote } from '../../ui/states.tsx';
import { tx } from '../../words/parts.ts';
import { t, tn } from '../../words/words.ts';
import { StepChoice } from './step-choice.tsx';
import { StepReadout } from './step-readout.tsx';
import { StepTables } from './step-tables.tsx';

const LENGTHS = ['4', '6', '8'] as const;
const DETAILS = ['6', '10', '16'] as const;

export function StepsPanel({ direction }: { readonly direction: Direction }) {
  const [options, setOptions] = useOptions();
  const length = optionOf(options, 'steps', LENGTHS);
  const detail = optionOf(options, 'nodes', DETAILS);
  const asked = useReport('steps');
  const overview = useReport('overview');
  return (
    <Panel
      title={t('Step by step')}
      note={t(
        'Categories by their place in the visit. In = out at every place: a grey stub is what did not go on, or is not shown. Press a place to see what comes after it, or before.',
      )}
      csv={asked.csv}
      controls={
        <>
          <Segmented
            label={t('Pages of the visit')}
            value={length}
            choices={LENGTHS.map((one) => [one, tn(Number(one), '{n} page', '{n} pages')] as const)}
            onChoose={(next) => setOptions({ steps: next })}
          />
          <Segmented
            label={t('Categories by name')}
            value={detail}
            choices={DETAILS.map((one) => [one, t('Top {n}', { n: one })] as const)}
            onChoose={(next) => setOptions({ nodes: next })}
          />
        </>
      }
      name="steps"
      table={() => (
        <Reports of={[asked, overview]}>
          {([report, { totals }]) => (
            <StepTables report={report} balances={stepBalances(report.rows, totals.visits)} />
          )}
        </Reports>
      )}
    >
      <Reports of={[asked, overview]} lines={12}>
        {([report, { totals }]) => (
          <Diagram
            {...{ report, direction }}
            visits={totals.visits}
            lastStep={Number(length)}
            perStep={Number(detail)}
          />
        )}
      </Reports>
    </Panel>
  );
}

interface DiagramProps {
  readonly report: Report<'steps'>;
  readonly visits: number | null;
  readonly direction: Direction;
  readonly lastStep: number;
  readonly perStep: number;
}

function Diagram({ report, visits, direction, lastStep, perStep }: DiagramProps) {
  const [options, setOptions] = useOptions();
  const balances = stepBalances(report.rows, visits);
  const diagram = stepDiagram(report.rows, balances, {
    lastStep,
    perStep,
    named: readPlace(options.place?.[0]),
  });
  const chosen = diagram.nodes.find(({ key }) => key === options.place?.[0]) ?? null;
  const choose = (key: string | null): void => setOptions({ place: key }, 'go');
  const nameOf = (node: string): string => categoryName(node, report.labels.category);
  const nameOfNode = ({ node, members }: StepNode): string =>
    node === null ? t('{n} more', { n: formatCount(members.length) }) : nameOf(node);
  const allShown = showsAll(report);
  return (
    <>
      <StepChoice
        {...{ balances, lastStep, direction }}
        chosen={chosen?.key ?? null}
        name={nameOf}
        onChoose={choose}
      />
      {chosen === null && options.place !== undefined && (
        <p class="note" role="status">
          {t('The place that was chosen is not among those shown here.')}
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide diagram scrolls, and by keyboard only with focus */}
      <section class="steps-scroll" aria-label={t('Diagram of steps')} tabIndex={0}>
        <Steps
          {...{ diagram, direction, allShown }}
          chosen={chosen?.key ?? null}
          name={nameOfNode}
          onChoose={choose}
        />
      </section>
      {chosen !== null && (
        <StepReadout
          {...{ report, balances, direction, allShown }}
          node={chosen}
          name={nameOfNode(chosen)}
          onLeave={() => choose(null)}
        />
      )}
      <Notes allShown={allShown} />
      <WaitingNote report={report} />
    </>
  );
}

function Notes({ allShown }: { readonly allShown: boolean }) {
  const { route } = useView();
  return (
    <>
      <p class="note steps-note">
        {allShown
          ? t('The stub on the right of a place: visits that ended there.')
          : t(
              'The stub on the right of a place: visits that ended there, and moves that are not shown yet. Steps do not tell the two apart; the balance in the columns does, for the category as a whole.',
            )}{' '}
        {t(
          'A stub on its left: moves to it that are not shown yet, or were counted before these days. After the eighth page nothing is counted by step.',
        )}
      </p>
      <p class="note steps-note">
        {tx(
          'Steps are kept by category, not by page: behind most moves from page to page at one step stand too few visitors to show. {link} follow pages, wherever in the visit.',
          {
            link: (
              <a href={writeRoute({ ...route, options: { level: ['page'] } })}>{t('Columns of pages')}</a>
            ),
          },
        )}
      </p>
    </>
  );
}
