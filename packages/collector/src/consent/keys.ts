/**
 * The private key that signs statements: made at first need, kept in a file that its owner alone can read, never
 * printed. Public keys are the store's to keep, so that what an older key signed verifies after a rotation.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
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

export function keysIn(file: string): SigningKeys {
  return {
    async current() {
      if (existsSync(file)) return readKey(file);
      const made = JSON.stringify(await makeKey());
      try {
        // "wx": of two processes that need it at once, one writes and the other reads.
        writeFileSync(file, `${made}\n`, { mode: ONLY_THE_OWNER, flag: 'wx' });
      } catch (error) {
        if (!existsSync(file)) throw error;
      }
      return readKey(file);
    },
    async rotate() {
      const key = await makeKey();
      const next = `${file}.next`;
      writeFileSync(next, `${JSON.stringify(key)}\n`, { mode: ONLY_THE_OWNER });
      // At once: there is no moment without a key, nor with half of one.
      renameSync(next, file);
      return key;
    },
  };
}
