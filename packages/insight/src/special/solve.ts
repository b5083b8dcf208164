/** Where a rising function takes a value: Newton's steps, and halving where a step would leave the bracket. */

const MOST_STEPS = 200;
const PRECISION = 1e-14;

/**
 * @param rise The function less the value that is looked for; does not fall between `low` and `high`.
 * @param slope Its derivative. 0 or not finite: the bracket is halved.
 * @returns The root to 14 digits; an end where the function does not change its sign.
 */
export function solve(
  rise: (x: number) => number,
  slope: (x: number) => number,
  bracket: { readonly low: number; readonly high: number },
  start = (bracket.low + bracket.high) / 2,
): number {
  let { low, high } = bracket;
  let x = start > low && start < high ? start : (low + high) / 2;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const error = rise(x);
    if (error === 0) return x;
    if (error < 0) low = x;
    else high = x;
    if (high - low <= PRECISION * high) break;
    const newton = x - error / slope(x);
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - x) <= PRECISION * Math.abs(x)) return next;
    x = next;
  }
  return (low + high) / 2;
}
