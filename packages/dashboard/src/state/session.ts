/** Who is signed in, and what sites they may see. Does not know how it is drawn. */
import type { Account, SiteSummary } from '@holloway/protocol';
import { type Api, ApiError } from '../api/client.ts';
import { type ReadonlySignal, signal } from './signal.ts';

export type SessionState =
  | { readonly state: 'starting' }
  | { readonly state: 'signed-out'; readonly reason: 'none' | 'ended' }
  | { readonly state: 'failed'; readonly error: ApiError }
  | { readonly state: 'signed-in'; readonly account: Account; readonly sites: readonly SiteSummary[] };

export interface Session {
  readonly current: ReadonlySignal<SessionState>;
  /** Asks the collector who is signed in: at first, after signing in, and when the account has changed. */
  start(): Promise<void>;
  signOut(): Promise<void>;
  /** The collector no longer knows the session. */
  end(): void;
}

export function createSession(api: Api): Session {
  const current = signal<SessionState>({ state: 'starting' });

  async function start(): Promise<void> {
    try {
      const account = await api.getAccount();
      current.value =
        account === null
          ? { state: 'signed-out', reason: 'none' }
          : { state: 'signed-in', account, sites: await api.getSites() };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      current.value =
        error.kind === 'signed-out' ? { state: 'signed-out', reason: 'none' } : { state: 'failed', error };
    }
  }

  return {
    current,
    start,
    async signOut() {
      await api.signOut().catch(() => {
        // Unreachable: leaving the screen is still what was asked for; the cookie ends by itself.
      });
      current.value = { state: 'signed-out', reason: 'none' };
    },
    end() {
      if (current.value.state === 'signed-in') current.value = { state: 'signed-out', reason: 'ended' };
    },
  };
}
