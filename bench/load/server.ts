/** What the collector under load is asked by whoever started it. */
export type ServerQuestion = 'served' | 'memory';

export interface Served {
  readonly url: string;
  /** May read its site. */
  readonly key: string;
}

/** After a collection of garbage. */
export interface Memory {
  readonly rssMb: number;
  readonly heapMb: number;
}
