/** Looks for texts and numbers in the bytes of everything that a store has written. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A count that SQLite writes as these six bytes, which nothing else is likely to be. */
export const CANARY = 0x5ac3_7e91_d2;

const sixBytes = (number: number): Buffer => {
  const bytes = Buffer.alloc(6);
  bytes.writeUIntBE(number, 0, 6);
  return bytes;
};

export const bytesOf = (what: string | number): Buffer =>
  typeof what === 'string' ? Buffer.from(what) : sixBytes(what);

/** How often something stands in the files of a folder, by file; those without it are left out. */
export function found(folder: string, what: string | number): { readonly [file: string]: number } {
  const needle = bytesOf(what);
  const hits: { [file: string]: number } = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    let times = 0;
    for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 1)) times += 1;
    if (times > 0) hits[entry.name] = times;
  }
  return hits;
}
