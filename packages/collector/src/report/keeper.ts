/**
 * Keeps in memory what is slow to read and never changes, up to a total size: what was not asked for longest goes first.
 * Does not know what it keeps; that a key always means the same value is its caller's to see to.
 */
export interface Keeper<T> {
  /** The value of `key`; `make` is called where none is kept. A value that could not be made is not kept. */
  get(key: string, make: () => Promise<T>): Promise<T>;
  /** The same, of what is read once: what is made for it is not kept, and lets nothing go. */
  pass(key: string, make: () => Promise<T>): Promise<T>;
}

/** @param maxSize Of all values together; a value that is larger by itself is not kept. */
export function createKeeper<T>(maxSize: number, sizeOf: (value: T) => number): Keeper<T> {
  /** In the order in which they were asked for. */
  const kept = new Map<string, { readonly value: T; readonly size: number }>();
  const underWay = new Map<string, Promise<T>>();
  let size = 0;

  const forget = (key: string): void => {
    size -= kept.get(key)?.size ?? 0;
    kept.delete(key);
  };
  const keep = (key: string, value: T): void => {
    const entry = { value, size: sizeOf(value) };
    if (entry.size > maxSize) return;
    kept.set(key, entry);
    size += entry.size;
    for (const oldest of kept.keys()) {
      if (size <= maxSize) break;
      forget(oldest);
    }
  };
  const makeOnce = (key: string, make: () => Promise<T>): Promise<T> => {
    const making = make()
      .then((value) => {
        keep(key, value);
        return value;
      })
      .finally(() => underWay.delete(key));
    underWay.set(key, making);
    return making;
  };

  return {
    async get(key, make) {
      const entry = kept.get(key);
      if (entry === undefined) return underWay.get(key) ?? makeOnce(key, make);
      kept.delete(key);
      kept.set(key, entry);
      return entry.value;
    },
    pass: async (key, make) => kept.get(key)?.value ?? underWay.get(key) ?? make(),
  };
}
