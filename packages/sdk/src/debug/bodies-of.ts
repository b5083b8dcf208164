/** What was sent from this tab, and what of it waits to be sent again: as it is kept, with what is known of its way. */
import { type KeyValueStore, OUTBOX_KEY, parseStored, SENT_KEY } from '../storage.ts';
import type { Trip } from './watch-net.ts';

export interface Body {
  /** Exactly as it goes out. */
  readonly text: string;
  readonly bytes: number;
  /** When it set out, or was made, in milliseconds since 1970; `null` where an earlier page sent it. */
  readonly at: number | null;
  /** In a few words: what became of it. */
  readonly state: string;
}

interface Parcel {
  readonly body: string;
  readonly madeAt: number;
  readonly sentAt?: number;
}

const RETRIED = 'kept, to be sent again';
const COUNTED = 204;

/**
 * @param trip The last from this page.
 * @param parcel Absent where it is not kept.
 */
function stateOf(trip: Trip | undefined, parcel: Parcel | undefined): string {
  if (!trip && !parcel) return 'sent by an earlier page';
  if (!trip) return parcel?.sentAt === undefined ? 'kept, to be sent' : `answer not heard, ${RETRIED}`;
  const { answer } = trip;
  if (answer === 'dry') return 'not sent';
  if (answer === null) return 'on its way';
  if (answer === 'failed') return `no connection, ${RETRIED}`;
  if (answer === COUNTED) return `${answer}, counted`;
  return `${answer}, ${parcel ? RETRIED : 'refused for good'}`;
}

/** @returns The newest first. */
export function bodiesOf(own: KeyValueStore, tripOf: (body: string) => Trip | undefined): Body[] {
  const sent = (parseStored(own.get(SENT_KEY)) as string[] | null) ?? [];
  const outbox = parseStored(own.get(OUTBOX_KEY)) as { readonly parcels: readonly Parcel[] } | null;
  const kept = new Map(outbox?.parcels.map((parcel) => [parcel.body, parcel]));
  return [...new Set([...sent, ...kept.keys()])].reverse().map((text) => {
    const trip = tripOf(text);
    return {
      text,
      bytes: new TextEncoder().encode(text).length,
      at: trip?.at ?? kept.get(text)?.madeAt ?? null,
      state: stateOf(trip, kept.get(text)),
    };
  });
}

/** As JSON for people: an increment a line. What is no body stays as it is. */
export function prettyBody(text: string): string {
  const body = parseStored(text) as { readonly increments: readonly unknown[] } | null;
  if (!Array.isArray(body?.increments)) return text;
  const { increments, ...head } = body;
  const lines = increments.map((increment) => `    ${JSON.stringify(increment)}`).join(',\n');
  return `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "increments": [\n${lines}\n  ]\n}`;
}
