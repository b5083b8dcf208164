/**
 * The private key that signs statements: made at first need, kept in a file that its owner alone can read, never
 * printed. Public keys are the store's to keep, so that what an older key signed verifies after a rotation.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { isPrivateKey, makeKey, type PrivateKey } from './sign.ts';

export interface SigningKeys {
  /** Read anew at each need, so that a rotation holds at once in every process. */
  current(): Promise<PrivateKey>;
  /** Makes another key the current one; the one before is gone and signs nothing again. */
  rotate(): Promise<PrivateKey>;
}

const ONLY_THE_OWNER = 0o600;

/** The key in `file`. Throws when it holds something else, without repeating it. */
function readKey(file: string): PrivateKey {
  let content: unknown = null;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error; // no JSON: refused below
  }
  if (!isPrivateKey(content))
    throw new Error(`${file} does not hold a signing key: move it away, and another is made.`);
  return content;
}

/** Whole and on the disk before anybody looks for it: there is no moment with half a key. @returns Where it is. */
function writeAside(file: string, key: PrivateKey): string {
  const aside = `${file}.${randomUUID()}`;
  writeFileSync(aside, `${JSON.stringify(key)}\n`, { mode: ONLY_THE_OWNER, flag: 'wx', flush: true });
  return aside;
}

export function keysIn(file: string): SigningKeys {
  return {
    async current() {
      if (existsSync(file)) return readKey(file);
      const aside = writeAside(file, await makeKey());
      try {
        // Of two processes that need it at once, one gives it the name and the other reads.
        linkSync(aside, file);
      } catch (error) {
        if (!existsSync(file)) throw error;
      } finally {
        unlinkSync(aside);
      }
      return readKey(file);
    },
    async rotate() {
      const key = await makeKey();
      renameSync(writeAside(file, key), file);
      return key;
    },
  };
}
