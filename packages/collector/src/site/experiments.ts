/**
 * Layout tests of a site: what a store may declare and change, what of it browsers are told, and which names it declares.
 * Pure. Does not draw arms (sdk/arms) nor judge what came of them.
 */
import {
  ANY,
  type CatalogueEntry,
  CONTROL,
  type Day,
  EXPERIMENT_METRICS,
  EXPERIMENT_STATES,
  type Experiment,
  type Issue,
  isDay,
  isPrintable,
  MAX_TERM_LENGTH,
  OUTCOMES,
  type RunningExperiment,
} from '@holloway/protocol';
import { patternRule } from './routes.ts';

/** Each multiplies the groups that a browser may be in, which it alone knows of. */
const MAX_RUNNING = 5;
const MAX_DECLARED = 100;
const ARMS = { min: 2, max: 4 };
const ALL = 100;

const NAME = /^[a-z0-9-]{1,32}$/;
const NAME_RULE = 'must be 1 to 32 lower-case letters, digits or hyphens';

const isRunning = ({ status }: Experiment): boolean => status === 'running';

/** As somebody may have written it: types are checked, and values not. */
export type AskedExperiment = Omit<Experiment, 'metric' | 'status'> & {
  readonly metric: string;
  readonly status: string;
};

type Rules = readonly (readonly [field: string, rule: string | null | false])[];

function armRules(arms: Experiment['arms']): Rules {
  const names = arms.map(({ name }) => name);
  const shares = arms.reduce((sum, { share }) => sum + share, 0);
  return [
    ['', (arms.length < ARMS.min || arms.length > ARMS.max) && `must be ${ARMS.min} to ${ARMS.max}`],
    ['', new Set(names).size < names.length && 'must have a name each'],
    ['[0].name', names[0] !== CONTROL && `must be ${CONTROL}: the page as it is, for whoever is not counted`],
    ...arms.flatMap(
      ({ name, share }, i): Rules => [
        [`[${i}].name`, !NAME.test(name) && NAME_RULE],
        [
          `[${i}].share`,
          !(Number.isInteger(share) && share >= 1 && share < ALL) && 'must be a whole number from 1 to 99',
        ],
      ],
    ),
    ['', shares !== ALL && `must have ${ALL} hundredths in all as their shares`],
  ];
}

const rulesOf = ({ id, title, arms, pages, metric, zone, status, from, to }: AskedExperiment): Rules => [
  ['.id', !NAME.test(id) && NAME_RULE],
  [
    '.title',
    (title === '' || title.length > MAX_TERM_LENGTH || !isPrintable(title)) &&
      `must be 1 to ${MAX_TERM_LENGTH} printable characters`,
  ],
  ...armRules(arms).map(([field, rule]) => [`.arms${field}`, rule] as const),
  ['.pages', pages !== undefined && patternRule(pages)],
  [
    '.metric',
    !EXPERIMENT_METRICS.some((known) => known === metric) &&
      `must be one of ${EXPERIMENT_METRICS.join(', ')}`,
  ],
  ['.zone', metric === 'clicked' && zone === undefined && 'is needed: the region whose clicks decide'],
  [
    '.zone',
    zone !== undefined &&
      (zone === '' || zone.length > MAX_TERM_LENGTH || !isPrintable(zone)) &&
      `must be 1 to ${MAX_TERM_LENGTH} printable characters`,
  ],
  [
    '.status',
    !EXPERIMENT_STATES.some((known) => known === status) && `must be one of ${EXPERIMENT_STATES.join(', ')}`,
  ],
  ['.from', !isDay(from) && 'must be a date such as 2026-11-23'],
  ['.to', to !== undefined && !isDay(to) && 'must be a date such as 2026-11-23'],
  ['.to', status === 'ended' && to === undefined && 'is needed: the last day of a test that has ended'],
  ['.to', isDay(from) && isDay(to) && to < from && 'must not be before from'],
];

/** @returns What is wrong with tests that somebody declares; nothing where all is well. */
export function experimentIssues(experiments: readonly AskedExperiment[]): Issue[] {
  if (experiments.length > MAX_DECLARED)
    return [{ field: 'experiments', rule: `must be at most ${MAX_DECLARED}` }];
  const ids = experiments.map(({ id }) => id);
  const running = experiments.filter(({ status }) => status === 'running').length;
  const rules: Rules = [
    ['', running > MAX_RUNNING && `must be at most ${MAX_RUNNING} that run`],
    ...ids.map((id, i) => [`[${i}].id`, ids.indexOf(id) < i && 'must be that of no other test'] as const),
    ...experiments.flatMap((one, i) => rulesOf(one).map(([part, rule]) => [`[${i}]${part}`, rule] as const)),
  ];
  return rules.flatMap(([field, rule]) => (rule ? [{ field: `experiments${field}`, rule }] : []));
}

const armsOf = ({ arms, pages }: Experiment): string => JSON.stringify([arms, pages ?? null]);

/** What would mix up browsers that were drawn by one rule with those that were drawn by another. */
export function changeIssues(before: readonly Experiment[], after: readonly Experiment[]): Issue[] {
  return after.flatMap((next, i): Issue[] => {
    const last = before.find(({ id }) => id === next.id);
    const field = `experiments[${i}]`;
    if (last === undefined) return [];
    if (isRunning(next) && !isRunning(last))
      return [{ field: `${field}.status`, rule: 'cannot be running again: declare another test' }];
    if (armsOf(next) !== armsOf(last))
      return [{ field: `${field}.arms`, rule: 'and pages cannot change: end it, and declare another test' }];
    return [];
  });
}

/** @returns What browsers are told; `undefined` where no test runs on this day. */
export function runningOn(
  experiments: readonly Experiment[],
  today: Day,
): readonly RunningExperiment[] | undefined {
  const running = experiments
    .filter((one) => isRunning(one) && one.from <= today && (one.to === undefined || today <= one.to))
    .map(({ id, arms, pages, zone }) => ({
      ...{ id, arms },
      ...(pages === undefined ? {} : { pages }),
      ...(zone === undefined ? {} : { zone }),
    }));
  return running.length === 0 ? undefined : running;
}

/** Names that are counted from the first browser on, with the titles of tests. */
export const experimentEntries = (experiments: readonly Experiment[]): CatalogueEntry[] =>
  experiments.length === 0
    ? []
    : [
        ...[ANY, ...OUTCOMES].map((text): CatalogueEntry => ({ kind: 'metric', text })),
        ...experiments.flatMap(({ arms }) =>
          arms.map(({ name }): CatalogueEntry => ({ kind: 'experiment', text: name })),
        ),
        ...experiments.map(
          ({ id, title }): CatalogueEntry => ({ kind: 'experiment', text: id, label: title }),
        ),
      ];
