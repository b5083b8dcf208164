/** Puts actions together from what was found: what is of one place becomes one, with an id of its own. */
import {
  type Action,
  type ActionType,
  actionId,
  type Certainty,
  type Claim,
  type Finding,
  type Gain,
  type Subject,
  type Trial,
  type Verb,
} from './action.ts';

const VERB_OF: { readonly [T in Claim['key']]: Verb } = {
  'move-up': 'boost',
  bury: 'bury',
  'keep-first': 'lock',
  'rotation-test': 'move',
  'cross-list': 'cross-list',
  'add-link': 'add-link',
  'dead-end': 'add-link',
  'no-result': 'synonym',
  'long-list': 'move',
  'dead-click': 'fix',
  'device-break': 'fix',
  'layout-verdict': 'lock',
  'traffic-split': 'fix',
};

/** They are one rearrangement of a zone, and what comes first leads it. Its id is that of the first, whichever leads: of one place it stays. */
const OF_ONE_ORDER: readonly ActionType[] = ['move-up', 'bury', 'keep-first'];

export interface Found extends Finding {
  readonly trial: Trial;
  /** What it is told with. */
  readonly place: Subject;
}

/** Below one a week, if the change does all that it can, nobody would notice. A test is told of however little it brings: somebody asked. */
const LEAST_A_WEEK = 1;

export const isWorthTelling = ({ claim, gain }: Finding): boolean =>
  gain === null || claim.key === 'layout-verdict' || gain.perWeek >= LEAST_A_WEEK;

export const lowOf = ({ gain }: Pick<Finding, 'gain'>): number => gain?.low ?? 0;

/** Of all together; of the kind of gain that the first has. */
function gainOf(findings: readonly Finding[]): Gain | null {
  const of = findings[0]?.gain?.of;
  if (of === undefined) return null;
  const own = findings.flatMap(({ gain }) => (gain?.of === of ? [gain] : []));
  const sum = (value: (gain: Gain) => number): number => own.reduce((all, gain) => all + value(gain), 0);
  return { of, perWeek: sum(({ perWeek }) => perWeek), low: sum(({ low }) => low) };
}

const qOf = ({ certainty }: Finding): number => (certainty.by === 'false-discovery' ? certainty.q : 0);

/** Of the least sure of them. */
const certaintyOf = (first: Finding, all: readonly Finding[]): Certainty =>
  all.reduce((least, each) => (qOf(each) > qOf(least) ? each : least), first).certainty;

const rankOf = ({ claim }: Finding): number => OF_ONE_ORDER.indexOf(claim.key);

/** @param slice Of the reports; becomes a part of every subject. */
export function makeActions(found: readonly Found[], slice: string | undefined): Action[] {
  const places = new Map<string, [Found, ...Found[]]>();
  for (const each of found) {
    const kind = OF_ONE_ORDER.includes(each.claim.key) ? 'order' : each.claim.key;
    const key = JSON.stringify([kind, Object.entries(each.place).sort()]);
    const own = places.get(key);
    if (own === undefined) places.set(key, [each]);
    else own.push(each);
  }
  const inSlice = (subject: Subject): Subject =>
    slice === undefined || slice === '*' ? subject : { ...subject, slice };
  return [...places.values()].map((own): Action => {
    own.sort((x, y) => rankOf(x) - rankOf(y) || lowOf(y) - lowOf(x));
    const [first, ...others] = own;
    const told = ({ trial: _, place: __, ...finding }: Found): Finding => ({
      ...finding,
      subject: inSlice(finding.subject),
    });
    const lead = told(first);
    const findings = [lead, ...others.map(told)] as const;
    const subject = inSlice(first.place);
    const isOrder = OF_ONE_ORDER.includes(first.claim.key);
    return {
      id: actionId(isOrder ? 'move-up' : first.claim.key, subject),
      type: first.claim.key,
      verb: VERB_OF[first.claim.key],
      ...lead,
      subject,
      gain: gainOf(findings),
      certainty: certaintyOf(lead, findings),
      trial: first.trial,
      findings: [...findings],
    };
  });
}

const perWeek = (n: number, days: number): number => (n * 7) / days;

/** @param low Never below none. */
export const gain = (of: Gain['of'], value: number, low: number, days: number): Gain => ({
  of,
  perWeek: perWeek(value, days),
  low: perWeek(Math.max(0, Math.min(value, low)), days),
});
