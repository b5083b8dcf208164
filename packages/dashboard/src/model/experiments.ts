/** Layout tests as they are read: their arms with what came of them, what the counts say, and how far it is to go. Pure. */
import { type LayoutVerdict, layoutVerdicts, STOP_AT } from '@holloway/insight';
import { ANY, CONTROL, type Experiment, type ExperimentRow, outcomeOf } from '@holloway/protocol';
import { inLocale, type Msg, msg, t } from '../words/words.ts';
import { formatCount, formatTenths } from './format.ts';

export const OUTCOME_NAMES: { readonly [outcome in ReturnType<typeof outcomeOf>]: Msg } = {
  order: msg('Visits with an order'),
  added: msg('Visits that put something into the cart'),
  clicked: msg('Visits with a click in the region'),
  onward: msg('Visits that moved on to another page'),
};

export interface Arm {
  readonly name: string;
  /** Of the browsers, in hundredths. */
  readonly share: number;
  /** That were shown it; `null` where too few. */
  readonly visits: number | null;
}

export interface ExperimentView {
  readonly experiment: Experiment;
  readonly arms: readonly Arm[];
  /** Visits of an arm with an outcome; `null` where too few. */
  readonly hits: (arm: string, outcome: string) => number | null;
  /** Of what decides, one for each arm but the first. */
  readonly verdicts: readonly LayoutVerdict[];
  /** Visits do not fall on the arms by their shares. */
  readonly isSplit: boolean;
  /** The factor that decides. */
  readonly mark: number;
  /** About how many more visits tell a difference of a tenth; 0 where they are there, `null` where it cannot be said. */
  readonly more: number | null;
}

const planOf = ({ arms }: Pick<Experiment, 'arms'>) => ({
  control: CONTROL,
  shares: Object.fromEntries(arms.map(({ name, share }) => [name, share])),
});

const LIFT = 1.1;
/** A test that takes more is not worth waiting for. */
const MOST_VISITS = 1e9;

/** Visits, of all arms together, at which arms that differ by a tenth are told apart by the very rule that decides. */
function visitsToTell(experiment: Experiment, rate: number, mark: number): number | null {
  const least = Math.min(...experiment.arms.filter(({ name }) => name !== CONTROL).map(({ share }) => share));
  const control = experiment.arms.find(({ name }) => name === CONTROL)?.share ?? least;
  if (!(rate > 0 && rate * LIFT < 1)) return null;
  const isTold = (visits: number): boolean => {
    const row = (arm: string, share: number, r: number): ExperimentRow => {
      const exposed = (visits * share) / 100;
      const n = exposed * r;
      return { experiment: '', arm, metric: 'order', exposed, n, people: n };
    };
    const [verdict] = layoutVerdicts([row(CONTROL, control, rate), row('~', least, rate * LIFT)], {
      '': { control: CONTROL, shares: { [CONTROL]: control, '~': least } },
    });
    return verdict !== undefined && verdict.bayesFactor >= mark;
  };
  let [low, high] = [0, 1_000];
  while (!isTold(high)) {
    if (high > MOST_VISITS) return null;
    [low, high] = [high, high * 2];
  }
  while (high - low > high / 100) {
    const middle = (low + high) / 2;
    if (isTold(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Two digits: more would promise too much. */
const rounded = (n: number): number => Number(n.toPrecision(2));

function viewOf(experiment: Experiment, rows: readonly ExperimentRow[]): ExperimentView {
  const own = rows.filter((row) => row.experiment === experiment.id);
  const arms = experiment.arms.map(({ name, share }): Arm => {
    const row = own.find(({ arm, metric }) => arm === name && metric === ANY);
    return { name, share, visits: row?.exposed ?? null };
  });
  const hits = (name: string, outcome: string): number | null =>
    own.find(({ arm, metric }) => arm === name && metric === outcome)?.n ?? null;
  const all = layoutVerdicts(own, { [experiment.id]: planOf(experiment) });
  const decides = outcomeOf(experiment.metric);
  const shown = arms.filter(({ visits }) => visits !== null);
  const mark = STOP_AT * Math.max(1, shown.length - 1);
  const [hit, of] = [hits(CONTROL, decides), arms.find(({ name }) => name === CONTROL)?.visits ?? null];
  const needed = hit === null || of === null ? null : visitsToTell(experiment, hit / of, mark);
  const have = shown.reduce((sum, { visits }) => sum + (visits ?? 0), 0);
  return {
    experiment,
    arms,
    hits,
    verdicts: all.filter(({ metric }) => metric === decides),
    isSplit: all.some(({ verdict }) => verdict === 'split'),
    mark,
    more: needed === null ? null : rounded(Math.max(0, needed - have)),
  };
}

/** Those that run first, and of either the latest first. */
export function experimentViews(
  declared: readonly Experiment[],
  rows: readonly ExperimentRow[],
): readonly ExperimentView[] {
  const isOver = ({ status }: Experiment): number => Number(status === 'ended');
  return [...declared]
    .sort((a, b) => isOver(a) - isOver(b) || (a.from < b.from ? 1 : -1))
    .map((experiment) => viewOf(experiment, rows));
}

const hundredths = inLocale((of) => new Intl.NumberFormat(of, { maximumFractionDigits: 2 }));
const factorWords = (factor: number): string => (factor < 10 ? formatTenths(factor) : formatCount(factor));

function armWords(
  { arm, control, verdict, bayesFactor, ratio }: LayoutVerdict,
  view: ExperimentView,
): string {
  const range = {
    arm,
    control,
    ratio: hundredths().format(ratio?.value ?? 0),
    low: hundredths().format(ratio?.low ?? 0),
    high: hundredths().format(ratio?.high ?? 0),
  };
  if (verdict === 'better')
    return t('{arm} is better: {ratio} times the rate of {control}, between {low} and {high} times.', range);
  if (verdict === 'worse')
    return t('{arm} is worse: {ratio} times the rate of {control}, between {low} and {high} times.', range);
  if (view.experiment.status === 'ended')
    return t('{arm} and {control}: ended without a decision.', { arm, control });
  if (bayesFactor < 1)
    return t(
      'Not decided yet: so far the counts speak {factor} to 1 for no difference between {arm} and {control}.',
      {
        arm,
        control,
        factor: factorWords(1 / bayesFactor),
      },
    );
  return t('Not decided yet: the counts speak {factor} to 1 for {arm}; it is decided at {mark} to 1.', {
    arm: (ratio?.value ?? 2) > 1 ? arm : control,
    factor: factorWords(bayesFactor),
    mark: view.mark,
  });
}

/** What the counts say by now, a sentence for each arm but the first. */
export function verdictWords(view: ExperimentView): readonly string[] {
  if (view.isSplit)
    return [
      t(
        'The traffic split is off: repair before reading. Visits do not fall on the arms by their shares, so that they cannot be compared.',
      ),
    ];
  if (view.verdicts.length === 0) return [t('Too few visits yet to compare the arms.')];
  return view.verdicts.map((verdict) => armWords(verdict, view));
}

/** How far it is to go; `null` where that cannot be said, or is of no use any more. */
export function moreWords({ experiment, isSplit, more, verdicts }: ExperimentView): string | null {
  const isOpen = verdicts.some(({ verdict }) => verdict === 'open');
  if (experiment.status === 'ended' || isSplit || more === null || !isOpen) return null;
  if (more === 0) return t('By now a difference of a tenth would mostly have shown.');
  return t('A difference of a tenth shows after about {n} more visits.', { n: formatCount(more) });
}
