/**
 * What the browser keeps for us: strings by name. Where storage is blocked or full, this page alone remembers.
 * Names every key there is, so that withdrawing can erase them all.
 */
export const CHOICE_KEY = 'holloway.choice';
export const VISIT_KEY = 'holloway.visit';
export const LEDGER_KEY = 'holloway.ledger';
export const OUTBOX_KEY = 'holloway.outbox';

export interface KeyValueStore {
  get(key: string): string | null;
  /** @returns Whether the value outlives this page. */
  set(key: string, value: string): boolean;
  remove(key: string): void;
}

/** @param open Reading `window.localStorage` alone may throw, so it is read inside. */
export function createStore(open: () => Storage): KeyValueStore {
  const ownMemory = new Map<string, string>();
  return {
    get(key) {
      const own = ownMemory.get(key);
      if (own !== undefined) return own;
      try {
        return open().getItem(key);
      } catch {
        return null; // blocked: as if nothing was stored
      }
    },
    set(key, value) {
      try {
        open().setItem(key, value);
        ownMemory.delete(key);
        return true;
      } catch {
        ownMemory.set(key, value);
        return false;
      }
    },
    remove(key) {
      ownMemory.delete(key);
      try {
        open().removeItem(key);
      } catch {
        // Blocked: nothing of ours is there.
      }
    },
  };
}

/** JSON that this module's callers wrote; `null` for nothing or for something else. */
export function parseStored(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
