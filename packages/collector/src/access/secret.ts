/**
 * The secret that signs session cookies and encrypts what authenticator apps are checked by: made at the first start,
 * kept in a file that its owner alone can read. Never printed. Losing it signs everybody out, and apps are set up anew.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeOnce } from '../store/write-once.ts';

const BYTES = 32;
const SHAPE = /^[0-9a-f]{64}$/;

/** The content of `file`; `null` when there is none. Throws when it holds something else than a secret. */
function readSecret(file: string): string | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  if (!SHAPE.test(text)) throw new Error(`${file} does not hold a secret: delete it, and another is made.`);
  return text;
}

/** The secret in `file`, 64 hex digits; made on the first call. */
export function loadSecret(file: string): string {
  const kept = readSecret(file);
  if (kept !== null) return kept;
  // Of two processes that start at once one writes, and both read.
  writeOnce(file, `${randomBytes(BYTES).toString('hex')}\n`);
  const written = readSecret(file);
  if (written === null) throw new Error('the secret that was just written is not there');
  return written;
}
