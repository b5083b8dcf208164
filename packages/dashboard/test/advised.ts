/** One action of each type, for tests of what is said of it. */
import type { Action, ActionType, Claim, Claims, Finding } from '@holloway/insight';

const VALUES: Claims = {
  'move-up': {
    item: 'K9',
    slot: 9,
    rate: 0.12,
    other: 'K1',
    otherSlot: 1,
    otherRate: 0.02,
    positionFree: false,
  },
  bury: { item: 'K1', slot: 1, rate: 0.02, common: 0.05, positionFree: true },
  'keep-first': { item: 'K1', slot: 1, rate: 0.2, common: 0.05 },
  'rotation-test': { reason: 'not-connected', shift: 3, share: 0.5, slots: 12 },
  'cross-list': { item: 'K1', tried: 'pans', found: 'pots', wrong: 40, expected: 2.5 },
  'add-link': { from: 'pots', over: '(home)', to: 'pans/lids', share: 0.8 },
  'dead-end': { node: '/c/pots', kind: 'list', rate: 0.9, pooled: 0.4 },
  'no-result': { term: 'tajine', asked: 90, empty: 88, meant: 'tagine', category: 'pots' },
  'long-list': { seenTo: 12, length: 60, beyond: 0.03 },
  'dead-click': { element: 'hero', clicked: 100, dead: 70 },
  'device-break': { element: 'tile:/c/pots', viewport: 's', clicked: 4, expected: 160 },
  'layout-verdict': {
    experiment: 'hero',
    arm: 'b',
    control: 'a',
    metric: 'order',
    verdict: 'worse',
    ratio: 0.7,
  },
  'traffic-split': { experiment: 'hero', arm: 'b', control: 'a' },
};

const EVIDENCE: { readonly [type in ActionType]: Finding['evidence'] } = {
  'move-up': { exposed: 1000, clicked: 120, otherExposed: 4000, otherClicked: 80, otherAtMost: 89 },
  bury: { exposed: 4000, clicked: 80 },
  'keep-first': { exposed: 4000, clicked: 800 },
  'rotation-test': { exposed: 24_000 },
  'cross-list': { wrong: 40, finds: 310 },
  'add-link': { roundabout: 240, straight: 60 },
  'dead-end': { views: 500, exits: 450 },
  'no-result': { asked: 90, empty: 88, refined: 41 },
  'long-list': { visits: 2000, beyond: 60 },
  'dead-click': { clicked: 100, dead: 70 },
  'device-break': { exposed: 900, clicked: 4 },
  'layout-verdict': { visits: 5000, outcomes: 280, otherVisits: 5050, otherOutcomes: 404 },
  'traffic-split': { visits: 3000, otherVisits: 5050 },
};

const SUBJECTS: { readonly [type in ActionType]?: Partial<Finding['subject']> } = {
  'cross-list': { item: 'K1' },
  'add-link': { over: '(home)' },
  'dead-click': { element: 'hero' },
  'device-break': { element: 'tile:/c/pots' },
};

export const ADVISED_TYPES = Object.keys(VALUES) as readonly ActionType[];

export const LABELS = {
  product: { K1: 'Stock pot', K9: 'Tagine' },
  category: { pots: 'Pots', pans: 'Pans', 'pans/lids': 'Lids' },
  page: { '/c/pots': 'All pots' },
  zone: { grid: 'the list' },
  experiment: { hero: 'A larger hero' },
};

export function advised<T extends ActionType>(
  type: T,
  values: Partial<Claims[T]> = {},
  more: Partial<Action> = {},
): Action {
  const finding: Finding = {
    subject: { page: '/c/pots', zone: 'grid', ...SUBJECTS[type] },
    // Of one type, which the index does not tell.
    claim: { key: type, values: { ...VALUES[type], ...values } } as unknown as Claim,
    evidence: EVIDENCE[type],
    effect: { measure: 'ratio', value: 2, low: 1.5, high: 2.5 },
    gain: { of: 'clicks', perWeek: 30, low: 12 },
    certainty: { by: 'interval' },
    ...(more.subject && { subject: more.subject }),
  };
  return {
    ...finding,
    id: `${type}:1`,
    type,
    verb: 'fix',
    trial: { by: 'before-after', visits: null },
    findings: [finding],
    ...more,
  };
}
