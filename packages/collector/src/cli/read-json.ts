/** A file that somebody wrote, as JSON; what cannot be read is a CommandError that repeats nothing of it. */
import { readFileSync } from 'node:fs';
import { CommandError } from './terminal.ts';

/** @param what It should be, such as `a policy`. */
export function readJson(file: string, what: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new CommandError('the file cannot be read', { cause });
  }
  try {
    return JSON.parse(text);
  } catch {
    // Without its cause, which quotes the file.
    throw new CommandError(`the file must be ${what} as JSON`);
  }
}
