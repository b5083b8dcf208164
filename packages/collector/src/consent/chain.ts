/**
 * The chain of a site's statements: each names the hash of the one before, so that none can be changed, left out or
 * put in between unseen. Says whether a chain holds; what follows from that is for whoever asks.
 */
import type { Day, ParseResult, PublicKey, SignedStatement, Statement } from '@holloway/protocol';
import { UNPUBLISHED_STATEMENT } from '../store/store.ts';
import type { StatementContent } from './draft.ts';
import { contentHash, shortId } from './hash.ts';
import { signedBy } from './sign.ts';

export type UnsignedStatement = Omit<SignedStatement, 'signature'>;

/** @returns Refused where its id is taken, which a stored choice could then not tell apart. */
export function append(
  chain: readonly Pick<SignedStatement, 'id' | 'hash'>[],
  content: StatementContent,
  published: Day,
): ParseResult<UnsignedStatement> {
  const statement: Statement = { ...content, published, previous: chain.at(-1)?.hash ?? null };
  const hash = contentHash(statement);
  const id = shortId(hash);
  return id === UNPUBLISHED_STATEMENT || chain.some((before) => before.id === id)
    ? {
        ok: false,
        issue: {
          field: 'statement',
          rule: 'would have an id that is taken: change any text, and publish again',
        },
      }
    : { ok: true, value: { id, hash, statement } };
}

export interface Verdict {
  readonly id: string;
  /** Hash and id are those of the statement: nothing of it was changed. */
  readonly intact: boolean;
  /** It names the statement before it, or is the first and names none. */
  readonly chained: boolean;
  /** The key that signed it, of those that are known; `null` where none did. */
  readonly key: string | null;
}

/** @param chain Oldest first. */
export const verifyChain = (
  chain: readonly SignedStatement[],
  keys: readonly PublicKey[],
): Promise<readonly Verdict[]> =>
  Promise.all(
    chain.map(async ({ id, hash, statement, signature }, i) => ({
      id,
      intact: contentHash(statement) === hash && shortId(hash) === id,
      chained: statement.previous === (chain[i - 1]?.hash ?? null),
      key: (await signedBy(statement, signature, keys))?.kid ?? null,
    })),
  );

export const holds = ({ intact, chained, key }: Verdict): boolean => intact && chained && key !== null;
