/**
 * A copy of the bodies that were sent, in this tab's storage, for the visitor to read in the privacy centre. The last ones
 * alone, so that it never grows; erased with everything else.
 */
import { type KeyValueStore, SENT_KEY } from '../storage.ts';

const MAX_LENGTH = 32 * 1024;
/** Between two bodies, and nowhere in one: there every quotation mark has a backslash before it. */
const BETWEEN = '","';

/** @param body As it went out; one that is sent again is logged once. */
export function logSent(store: KeyValueStore, body: string): void {
  // An array, written without being read: it is long, and the page waits.
  const log = store.get(SENT_KEY) ?? '[]';
  const text = JSON.stringify(body);
  if (log.includes(text)) return;
  const bodies = log.length > 2 ? `${log.slice(1, -1)},${text}` : text;
  const isLong = bodies.length > MAX_LENGTH;
  // No body is longer than half of it.
  const last = bodies.slice(-MAX_LENGTH);
  store.replace(SENT_KEY, `[${isLong ? last.slice(last.indexOf(BETWEEN) + 2) : bodies}]`);
}
