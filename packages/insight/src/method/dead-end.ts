/** Pages on which more visits end than on others of their kind. */
import type { Interval } from '../interval.ts';
import { FALSE_DISCOVERY_RATE, qValues } from './false-discovery.ts';
import { fitBeta, shrink, tailOf } from './shrinkage.ts';

/** A page or category, in the slice (of a device, say) that the report is of. */
export interface Ending {
  readonly node: string;
  /** What it is compared with: others of the same kind. */
  readonly kind: string;
  readonly views: number;
  readonly exits: number;
}

export interface DeadEnd extends Ending {
  /** Of all of the kind. */
  readonly pooled: number;
  /** Exit rate over the pooled one, with 95 % confidence, drawn towards 1. */
  readonly lift: Interval & { readonly value: number };
  /** Exits beyond those that the pooled rate would give. */
  readonly excess: number;
  readonly q: number;
}

/** A fifth more exits than the kind has: below that it is not worth a look, however sure. */
const LEAST_LIFT = 1.2;

const triesOf = ({ exits, views }: Ending) => ({ hits: Math.min(exits, views), of: views });

/**
 * Those of which so many exits are to be expected that they are shown whatever they are. Of small pages only those that happen to have k
 * exits are shown: what is usual cannot be learnt from them, and to test hundreds of them besides would drown what is to be found.
 */
function wholly(endings: readonly Ending[], k: number): Ending[] {
  const sum = (of: (each: Ending) => number): number => endings.reduce((total, each) => total + of(each), 0);
  const rate = sum(({ exits }) => exits) / sum(({ views }) => views);
  return endings.filter(({ views }) => views * rate >= 2 * k);
}

function ofKind(endings: readonly Ending[], k: number): (DeadEnd & { readonly p: number })[] {
  const judged = wholly(endings, k);
  const prior = fitBeta(judged.map(triesOf));
  if (prior === null) return [];
  const pooled = prior.a / (prior.a + prior.b);
  return judged.map((ending) => {
    const own = triesOf(ending);
    const { value, low, high } = shrink(own, prior);
    return {
      ...ending,
      pooled,
      lift: { value: value / pooled, low: low / pooled, high: high / pooled },
      excess: own.hits - own.of * pooled,
      p: tailOf(own, prior),
      q: 1,
    };
  });
}

/**
 * Exits against the pooled rate of the kind: the tail of a beta-binomial, whose prior knows how much pages of a kind differ anyhow, and
 * Benjamini-Hochberg at 10 %. Told where the lift is at least 1.2 even at the lower end of its interval.
 *
 * @param endings Of one site, slice and range; without those whose exits are not shown. Pages of which fewer than 2 k exits are to be expected
 * are left out, and kinds of fewer than three: nothing is usual among two.
 * @param k Of the report.
 * @returns Those with the most exits in excess first.
 */
export function deadEnds(endings: readonly Ending[], k: number): DeadEnd[] {
  const kinds = new Map<string, Ending[]>();
  for (const ending of endings) kinds.set(ending.kind, [...(kinds.get(ending.kind) ?? []), ending]);
  const all = [...kinds.values()].flatMap((own) => ofKind(own, k));
  const qs = qValues(all.map(({ p }) => p));
  return all
    .map(({ p: _, ...end }, i): DeadEnd => ({ ...end, q: qs[i] ?? 1 }))
    .filter(({ q, lift }) => q <= FALSE_DISCOVERY_RATE && lift.low >= LEAST_LIFT)
    .sort((x, y) => y.excess - x.excess);
}
