/**
 * Quantiles from the counts of the logarithmic bucket map.
 * Does not know what was counted: page and visit, one day or many.
 */
import { BUCKET_COUNT, lowerEdgeMs } from '@holloway/protocol';

/** Counts by bucket; what is absent is 0. Pauses, less those that went on in the same bucket. */
export type Histogram = readonly (number | undefined)[];

/** Below 0 where more pauses were resumed than counted, as can be across midnight; that is no time at all. */
const countIn = (histogram: Histogram, bucket: number): number => Math.max(0, histogram[bucket] ?? 0);

/**
 * The duration that a share of the counts does not exceed, in milliseconds.
 * Inside a bucket durations are taken as spread evenly on the logarithmic scale. What is shorter than 250 ms reads as
 * 250 to 306 ms, and what is longer than half an hour as 28 to 35 minutes.
 *
 * @param q Share in [0, 1]; 0.5 is the median. Outside: RangeError.
 * @returns `null` where nothing was counted.
 * @see docs/metrics.md#engagement-time
 */
export function quantile(histogram: Histogram, q: number): number | null {
  if (!(q >= 0 && q <= 1)) throw new RangeError('q must be a share from 0 to 1');
  let total = 0;
  for (let bucket = 0; bucket < BUCKET_COUNT; bucket += 1) total += countIn(histogram, bucket);
  if (total === 0) return null;

  const rank = q * total;
  let below = 0;
  let last = 0;
  for (let bucket = 0; bucket < BUCKET_COUNT; bucket += 1) {
    const n = countIn(histogram, bucket);
    if (n === 0) continue;
    if (below + n >= rank) return within(bucket, (rank - below) / n);
    below += n;
    last = bucket;
  }
  return within(last, 1); // where q * total was rounded up
}

/** The duration that a share of the bucket's width lies below. */
const within = (bucket: number, share: number): number =>
  lowerEdgeMs(bucket) * (lowerEdgeMs(bucket + 1) / lowerEdgeMs(bucket)) ** share;
