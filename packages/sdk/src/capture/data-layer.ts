/**
 * Reads what a shop pushes into its `dataLayer`, without touching it: whoever asks is given the entries that are new.
 * Does not know what they mean (commerce).
 */

/** `at` is younger than browsers that people use. */
const lastOf = (entries: readonly unknown[]): unknown => entries[entries.length - 1];

/**
 * @param isFromStart What stands there already is new, too.
 * @returns Reads on: gives the entries since the last reading.
 */
export function readDataLayer(window: object, isFromStart: boolean): () => readonly unknown[] {
  const entries = (): readonly unknown[] => {
    const { dataLayer } = window as { dataLayer?: unknown };
    return Array.isArray(dataLayer) ? dataLayer.filter(Boolean) : [];
  };
  // By the last entry, not by their number: tag managers drop old ones.
  let last = isFromStart ? undefined : lastOf(entries());
  return () => {
    const all = entries();
    const unread = all.slice(last === undefined ? 0 : all.lastIndexOf(last) + 1);
    if (unread.length > 0) last = lastOf(unread);
    return unread;
  };
}
