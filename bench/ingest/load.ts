/** What is sent to a server, and what is said of the answers. The requests themselves: load.child.ts. */
import type { Measure } from '../traffic/visits.ts';

export const INGEST_SHOP = { pages: 2_000, categories: 40 };
export const ORIGIN = 'https://shop.example';

export interface Load {
  readonly url: string;
  readonly measure: Measure;
  readonly connections: number;
  readonly seconds: number;
  /** Batches a second; `null`: as many as the connections carry. */
  readonly rate: number | null;
}

export interface LoadResult {
  /** Batches that were answered with 204. */
  readonly batches: number;
  /** Every other answer, error or timeout. */
  readonly failed: number;
  /** Answers by status. */
  readonly byStatus: { readonly [status: string]: number };
  readonly seconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}
