/**
 * What the browser keeps for us: strings by name. Where storage is blocked or full, this page alone remembers.
 * Names every key there is, so that withdrawing can erase them all.
 */
import { attempt } from './quietly.ts';

export const CHOICE_KEY = 'holloway.choice';
export const VISIT_KEY = 'holloway.visit';
/** Where the browser was counted today. */
export const LEDGER_KEY = 'holloway.ledger';
/** Where it was counted before: written once a day. */
export const EARLIER_KEY = 'holloway.earlier';
export const OUTBOX_KEY = 'holloway.outbox';
/** Copies of the bodies that were sent in this visit, for the visitor to read. */
export const SENT_KEY = 'holloway.sent';
/** What the visitor stated of their own will: a JSON object of values by key. */
export const PREFERENCES_KEY = 'holloway.preferences';

/** The arms of layout tests that the browser is in: `hero=b grid=a`. */
export const ARMS_KEY = 'holloway.arms';

/** What counting keeps, in one storage or the other. */
export const COUNTING_KEYS = [ARMS_KEY, VISIT_KEY, LEDGER_KEY, EARLIER_KEY, OUTBOX_KEY, SENT_KEY];

export interface KeyValueStore {
  get(key: string): string | null;
  /** What cannot be stored this page alone remembers; what was stored before is gone. */
  set(key: string, value: string): void;
  /** All or nothing: what cannot be stored is forgotten, and what was stored before stays. @returns Whether it was. */
  replace(key: string, value: string): boolean;
  remove(key: string): void;
}

/** @param open Reading `window.localStorage` alone may throw, so it is read inside. */
export function createStore(open: () => Storage): KeyValueStore {
  const own = new Map<string, string>();
  const remove = (key: string): void => {
    own.delete(key);
    attempt(() => open().removeItem(key));
  };
  const replace = (key: string, value: string): boolean =>
    attempt(() => open().setItem(key, value) ?? true) ?? false;
  return {
    remove,
    replace,
    get: (key) => own.get(key) ?? attempt(() => open().getItem(key)) ?? null,
    set(key, value) {
      own.delete(key);
      // In one step: other tabs would hear of a removal first, and take it for one.
      if (replace(key, value)) return;
      remove(key);
      own.set(key, value);
    },
  };
}

/** JSON that was stored or published; `null` for nothing or for something else. */
export const parseStored = (text: string | null): unknown =>
  attempt(() => JSON.parse(text ?? 'null')) ?? null;
