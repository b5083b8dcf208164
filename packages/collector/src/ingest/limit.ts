/** Token buckets in memory, one a key: how many requests a second, and how many at once. Forgets when full. */
const MAX_KEYS = 50_000;

export interface Rate {
  /** Refill; 0 means no limit. */
  readonly perSecond: number;
  readonly burst: number;
}

/** @returns Whether the key may go on now. */
export type Limiter = (key: string, nowMs: number) => boolean;

export function createLimiter({ perSecond, burst }: Rate): Limiter {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (key, nowMs) => {
    if (perSecond === 0) return true;
    let bucket = buckets.get(key);
    if (bucket === undefined) {
      if (buckets.size >= MAX_KEYS) buckets.clear();
      bucket = { tokens: burst, at: nowMs };
      buckets.set(key, bucket);
    }
    const refill = (Math.max(0, nowMs - bucket.at) / 1000) * perSecond;
    bucket.tokens = Math.min(burst, bucket.tokens + refill);
    bucket.at = nowMs;
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  };
}
