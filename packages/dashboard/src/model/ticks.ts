/** Round values for an axis that begins at 0. Pure. */
const ROUND = [1, 2, 2.5, 5, 10];

/**
 * @param largest What the axis must reach; 0 or less gives an axis up to 1.
 * @param steps About how many steps to take.
 * @returns From 0 to at least `largest`, evenly.
 */
export function ticksTo(largest: number, steps: number): number[] {
  const reach = largest > 0 ? largest : 1;
  const power = 10 ** Math.floor(Math.log10(reach / steps));
  const factor = ROUND.find((round) => round * power * steps >= reach) ?? 10;
  const step = factor * power;
  return Array.from({ length: Math.ceil(reach / step - 1e-9) + 1 }, (_, index) => index * step);
}
