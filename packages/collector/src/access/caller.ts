/** Who asks, once they have proved it: a person by their session, a program by its key, anybody by a link to a view. */
import type { Grant } from './grant.ts';
import type { ShareGrant } from './shares.ts';

export interface Caller {
  readonly kind: 'person' | 'key' | 'share';
  readonly id: string;
  /** A person's e-mail address, a key's or a link's name. */
  readonly name: string;
  readonly grant: Grant;
  /** Of a person: the id of the session by which they ask. */
  readonly session?: string;
  /** Of a link: what it shows. Routes that do not say so answer no link, whatever its grant. */
  readonly share?: ShareGrant;
}

/** Of a person who was a caller: their id, and that of the session. */
export interface PersonSession {
  readonly author: string;
  readonly session: string;
}
