/** Batches that were answered and not counted, by reason, since the process started. Nothing else of them is kept. */
export const DROP_REASONS = ['bot', 'gpc', 'archive', 'refusal'] as const;
export type DropReason = (typeof DROP_REASONS)[number];
export type DropTotals = { readonly [reason in DropReason]: number };

export interface DropCounter {
  count(reason: DropReason): void;
  totals(): DropTotals;
}

export function createDropCounter(): DropCounter {
  const totals = { bot: 0, gpc: 0, archive: 0, refusal: 0 };
  return {
    count(reason) {
      totals[reason] += 1;
    },
    totals: () => ({ ...totals }),
  };
}
