/**
 * The logarithmic bucket map for durations: 45 buckets from 250 ms to 30 min.
 * Each is 1.1 / 0.9 times as wide as the one before, the map of DDSketch at relative accuracy 0.10.
 * @see Masson, Rim, Lee: DDSketch, VLDB 2019
 */
const SHORTEST_MS = 250;
const RELATIVE_ACCURACY = 0.1;
const GAMMA = (1 + RELATIVE_ACCURACY) / (1 - RELATIVE_ACCURACY);

export const BUCKET_COUNT = 45;

/** The bucket of a duration; shorter than 250 ms is bucket 0, longer than 30 min the last. */
export function bucketOf(durationMs: number): number {
  if (!(durationMs > SHORTEST_MS)) return 0;
  return Math.min(BUCKET_COUNT - 1, Math.floor(Math.log(durationMs / SHORTEST_MS) / Math.log(GAMMA)));
}

/** Where bucket `bucket` begins, in milliseconds; `lowerEdgeMs(BUCKET_COUNT)` is where the last one ends. */
export const lowerEdgeMs = (bucket: number): number => SHORTEST_MS * GAMMA ** bucket;
