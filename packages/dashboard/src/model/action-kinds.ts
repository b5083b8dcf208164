/** What kind of change an action asks for: a few kinds, to narrow a list by. Pure. */
import type { ActionType } from '@holloway/insight';
import type { Options } from '../state/route.ts';
import { type Msg, msg } from '../words/words.ts';

/** In the order in which they are offered. */
export const ACTION_KINDS = [
  'move',
  'cross-list',
  'link',
  'dead-end',
  'search',
  'list',
  'frustration',
  'test',
] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

export const KIND_NAMES: { readonly [kind in ActionKind]: Msg } = {
  move: msg('Order of products'),
  'cross-list': msg('Second shelf'),
  link: msg('Link'),
  'dead-end': msg('Dead end'),
  search: msg('Search'),
  list: msg('Length of a list'),
  frustration: msg('Frustration'),
  test: msg('Test'),
};

const KIND_OF: { readonly [type in ActionType]: ActionKind } = {
  'move-up': 'move',
  bury: 'move',
  'keep-first': 'move',
  'rotation-test': 'test',
  'cross-list': 'cross-list',
  'add-link': 'link',
  'dead-end': 'dead-end',
  'no-result': 'search',
  'long-list': 'list',
  'dead-click': 'frustration',
  'device-break': 'frustration',
  'layout-verdict': 'test',
  'traffic-split': 'test',
};

/** By its id, which begins with its type; `null` of a type that is not known. */
export const kindOfAction = (id: string): ActionKind | null =>
  KIND_OF[id.slice(0, id.indexOf(':')) as ActionType] ?? null;

export interface KindCount {
  readonly kind: ActionKind;
  readonly n: number;
}

/** Kinds that there are, with how many of each. */
export const kindCounts = (entries: readonly { readonly id: string }[]): readonly KindCount[] =>
  ACTION_KINDS.map((kind) => ({
    kind,
    n: entries.filter(({ id }) => kindOfAction(id) === kind).length,
  })).filter(({ n }) => n > 0);

/** Which kind is shown, as the address says it; `null` for all. */
export const shownKind = ({ kind }: Options, counts: readonly KindCount[]): ActionKind | null =>
  counts.find((each) => each.kind === kind?.[0])?.kind ?? null;
