/** Moves by their place in the visit, as a diagram. */

import { Steps } from '../../charts/steps.tsx';
import { formatCount } from '../../model/format.ts';
import { categoryName } from '../../model/names.ts';
import { stepDiagram } from '../../model/step-diagram.ts';
import { optionOf } from '../../state/route.ts';
import { useOptions, useReport } from '../../state/view.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Reports } from '../../ui/reports.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { WaitingNote } from '../../ui/states.tsx';
import { t, tn } from '../../words/words.ts';

const LENGTHS = ['4', '6', '8'] as const;
const DETAILS = ['6', '10', '16'] as const;

export function StepsPanel() {
  const [options, setOptions] = useOptions();
  const length = optionOf(options, 'steps', LENGTHS);
  const detail = optionOf(options, 'nodes', DETAILS);
  const asked = useReport('steps');
  return (
    <Panel
      title={t('Step by step')}
      note={t(
        'Categories by their place in the visit. What is taller than its way out ended there, or is not shown yet.',
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
        <Reports of={[asked]}>
          {([{ rows, labels }]) => (
            <DataTable
              caption={t('Moves by step')}
              rows={rows}
              rowKey={({ step, from, to }) => `${step} ${from} ${to}`}
              columns={[
                { title: t('Page'), cell: ({ step }) => step, sort: ({ step }) => step },
                {
                  title: t('Came from'),
                  cell: ({ from }) => categoryName(from, labels.category),
                  sort: ({ from }) => from,
                },
                {
                  title: t('Went to'),
                  cell: ({ to }) => categoryName(to, labels.category),
                  sort: ({ to }) => to,
                },
                { title: t('Moves'), kind: 'number', cell: ({ n }) => formatCount(n), sort: ({ n }) => n },
              ]}
            />
          )}
        </Reports>
      )}
    >
      <Reports of={[asked]} lines={12}>
        {([report]) => (
          <>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide diagram scrolls, and by keyboard only with focus */}
            <section class="steps-scroll" aria-label={t('Diagram of steps')} tabIndex={0}>
              <Steps
                diagram={stepDiagram(report.rows, Number(length), Number(detail))}
                name={({ node, members }) =>
                  node === null
                    ? t('{n} more', { n: formatCount(members.length) })
                    : categoryName(node, report.labels.category)
                }
              />
            </section>
            <WaitingNote report={report} />
          </>
        )}
      </Reports>
    </Panel>
  );
}
