/** Pages on which more visits end than on others of their kind. */
import type { Interval } from '../interval.ts';
import { FALSE_DISCOVERY_RATE, qValuesByFamily } from './false-discovery.ts';
import { fitBeta, shrink, type Tries, tailOf } from './shrinkage.ts';
import { unlikeOthers } from './unlike-others.ts';

/** A page or category, in the slice (of a device, say) that the report is of. */
export interface Ending {
  readonly node: string;
  /** What it is compared with: others of the same kind. */
  readonly kind: string;
  readonly views: number;
  readonly exits: number;
}

export interface DeadEnd extends Ending {
  /** Of all others of the kind. */
  readonly pooled: number;
  /** Exit rate over the pooled one, with 95 % confidence, drawn towards 1. */
  readonly lift: Interval & { readonly value: number };
  /** Exits beyond those that the pooled rate would give. */
  readonly excess: number;
  readonly q: number;
}

/** Nothing is usual among fewer. */
export const LEAST_JUDGED = 4;

/** A fifth more exits than the kind has: below that it is not worth a look, however sure. */
const LEAST_LIFT = 1.2;

const triesOf = ({ exits, views }: Ending) => ({ hits: Math.min(exits, views), of: views });

/**
 * Those that are judged: of which so many exits are to be expected that they are shown whatever they are. Of small pages only those that happen to have k
 * exits are shown: what is usual cannot be learnt from them, and to test hundreds of them besides would drown what is to be found.
 */
export function judgedEndings(endings: readonly Ending[], k: number): Ending[] {
  const sum = (of: (each: Ending) => number): number => endings.reduce((total, each) => total + of(each), 0);
  const rate = sum(({ exits }) => exits) / sum(({ views }) => views);
  return endings.filter(({ views }) => views * rate >= 2 * k);
}

/** Of so many pages one more or less changes nothing of what is usual: it is learnt once, from all of them. */
const MANY = 60;

/** Of so many that are viewed most, more would not change what is usual. */
const ENOUGH = 2000;

/** Looked at, and not told. */
const nothing = (ending: Ending): DeadEnd & { readonly p: number } => ({
  ...ending,
  pooled: 0,
  lift: { value: 0, low: 0, high: 0 },
  excess: 0,
  p: 1,
  q: 1,
});

function ofKind(endings: readonly Ending[], k: number): (DeadEnd & { readonly p: number })[] {
  const judged = judgedEndings(endings, k);
  const tries = judged.map(triesOf);
  const prior = fitBeta([...tries].sort((x, y) => y.of - x.of).slice(0, ENOUGH));
  if (prior === null) return [];
  const ofAll = prior.a / (prior.a + prior.b);
  /** Only of what may be told: to learn what is usual without it takes a while. */
  const unlike = (own: Tries, at: number, low: number): { common: number; p: number } => {
    if (low < LEAST_LIFT * ofAll) return { common: ofAll, p: 1 };
    if (judged.length > MANY) return { common: ofAll, p: tailOf(own, prior) };
    return (
      unlikeOthers(
        own,
        tries.filter((_, i) => i !== at),
      ) ?? { common: ofAll, p: 1 }
    );
  };
  return judged.map((ending, at) => {
    const own = triesOf(ending);
    // Drawn towards the others it is less than it is: most pages need no closer look, but count among those looked at.
    if (own.hits <= LEAST_LIFT * ofAll * own.of) return nothing(ending);
    const { value, low, high } = shrink(own, prior);
    const { common: pooled, p } = unlike(own, at, low);
    return {
      ...ending,
      pooled,
      lift: { value: value / pooled, low: low / pooled, high: high / pooled },
      excess: own.hits - own.of * pooled,
      p,
      q: 1,
    };
  });
}

/**
 * Exits against the rate of the others of the kind: the tail of a beta-binomial that knows how much pages of a kind differ
 * anyhow, and false discovery at 10 %, each kind a family of its own: how many products a shop has says nothing of its six
 * articles. Told where the lift is at least 1.2 even at the lower end of its interval.
 *
 * @param endings Of one site, slice and range; without those whose exits are not shown. Pages of which fewer than 2 k exits are to be expected
 * are left out, and kinds of fewer than four: nothing is usual among two.
 * @param k Of the report.
 * @returns Those with the most exits in excess first.
 */
export function deadEnds(endings: readonly Ending[], k: number): DeadEnd[] {
  const kinds = new Map<string, Ending[]>();
  for (const ending of endings) kinds.set(ending.kind, [...(kinds.get(ending.kind) ?? []), ending]);
  const all = [...kinds.values()].flatMap((own) => ofKind(own, k));
  const qs = qValuesByFamily(all.map(({ p, kind }) => ({ p, family: kind })));
  return all
    .map(({ p: _, ...end }, i): DeadEnd => ({ ...end, q: qs[i] ?? 1 }))
    .filter(({ q, lift }) => q <= FALSE_DISCOVERY_RATE && lift.low >= LEAST_LIFT)
    .sort((x, y) => y.excess - x.excess);
}
