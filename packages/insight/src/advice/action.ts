/**
 * What an action reads: what to do with what, why, how sure that is, what it brings and how to test it. Data, not prose: a key and
 * its values, so that every language can word it. Does not find any: see advise.
 */
import type { Viewport } from '@holloway/protocol';
import type { Interval } from '../interval.ts';
import type { NotIdentifiable } from '../method/position-graph.ts';

export type Verb = 'boost' | 'bury' | 'lock' | 'cross-list' | 'move' | 'add-link' | 'synonym' | 'fix';

/** What each type of action claims: the key of its sentence, and the values that go into it. Shares and rates are in [0, 1]. */
export interface Claims {
  /** `item` in `slot` is clicked at `rate` per exposure, `other` in `otherSlot` at `otherRate`: exchange them. */
  readonly 'move-up': {
    readonly item: string;
    readonly slot: number;
    readonly rate: number;
    readonly other: string;
    readonly otherSlot: number;
    readonly otherRate: number;
    /** Whether what a position earns by itself is taken out of the rates. */
    readonly positionFree: boolean;
  };
  /**
   * `item` in `slot`, in the first half of the zone, is clicked at `rate`; the zone, or what stands below where that is less, at `common`.
   */
  readonly bury: {
    readonly item: string;
    readonly slot: number;
    readonly rate: number;
    readonly common: number;
    readonly positionFree: boolean;
  };
  /** `item` is in one of the first three positions by right: leave it there. */
  readonly 'keep-first': {
    readonly item: string;
    readonly slot: number;
    readonly rate: number;
    readonly common: number;
  };
  /** What an item and its position earn cannot be told apart, for `reason`; a shift by `shift` on `share` of the traffic would. */
  readonly 'rotation-test': {
    readonly reason: NotIdentifiable;
    readonly shift: number;
    readonly share: number;
    readonly slots: number;
  };
  /** `wrong` visits looked for `item` in `tried` first and found it in `found`; its neighbours lead to expect `expected`. */
  readonly 'cross-list': {
    readonly item: string;
    readonly tried: string;
    readonly found: string;
    readonly wrong: number;
    readonly expected: number;
  };
  /** Of those who come from `from` to `to`, `share` go over `over`. */
  readonly 'add-link': {
    readonly from: string;
    readonly over: string;
    readonly to: string;
    readonly share: number;
  };
  /** `rate` of the views are the last of their visit; `pooled` of the others of its kind. */
  readonly 'dead-end': {
    readonly node: string;
    readonly kind: string;
    readonly rate: number;
    readonly pooled: number;
  };
  /** `empty` of `asked` searches for `term` find nothing. `meant` is what they ask then, `category` what that names; either may be `null`. */
  readonly 'no-result': {
    readonly term: string;
    readonly asked: number;
    readonly empty: number;
    readonly meant: string | null;
    readonly category: string | null;
  };
  /** Of those who see the list, `beyond` come past position `seenTo` of at least `length`. */
  readonly 'long-list': { readonly seenTo: number; readonly length: number; readonly beyond: number };
  /** `dead` of `clicked` views that click the element do so in vain. */
  readonly 'dead-click': { readonly element: string; readonly clicked: number; readonly dead: number };
  /** In windows of this size it is clicked `clicked` times where the others lead to expect `expected`. */
  readonly 'device-break': {
    readonly element: string;
    readonly viewport: Viewport;
    readonly clicked: number;
    readonly expected: number;
  };
  /** Of `metric`, `arm` does `ratio` times what `control` does: keep the better. */
  readonly 'layout-verdict': {
    readonly experiment: string;
    readonly arm: string;
    readonly control: string;
    readonly metric: string;
    readonly verdict: 'better' | 'worse';
    readonly ratio: number;
  };
  /** Visits fall on the arms otherwise than planned: repair the test before reading it. */
  readonly 'traffic-split': { readonly experiment: string; readonly arm: string; readonly control: string };
}

export type ActionType = keyof Claims;
export type Claim = {
  readonly [T in ActionType]: { readonly key: T; readonly values: Claims[T] };
}[ActionType];

/** What is to be changed. Parts that do not apply are absent. */
export interface Subject {
  readonly page?: string;
  readonly zone?: string;
  readonly item?: string;
  readonly category?: string;
  /** Of add-link: where from. Of cross-list: the uppermost category that it is in. */
  readonly from?: string;
  readonly over?: string;
  readonly term?: string;
  readonly element?: string;
  readonly viewport?: Viewport;
  readonly experiment?: string;
  readonly arm?: string;
  readonly metric?: string;
  /** Of the reports that it was found in; absent for `*`. */
  readonly slice?: string;
}

export interface Effect extends Interval {
  /** `ratio`: to what was to be expected, 1 is none. `share`: of a whole, in [0, 1]. */
  readonly measure: 'ratio' | 'share';
  readonly value: number;
}

/**
 * `clicks` on the zone; `finds` without a detour; `moves` saved; `visits` that go on; `searches` that find something; `outcomes` of the
 * metric of a test.
 */
export interface Gain {
  readonly of: 'clicks' | 'finds' | 'moves' | 'visits' | 'searches' | 'outcomes';
  /** More of them a week, if what was counted stays so and the change does all that it can. */
  readonly perWeek: number;
  /** The same at that end of the effect's interval which speaks against the change: what is sure of it. */
  readonly low: number;
}

/** How sure: with `interval` the effect lies clear of none with 95 % confidence. */
export type Certainty =
  | { readonly by: 'interval' }
  /** Expected share of false ones among actions of this type that are as sure. */
  | { readonly by: 'false-discovery'; readonly q: number }
  /** By how much the counts speak for a difference; holds whenever it is looked at. */
  | { readonly by: 'bayes-factor'; readonly factor: number }
  /** Follows from the layout, not from chance. */
  | { readonly by: 'design' };

/**
 * How to find out whether it works: a layout test of two arms, a rotation of the grid, or the figure before and after, which shows an
 * association only. `visits`: about as many are needed, of all arms; `null` where that cannot be told.
 */
export interface Trial {
  readonly by: 'experiment' | 'rotation' | 'before-after';
  readonly visits: number | null;
}

/** One thing that was found. */
export interface Finding {
  /** Down to the item, window or way that it was found of. */
  readonly subject: Subject;
  readonly claim: Claim;
  /** Counts that it rests on, by name; all of them are in the reports. */
  readonly evidence: { readonly [count: string]: number };
  readonly effect: Effect | null;
  readonly gain: Gain | null;
  readonly certainty: Certainty;
}

/**
 * One thing to do: all that was found of one place. Claim, evidence and effect are those of the first finding; the gain is of all
 * together, the certainty that of the least sure.
 */
export interface Action extends Finding {
  /** The same whenever the same is found of the same subject: to be dismissed by, or linked to. */
  readonly id: string;
  readonly type: ActionType;
  readonly verb: Verb;
  /** The place: a region of a page, two categories, an element. */
  readonly subject: Subject;
  readonly trial: Trial;
  /** At least one; what leads the action comes first, then what surely gains most. */
  readonly findings: readonly [Finding, ...Finding[]];
}

/** FNV-1a of 64 bits over the code units of the text, in base 36: 13 characters or fewer. @see http://www.isthe.com/chongo/tech/comp/fnv/ */
function fingerprint(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let i = 0; i < text.length; i += 1) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(i))) * 0x100000001b3n);
  }
  return hash.toString(36);
}

/** Of its type and subject alone, whatever the counts. */
export function actionId(type: ActionType, subject: Subject): string {
  const parts = Object.entries(subject)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `${type}:${fingerprint(JSON.stringify(parts))}`;
}
