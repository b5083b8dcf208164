/**
 * A copy of the bodies that were sent, in this tab's storage, for the visitor to read in the privacy centre. The last ones
 * alone, so that it never grows; erased with everything else.
 */
import { type KeyValueStore, parseStored, SENT_KEY } from '../storage.ts';

const MAX_BODIES = 40;

/** @param body As it went out; one that is sent again is logged once. */
export function logSent(store: KeyValueStore, body: string): void {
  const bodies = (parseStored(store.get(SENT_KEY)) as string[] | null) ?? [];
  if (!bodies.includes(body)) store.replace(SENT_KEY, JSON.stringify([...bodies, body].slice(-MAX_BODIES)));
}
