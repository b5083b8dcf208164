/**
 * What a browser stores, as its tabs see it: each is a process with a copy of its own, to which what another wrote comes
 * a little later, unless a lock is handed over. May be blocked, full, or read only.
 */
export type StorageMode = 'works' | 'blocked' | 'full' | 'read-only';

type Items = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface SharedStorage {
  mode: StorageMode;
  /** Another tab's view of it. */
  open(): View;
  /** Whatever was written has come to every tab. */
  settle(): void;
  clear(): void;
}

export interface View {
  readonly storage: Storage;
  refresh(): void;
  /** After so many further writes nothing is written any more: the tab crashes. */
  crashAfter(writes: number): void;
}

const refuse = (name: string): never => {
  throw new DOMException(name, name);
};

export function createSharedStorage(): SharedStorage {
  let stored = new Map<string, string>();
  const views = new Set<View>();
  const shared: SharedStorage = {
    mode: 'works',
    open() {
      let copy = new Map(stored);
      let writesLeft = Number.POSITIVE_INFINITY;
      const items: Items = {
        getItem(key) {
          if (shared.mode === 'blocked') refuse('SecurityError');
          return copy.get(key) ?? null;
        },
        setItem(key, value) {
          if (shared.mode === 'blocked') refuse('SecurityError');
          const grows = value.length > (copy.get(key)?.length ?? 0);
          if (shared.mode === 'read-only' || (shared.mode === 'full' && grows)) refuse('QuotaExceededError');
          if (writesLeft-- <= 0) return;
          copy.set(key, value);
          stored.set(key, value);
        },
        removeItem(key) {
          if (shared.mode === 'blocked') refuse('SecurityError');
          if (writesLeft-- <= 0) return;
          copy.delete(key);
          stored.delete(key);
        },
      };
      const view: View = {
        storage: items as Storage,
        refresh() {
          copy = new Map(stored);
        },
        crashAfter(writes) {
          writesLeft = writes;
        },
      };
      views.add(view);
      return view;
    },
    settle() {
      for (const view of views) view.refresh();
    },
    clear() {
      stored = new Map();
      shared.settle();
    },
  };
  return shared;
}
