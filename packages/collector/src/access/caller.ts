/** Who asks, once they have proved it: a person by their session, or a program by its key. */
import type { Grant } from './grant.ts';

export interface Caller {
  readonly kind: 'person' | 'key';
  readonly id: string;
  /** A person's e-mail address, a key's name. */
  readonly name: string;
  readonly grant: Grant;
  /** Of a person: the id of the session by which they ask. */
  readonly session?: string;
}
