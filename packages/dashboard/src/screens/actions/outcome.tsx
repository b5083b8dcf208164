/** What happened after an action was done: the same figure before and since, and whether they differ by more than chance. */
import type { Action } from '@holloway/insight';
import type { Day, ReportName } from '@holloway/protocol';
import type { Api } from '../../api/client.ts';
import { daysAround, type Figure, figureKind, type Rows } from '../../model/action-figure.ts';
import { formatDays } from '../../model/format.ts';
import { outcomeWords } from '../../model/outcome-words.ts';
import type { Days } from '../../model/range.ts';
import { shareOf } from '../../model/share.ts';
import { useAnswer } from '../../state/answer.ts';
import { useView, type View } from '../../state/view.ts';
import { Rate } from '../../ui/rate.tsx';
import { Ready } from '../../ui/ready.tsx';
import { t, tn } from '../../words/words.ts';
import { TestOutcome } from './test-outcome.tsx';

type Kind = NonNullable<ReturnType<typeof figureKind>>;

async function askFigure(
  api: Api,
  { site, route }: View,
  { reports, of }: Kind,
  days: Days,
): Promise<Figure> {
  const read = async (report: ReportName) =>
    [report, (await api.getReport({ site: site.id, report, ...days, slice: route.slice })).rows] as const;
  return of(Object.fromEntries(await Promise.all(reports.map(read))) as Rows);
}

interface OutcomeProps {
  readonly action: Action;
  readonly day: Day;
}

export function Outcome({ action, day }: OutcomeProps) {
  const { site } = useView();
  const { claim } = action;
  if (claim.key === 'layout-verdict' || claim.key === 'traffic-split')
    return <TestOutcome experiment={claim.values.experiment} />;
  const kind = figureKind(action);
  if (kind === null) return null;
  const around = daysAround(day, site);
  return (
    <section class="outcome">
      <h4>{t('What happened then')}</h4>
      {'missing' in around ? (
        <p>
          {around.missing === 0
            ? t('Of the days before nothing is counted, so there is nothing to compare with.')
            : tn(
                around.missing,
                'Too early to say: {n} whole day more is needed.',
                'Too early to say: {n} whole days more are needed.',
              )}
        </p>
      ) : (
        <Compared kind={kind} id={action.id} {...around} />
      )}
    </section>
  );
}

const NOT_TOLD: Figure = { hits: null, of: null };

interface ComparedProps {
  readonly kind: Kind;
  readonly id: string;
  readonly before: Days;
  readonly since: Days;
}

function Compared({ kind, id, before, since }: ComparedProps) {
  const view = useView();
  const asked = useAnswer(JSON.stringify([view.site.id, view.route.slice, id, before, since]), () =>
    Promise.all([before, since].map((days) => askFigure(view.api, view, kind, days))),
  );
  return (
    <Ready of={asked} lines={2}>
      {(figures) => (
        <>
          <table class="outcome-table">
            <caption>{t(kind.name)}</caption>
            <tbody>
              {[before, since].map((days, at) => (
                <tr key={days.from}>
                  <th scope="row">
                    {at === 0 ? t('Before') : t('Since')} <small>{formatDays(days.from, days.to)}</small>
                  </th>
                  <td>
                    <Rate share={shareOf(figures[at]?.hits ?? null, figures[at]?.of ?? null)} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>{outcomeWords(figures[0] ?? NOT_TOLD, figures[1] ?? NOT_TOLD)}</p>
          <p class="note">
            {t('An association, not proof: whatever else changed in these days is in it too.')}
          </p>
        </>
      )}
    </Ready>
  );
}
