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

/** One test of many, and the family it is told with: a kind of page, or what is put together into one action. */
export interface Test {
  readonly p: number;
  readonly family: string;
}

/** The probability of so small a smallest p-value, if nothing of the family were so. @see Simes, Biometrika 1986 */
const simes = (ps: readonly number[]): number => qValues(ps).reduce((least, q) => Math.min(least, q), 1);

/**
 * q-values of tests that come in families. A family is told of where its Simes p-value passes Benjamini-Hochberg among all
 * families; within those, each test where it passes at 10 % times the share of families that were: so that in a family that is
 * told of, a tenth of what is told is false on average, however many families were looked at.
 *
 * @returns In the same order; to be told are those up to FALSE_DISCOVERY_RATE.
 * @see Benjamini & Bogomolov, Selective inference on multiple families of hypotheses, JRSS B 2014
 */
export function qValuesByFamily(tests: readonly Test[]): number[] {
  const families = new Map<string, number[]>();
  tests.forEach(({ family }, i) => {
    const own = families.get(family);
    if (own === undefined) families.set(family, [i]);
    else own.push(i);
  });
  const members = [...families.values()];
  const psOf = (own: readonly number[]): number[] => own.map((i) => tests[i]?.p ?? 1);
  const ofFamilies = qValues(members.map((own) => simes(psOf(own))));
  const told = ofFamilies.filter((q) => q <= FALSE_DISCOVERY_RATE).length;
  const qs = tests.map(() => 1);
  members.forEach((own, at) => {
    const ofFamily = ofFamilies[at] ?? 1;
    if (ofFamily > FALSE_DISCOVERY_RATE) return;
    const within = qValues(psOf(own));
    own.forEach((i, place) => {
      qs[i] = Math.min(1, Math.max(ofFamily, ((within[place] ?? 1) * members.length) / told));
    });
  });
  return qs;
}
