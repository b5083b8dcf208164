/** Popularity as shops have it: the page of rank r is seen in proportion to 1 / r^exponent. */

/** Shares of `size` ranks, the first rank first; they add up to 1. */
export function zipfShares(size: number, exponent: number): readonly number[] {
  const weights = Array.from({ length: size }, (_, i) => (i + 1) ** -exponent);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** @returns Draws ranks, 0 first, by their shares. */
export function zipfSampler(size: number, exponent: number, random: () => number): () => number {
  let sum = 0;
  const upTo = Float64Array.from(zipfShares(size, exponent), (share) => {
    sum += share;
    return sum;
  });
  return () => {
    const target = random() * sum;
    let low = 0;
    let high = size - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] ?? 1) > target) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
