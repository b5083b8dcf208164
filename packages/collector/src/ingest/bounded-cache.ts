/**
 * A map that forgets what was not asked for lately. Memory only; does not know what it holds.
 * Two generations instead of a list in order of use: a hit costs one look-up and moves nothing.
 */
export class BoundedCache<V extends object> {
  readonly #generationSize: number;
  #young = new Map<string, V>();
  #old = new Map<string, V>();

  /** @param capacity At most so many entries are held; at least half as many of the latest survive. */
  constructor(capacity: number) {
    this.#generationSize = Math.max(1, Math.floor(capacity / 2));
  }

  get size(): number {
    return this.#young.size + this.#old.size;
  }

  /** The value of `key`; `make` is called where none is held. */
  get(key: string, make: () => V): V {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const value = this.#old.get(key) ?? make();
    this.#old.delete(key);
    this.#young.set(key, value);
    if (this.#young.size >= this.#generationSize) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    return value;
  }
}
