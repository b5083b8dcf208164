/** A sequential scale in six steps from nothing to the most, and 0 for none at all. Pure. */
export const STEPS = 6;

/** @returns 0 to 6; `null` where nothing is known, which is not 0. Of more the step is never lower. */
export function stepOf(value: number | null, most: number): number | null {
  if (value === null) return null;
  if (value <= 0 || most <= 0) return 0;
  return Math.min(STEPS, Math.max(1, Math.ceil((value / most) * STEPS - 1e-9)));
}

/** Where the steps end, from the lowest to the most. */
export const stepEnds = (most: number): number[] =>
  Array.from({ length: STEPS }, (_, step) => ((step + 1) / STEPS) * most);
