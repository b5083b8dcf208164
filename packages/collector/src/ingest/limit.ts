/**
 * Token buckets in memory, one a key: how many requests a second, and how many at once. A bucket that would be full again
 * is forgotten, which loses nothing; only where more keys come at a time than are held, the oldest begin anew.
 * Does not know what a key is.
 */
const MAX_KEYS = 50_000;

export interface Rate {
  /** Refill; 0 means no limit. */
  readonly perSecond: number;
  readonly burst: number;
}

/**
 * @param cost How many requests it counts as; default: one.
 * @returns Whether the key may go on now.
 */
export type Limiter = (key: string, nowMs: number, cost?: number) => boolean;

interface Bucket {
  tokens: number;
  at: number;
}

export interface Buckets {
  /** The bucket of a key as it is now; what is taken from it is taken for good. */
  of(key: string, nowMs: number): Bucket;
  readonly size: number;
}

/**
 * Two generations, as long each as an empty bucket takes to fill: whoever comes again moves into the young one, and what
 * is left in the old one when that time is over would be full.
 */
export function createBuckets({ perSecond, burst }: Rate, maxKeys: number = MAX_KEYS): Buckets {
  const fullAfterMs = (burst / perSecond) * 1000;
  let young = new Map<string, Bucket>();
  let old = new Map<string, Bucket>();
  let begun = Number.NEGATIVE_INFINITY;

  const turnOver = (nowMs: number): void => {
    old = young;
    young = new Map();
    begun = nowMs;
  };

  return {
    of(key, nowMs) {
      // A clock that was set back would otherwise stop the turning.
      if (Math.abs(nowMs - begun) >= fullAfterMs || young.size >= maxKeys / 2) turnOver(nowMs);
      let bucket = young.get(key) ?? old.get(key);
      if (bucket === undefined) bucket = { tokens: burst, at: nowMs };
      const refill = (Math.max(0, nowMs - bucket.at) / 1000) * perSecond;
      bucket.tokens = Math.min(burst, bucket.tokens + refill);
      bucket.at = nowMs;
      old.delete(key);
      young.set(key, bucket);
      return bucket;
    },
    get size() {
      return young.size + old.size;
    },
  };
}

export function createLimiter(rate: Rate): Limiter {
  if (rate.perSecond === 0) return () => true;
  const buckets = createBuckets(rate);
  return (key, nowMs, cost = 1) => {
    const bucket = buckets.of(key, nowMs);
    if (bucket.tokens < cost) return false;
    bucket.tokens -= cost;
    return true;
  };
}

/** Goes on only where both let it; the second is not asked where the first refuses. */
export const both =
  (first: Limiter, second: Limiter): Limiter =>
  (key, nowMs, cost) =>
    first(key, nowMs, cost) && second(key, nowMs, cost);
