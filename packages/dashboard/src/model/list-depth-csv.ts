/** How far down their lists visits came, as CSV. Pure. */
import { csvOf } from '@holloway/protocol';
import type { DepthStep } from './list-depth.ts';

export interface ListedDepth extends DepthStep {
  readonly zone: string;
}

/** Shares in [0, 1]. */
export const listDepthCsv = (page: string, steps: readonly ListedDepth[]): string =>
  csvOf(
    ['page', 'zone', 'slot', 'share'],
    steps.map(({ zone, slot, share }) => [page, zone, slot, share]),
  );
