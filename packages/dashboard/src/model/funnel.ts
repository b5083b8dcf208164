/** Stages of a funnel with their shares. Pure. */
import type { FunnelRow } from '@holloway/protocol';

export const STAGES = ['list', 'product', 'cart', 'checkout', 'order'] as const;
export type Stage = (typeof STAGES)[number];

export interface StageShare {
  readonly stage: Stage;
  /** Visits; `null` where too few reached it. */
  readonly n: number | null;
  /** Of the largest stage, for the length of a bar. */
  readonly length: number;
  /** Of the stage before that is told, in [0, 1]; `null` for the first, and where too few. */
  readonly ofBefore: number | null;
  /** The stage that `ofBefore` is of. */
  readonly before: Stage | null;
  /** Its visits. */
  readonly nBefore: number | null;
}

/** A visit may begin on a product, so that a later stage may be larger than the one before: then all of it went on. */
export function stageShares(row: FunnelRow): StageShare[] {
  const largest = Math.max(1, ...STAGES.map((stage) => row[stage] ?? 0));
  let before: Stage | null = null;
  return STAGES.map((stage) => {
    const n = row[stage];
    const whole: number | null = before === null ? null : row[before];
    const share = {
      stage,
      n,
      length: (n ?? 0) / largest,
      ofBefore: n === null || whole === null || whole === 0 ? null : Math.min(1, n / whole),
      before,
      nBefore: whole,
    };
    if (n !== null) before = stage;
    return share;
  });
}
