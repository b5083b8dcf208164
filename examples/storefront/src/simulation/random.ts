/**
 * Seeded chance, the same on every machine: sfc32 by Chris Doty-Humphrey (PractRand, public domain),
 * and the few distributions that the simulation draws from.
 */
export interface Random {
  /** In [0, 1). */
  next(): number;
}

/** Something and how often it is drawn, relative to its neighbours. */
export type Weighted<T> = readonly (readonly [value: T, weight: number])[];

const WARM_UP = 16;

/** @param seed An integer; only its lowest 32 bits count. */
export function createRandom(seed: number): Random {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = seed >>> 0;
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < WARM_UP; i++) next();
  return { next };
}

export const chance = (random: Random, probability: number): boolean => random.next() < probability;

/** An integer in [0, end). */
export const below = (random: Random, end: number): number => Math.floor(random.next() * end);

/** @throws Error where there is nothing to draw. */
export function draw<T>(random: Random, values: Weighted<T>): T {
  let rest = random.next() * values.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of values) {
    rest -= weight;
    if (rest < 0) return value;
  }
  const last = values.at(-1);
  if (last === undefined) throw new Error('Nothing to draw from');
  return last[0];
}

/** Box and Muller's transform, one of the two. */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

/** @param spread Standard deviation of the logarithm. */
export const logNormal = (random: Random, median: number, spread: number): number =>
  median * Math.exp(spread * normal(random));

/** 64 random bits in base64url: 11 characters. */
export function nonce(random: Random): string {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32BE(below(random, 2 ** 32), 0);
  bytes.writeUInt32BE(below(random, 2 ** 32), 4);
  return bytes.toString('base64url');
}
