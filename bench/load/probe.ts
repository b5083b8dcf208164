/** Asks something again and again beside a load, and keeps how long each answer took. */
import { setTimeout as sleep } from 'node:timers/promises';

export interface Probed {
  /** Since the probing began. */
  readonly atMs: number;
  readonly tookMs: number;
  readonly status: number;
}

export interface Probe {
  /** When it began, by `performance.now()`. */
  readonly begun: number;
  /** So far, in the order in which they were asked. */
  readonly probed: readonly Probed[];
  stop(): Promise<void>;
}

/** @param everyMs Between the beginnings of two; one that takes longer does not keep the next waiting. */
export function startProbe(ask: () => Promise<number>, everyMs: number): Probe {
  const begun = performance.now();
  const probed: Probed[] = [];
  const underWay = new Set<Promise<void>>();
  let goesOn = true;
  const one = async (): Promise<void> => {
    const asked = performance.now();
    // 0: no answer at all, such as a connection that was refused.
    const status = await ask().catch(() => 0);
    probed.push({ atMs: asked - begun, tookMs: performance.now() - asked, status });
  };
  const all = (async () => {
    while (goesOn) {
      const each: Promise<void> = one().finally(() => underWay.delete(each));
      underWay.add(each);
      await sleep(everyMs);
    }
    await Promise.all(underWay);
  })();
  return {
    begun,
    probed,
    async stop() {
      goesOn = false;
      await all;
    },
  };
}

/**
 * When it was well again: the first moment from which every probe within `forMs` was answered well in `withinMs`.
 * @returns Milliseconds since the probing began; `null` where it never was.
 */
export function wellAgainAt(
  probed: readonly Probed[],
  { withinMs, forMs, isWell }: { withinMs: number; forMs: number; isWell: (status: number) => boolean },
): number | null {
  const inOrder = probed.toSorted((x, y) => x.atMs - y.atMs);
  const last = inOrder.at(-1)?.atMs ?? 0;
  const isBad = ({ tookMs, status }: Probed): boolean => tookMs > withinMs || !isWell(status);
  for (const { atMs } of inOrder) {
    if (last < atMs + forMs) return null;
    if (!inOrder.some((each) => each.atMs >= atMs && each.atMs < atMs + forMs && isBad(each))) return atMs;
  }
  return null;
}
