/** Who is signed in, and what sites they may see. Does not know how it is drawn. */
import type { SiteSummary } from '@holloway/protocol';
import { type ReadonlySignal, signal } from '@preact/signals';
import { type Api, ApiError, type User } from '../api/client.ts';

export type SessionState =
  | { readonly state: 'starting' }
  | { readonly state: 'signed-out'; readonly reason: 'none' | 'ended' }
  | { readonly state: 'failed'; readonly error: ApiError }
  | { readonly state: 'signed-in'; readonly user: User; readonly sites: readonly SiteSummary[] };

export interface Session {
  readonly current: ReadonlySignal<SessionState>;
  /** Asks the collector who is signed in. */
  start(): Promise<void>;
  /** Rejects with an `ApiError`; the state stays signed out then. */
  signIn(email: string, password: string): Promise<void>;
  signOut(): Promise<void>;
  /** The collector no longer knows the session. */
  end(): void;
}

export function createSession(api: Api): Session {
  const current = signal<SessionState>({ state: 'starting' });

  async function start(): Promise<void> {
    try {
      const user = await api.getUser();
      current.value =
        user === null
          ? { state: 'signed-out', reason: 'none' }
          : { state: 'signed-in', user, sites: await api.getSites() };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      current.value =
        error.kind === 'signed-out' ? { state: 'signed-out', reason: 'none' } : { state: 'failed', error };
    }
  }

  return {
    current,
    start,
    async signIn(email, password) {
      await api.signIn(email, password);
      await start();
    },
    async signOut() {
      await api.signOut().catch(() => {
        // Unreachable: leaving the screen is still what was asked for; the cookie ends by itself.
      });
      current.value = { state: 'signed-out', reason: 'none' };
    },
    end() {
      current.value = { state: 'signed-out', reason: 'ended' };
    },
  };
}
