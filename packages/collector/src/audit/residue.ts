/**
 * What is left in pages of the file that are not in use: nothing, where every writer overwrites what it deletes. Reads the
 * file itself, for SQLite does not show what it thinks is gone. What is left inside pages in use is scrubbed every hour
 * (store/scrub).
 */
import { closeSync, openSync, readSync, statSync } from 'node:fs';

// Of the file format: https://sqlite.org/fileformat2.html#the_freelist
const HEADER = { bytes: 100, pageSize: 16, firstTrunk: 32 } as const;
const TRUNK_HEAD_BYTES = 8;
const TRIES = 3;

/** @returns How many free pages hold anything; `null` where the file was written to meanwhile. */
function look(file: string): number | null {
  const before = statSync(file).mtimeMs;
  const descriptor = openSync(file, 'r');
  try {
    const header = Buffer.alloc(HEADER.bytes);
    if (readSync(descriptor, header, 0, HEADER.bytes, 0) < HEADER.bytes) return 0;
    // 1 stands for 65536, which has no room in two bytes.
    const given = header.readUInt16BE(HEADER.pageSize);
    const size = given === 1 ? 65_536 : given;
    const page = Buffer.alloc(size);
    const read = (number: number): Buffer => {
      readSync(descriptor, page, 0, size, (number - 1) * size);
      return page;
    };
    const seen = new Set<number>();
    let dirty = 0;
    let trunk = header.readUInt32BE(HEADER.firstTrunk);
    while (trunk !== 0 && !seen.has(trunk)) {
      seen.add(trunk);
      read(trunk);
      const next = page.readUInt32BE(0);
      const leaves = Math.min(page.readUInt32BE(4), (size - TRUNK_HEAD_BYTES) / 4);
      const numbers = Array.from({ length: leaves }, (_, i) => page.readUInt32BE(TRUNK_HEAD_BYTES + 4 * i));
      for (const number of numbers) if (read(number).some((byte) => byte !== 0)) dirty += 1;
      trunk = next;
    }
    return statSync(file).mtimeMs === before ? dirty : null;
  } finally {
    closeSync(descriptor);
  }
}

/** @returns How many free pages hold anything; `null` where the file is written to all the time. */
export function dirtyPages(file: string): number | null {
  for (let i = 0; i < TRIES; i += 1) {
    const dirty = look(file);
    if (dirty !== null) return dirty;
  }
  return null;
}
