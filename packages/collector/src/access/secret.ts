/**
 * The secret that signs session cookies: made at the first start, kept in a file that its owner alone can read.
 * Never printed. Losing it signs everybody out and nothing more.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

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
  const secret = randomBytes(BYTES).toString('hex');
  try {
    // "wx": of two processes that start at once, one writes and the other reads.
    writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx' });
    return secret;
  } catch (error) {
    const written = readSecret(file);
    if (written === null) throw error;
    return written;
  }
}
