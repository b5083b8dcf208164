/**
 * Keeps the ledger from page to page: today's part under one key, small, for it is written often; what was counted
 * before under another, written once a day. Does not know what it says (visit/ledger).
 */
import { EARLIER_KEY, type KeyValueStore, LEDGER_KEY, parseStored } from '../storage.ts';
import { createLedger, type Ledger, type LedgerState } from '../visit/ledger.ts';

/** Of the stored form. Another does not tell where the browser was counted: then it is not, for 28 days. */
const VERSION = 2;

export interface KeptLedger extends Pick<Ledger, 'count'> {
  /** All or nothing. @returns Whether it is stored; if not, what it has marked since must not be sent. */
  keep(): boolean;
}

export function readLedger(store: KeyValueStore): KeptLedger {
  const [stored, earlier] = [store.get(LEDGER_KEY), store.get(EARLIER_KEY)];
  const today = parseStored(stored) as (LedgerState & { readonly v: number }) | null;
  const before = parseStored(earlier) as Pick<LedgerState, 'others' | 'lost'> | null;
  // One part without the other is none: something else than we has erased it.
  const whole = today?.v === VERSION && before?.lost ? { ...today, ...before } : null;
  const isNew = (stored ?? earlier) === null;
  const { count, state } = createLedger(isNew ? undefined : whole);
  return {
    count,
    keep() {
      const { others, lost, ...now } = state();
      if (now.day < 0 && lost.length === 0) return true; // it was not asked
      const text = JSON.stringify({ v: VERSION, ...now });
      return (
        text === stored ||
        // In this order: a day that stands in both parts is one that counts on.
        ((now.day === whole?.day || store.replace(EARLIER_KEY, JSON.stringify({ others, lost }))) &&
          store.replace(LEDGER_KEY, text))
      );
    },
  };
}
