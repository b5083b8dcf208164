/** Repeatable chance for simulations: the same seed gives the same counts on every machine. */

export type Random = () => number;

/** Mulberry32: numbers in [0, 1). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @see Box & Muller, 1958 */
export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Hits of `n` tries at `share`: one by one where they are few, else by the normal approximation, rounded and kept inside. */
export function binomial(n: number, share: number, random: Random): number {
  if (n * Math.min(share, 1 - share) > 200) {
    const hits = Math.round(n * share + normal(random) * Math.sqrt(n * share * (1 - share)));
    return Math.min(n, Math.max(0, hits));
  }
  const rare = Math.min(share, 1 - share);
  if (rare <= 0) return share >= 1 ? n : 0;
  // From one hit to the next, the gap is geometric.
  let hits = -1;
  let at = 0;
  while (at <= n) {
    hits += 1;
    at += 1 + Math.floor(Math.log(1 - random()) / Math.log(1 - rare));
  }
  return share <= 0.5 ? hits : n - hits;
}

export function poisson(mean: number, random: Random): number {
  if (mean > 200) return Math.max(0, Math.round(mean + normal(random) * Math.sqrt(mean)));
  const left = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > left; product *= random()) count += 1;
  return count;
}
