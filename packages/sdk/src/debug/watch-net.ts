/** The network as the transport uses it, with a note of each body that goes out by it and of what came back. */
import type { createSend } from '../transport/send.ts';

export type Net = Parameters<typeof createSend>[0];

/** One way of a body to the collector. */
export interface Trip {
  /** When it set out, in milliseconds since 1970. */
  readonly at: number;
  /** Status of the answer; `null` while there is none; `dry` where nothing was sent in truth. */
  readonly answer: number | 'failed' | 'dry' | null;
}

export interface WatchedNet {
  readonly net: Net;
  /** The last that was made with this body from this page. */
  tripOf(body: string): Trip | undefined;
}

/**
 * @param net Sends.
 * @param isDry Nothing is sent, and the transport is told that all of it arrived.
 */
export function watchNet(net: Net, isDry: boolean, now: () => number, onChange: () => void): WatchedNet {
  const { fetch, navigator, Request } = net;
  const trips = new Map<string, Trip>();

  function note(body: string, trip: Trip): void {
    trips.set(body, trip);
    onChange();
  }

  return {
    tripOf: (body) => trips.get(body),
    net: {
      Request,
      navigator: {
        get onLine() {
          return navigator.onLine;
        },
        sendBeacon(url, body) {
          note(String(body), { at: now(), answer: isDry ? 'dry' : null });
          return isDry || navigator.sendBeacon(url, body);
        },
      },
      async fetch(url, init) {
        const body = String(init?.body);
        const at = now();
        note(body, { at, answer: isDry ? 'dry' : null });
        if (isDry) return new Response(null, { status: 204 });
        try {
          const response = await fetch(url, init);
          note(body, { at, answer: response.status });
          return response;
        } catch (error) {
          note(body, { at, answer: 'failed' });
          throw error; // the sender's to deal with
        }
      },
    },
  };
}
