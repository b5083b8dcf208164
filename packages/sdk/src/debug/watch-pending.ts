/** Counts that wait to be sent, with a window to look at them through. How they wait is pending's own. */
import type { Pending, Share, Taken } from '../transport/pending.ts';
import type { Tally } from '../visit/tally.ts';

export interface WatchedPending extends Pending {
  /** What waits, and stays; not yet divided as the bounds of the wire may ask for. */
  peek(): Taken[];
}

/** @param onChange Told when something is about to be added, and when what waited was taken. */
export function watchPending(pending: Pending, onChange: () => void): WatchedPending {
  /** Those that were given out, which are added to elsewhere. */
  const tallies = new Map<Tally, Share>();
  return {
    ...pending,
    tallyOf(share) {
      const tally = pending.tallyOf(share);
      tallies.set(tally, share);
      onChange();
      return tally;
    },
    take() {
      tallies.clear();
      const taken = pending.take();
      onChange();
      return taken;
    },
    peek: () => [...tallies].map(([tally, share]) => ({ ...share, increments: Object.values(tally) })),
  };
}
