/** What all trials of a kind come to, as figures: nothing may be lost, nothing may count twice. */
import type { KillResult } from '../../packages/collector/test/faults/kill.ts';
import type { Figure } from '../figure.ts';

export interface Totals {
  readonly what: string;
  readonly trials: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly doubled: number;
  /** Batches that had no answer when it ended, or were turned away, and were sent again. */
  readonly sentAgain: number;
  add(result: KillResult): void;
}

export function totalsOf(what: string): Totals {
  const totals = {
    what,
    trials: 0,
    acknowledged: 0,
    lost: 0,
    doubled: 0,
    sentAgain: 0,
    add({ found, resent, unanswered }: KillResult): void {
      totals.trials += 1;
      totals.sentAgain += unanswered;
      // Browsers remember from the first trial to the last, and so does the database.
      totals.acknowledged = resent.acknowledged;
      totals.lost = Math.max(totals.lost, found.lost, resent.lost);
      totals.doubled = Math.max(totals.doubled, found.doubled, resent.doubled);
    },
  };
  return totals;
}

const counted = (trials: number): string => (trials === 1 ? '1 trial' : `${trials} trials`);

export const tableOfTotals = (totals: Totals): Figure[] => {
  const { what, trials, acknowledged, lost, doubled, sentAgain } = totals;
  const detail = `${counted(trials)}; ${sentAgain.toLocaleString('en')} batches sent again`;
  return [
    { name: `${what}: batches acknowledged`, value: acknowledged, unit: '', detail },
    { name: `${what}: lost`, value: lost, unit: '', budget: 0 },
    { name: `${what}: counted twice`, value: doubled, unit: '', budget: 0 },
  ];
};

/** Of a collector with a fault. Where the trials do not see it, they show nothing, and that is no figure but an error. */
export const foundOut = ({ what, trials, lost, doubled }: Totals): Figure[] => {
  if (lost + doubled === 0)
    throw new Error(`a collector that ${what} was not found out in ${counted(trials)}`);
  const detail = `found out in ${counted(trials)}; ${lost} lost, ${doubled} counted twice`;
  return [
    { name: `a collector that ${what}: lost or counted twice`, value: lost + doubled, unit: '', detail },
  ];
};
