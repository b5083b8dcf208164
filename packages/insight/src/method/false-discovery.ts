/** Many findings at once: which of them to tell, so that few of those that are told are chance. */

/**
 * The q-value of each p-value: the smallest share of false findings at which it would still be told. Telling all with
 * q <= 0.1 keeps the expected share of false ones among them at 10 %.
 *
 * @param ps In [0, 1], in any order. @returns In the same order.
 * @see Benjamini & Hochberg, Controlling the false discovery rate, JRSS B 1995
 */
export function qValues(ps: readonly number[]): number[] {
  const order = ps.map((_, i) => i).sort((i, j) => (ps[j] ?? 0) - (ps[i] ?? 0));
  const qs = ps.map(() => 1);
  let least = 1;
  order.forEach((i, place) => {
    least = Math.min(least, ((ps[i] ?? 1) * ps.length) / (ps.length - place));
    qs[i] = least;
  });
  return qs;
}

/** The share of false findings among those told: merchandising bets on layouts, not on drugs. */
export const FALSE_DISCOVERY_RATE = 0.1;
