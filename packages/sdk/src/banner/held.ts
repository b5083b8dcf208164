/** Everything that this browser holds of ours, key by key, with what it is for. Pure but for reading the stores. */
import type { Messages, Wording } from '@holloway/protocol';
import { readCookie } from '../consent/cookie-store.ts';
import {
  ARMS_KEY,
  CHOICE_KEY,
  EARLIER_KEY,
  LEDGER_KEY,
  OUTBOX_KEY,
  PREFERENCES_KEY,
  parseStored,
  SENT_KEY,
  VISIT_KEY,
} from '../storage.ts';
import { amount, plural } from './amount.ts';
import type { UiDeps } from './ui-contract.ts';

export interface Held {
  readonly key: string;
  readonly meaning: string;
  /** How much it is: bytes, or messages. */
  readonly size: string;
  /** As it is held; of messages their bodies, apart by empty lines, exactly as they go out. */
  readonly text: string;
}

const MEANINGS: { readonly [key: string]: keyof Messages } = {
  [CHOICE_KEY]: 'heldChoice',
  [PREFERENCES_KEY]: 'heldPreferences',
  [VISIT_KEY]: 'heldVisit',
  [LEDGER_KEY]: 'heldLedger',
  [EARLIER_KEY]: 'heldLedger',
  [OUTBOX_KEY]: 'heldOutbox',
  [SENT_KEY]: 'heldSent',
  [ARMS_KEY]: 'groups',
};

/** The bodies of messages under these keys. */
const BODIES: { readonly [key: string]: (stored: never) => readonly string[] } = {
  [OUTBOX_KEY]: ({ parcels }: { readonly parcels: readonly { readonly body: string }[] }) =>
    parcels.map(({ body }) => body),
  [SENT_KEY]: (bodies: readonly string[]) => bodies,
};

/** What is held under a key, wherever it is: a choice for several sub-domains is in a cookie. */
export const heldUnder = ({ window, shared, own }: Pick<UiDeps, 'window' | 'shared' | 'own'>, key: string) =>
  shared.get(key) ?? own.get(key) ?? readCookie(window.document, key);

export function heldOf(
  deps: Pick<UiDeps, 'window' | 'shared' | 'own'>,
  { language, messages }: Pick<Wording, 'language' | 'messages'>,
): readonly Held[] {
  return Object.keys(MEANINGS).flatMap((key) => {
    const text = heldUnder(deps, key);
    if (text === null) return [];
    const meaning = key === ARMS_KEY ? messages.groups.tests : messages[MEANINGS[key] as 'heldChoice'];
    const bodies = BODIES[key]?.(parseStored(text) as never);
    if (!bodies) {
      const bytes = new TextEncoder().encode(text).length;
      return [{ key, meaning, size: amount(language, bytes, 'byte'), text }];
    }
    const size = plural(language, messages[key === SENT_KEY ? 'sent' : 'queued'], bodies.length);
    return [{ key, meaning, size, text: bodies.join('\n\n') }];
  });
}
