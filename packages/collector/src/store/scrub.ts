/**
 * Overwrites the unused parts of pages. `secure_delete` zeroes what is deleted where it stood; but when SQLite balances a
 * b-tree it moves rows to other pages and leaves copies behind, between the cell pointers of a page and its cells, and
 * those stay when the rows are deleted later. Only that gap is written to, which means nothing to SQLite.
 */
import { fstatSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';
import { sizesOf } from './sizes.ts';

/** Of the file format: the first byte of a page of a b-tree. Of others it is 0, in files of less than 128 GB. */
const INTERIOR = new Set([2, 5]);
const LEAF = new Set([10, 13]);
const FILE_HEADER_BYTES = 100;

/** Where the gap of a page is; `null` for a page that has none. See https://sqlite.org/fileformat2.html#b_tree_pages. */
function gapOf(page: Buffer, number: number): { readonly start: number; readonly end: number } | null {
  const header = number === 1 ? FILE_HEADER_BYTES : 0;
  const kind = page[header] ?? 0;
  if (!INTERIOR.has(kind) && !LEAF.has(kind)) return null;
  const pointers = header + (INTERIOR.has(kind) ? 12 : 8);
  const start = pointers + 2 * page.readUInt16BE(header + 3);
  // 0 stands for 65536, which a page of that size begins its cells at when it is empty.
  const end = page.readUInt16BE(header + 5) || page.length;
  return start < end && end <= page.length ? { start, end } : null;
}

/**
 * Of each file one descriptor for as long as the process lives: closing one would take away the locks that SQLite holds on
 * the file in this process (https://sqlite.org/howtocorrupt.html, 2.2).
 */
const opened = new Map<string, number>();
function descriptorOf(file: string): number {
  const known = opened.get(file);
  if (known !== undefined && fstatSync(known).ino === statSync(file).ino) return known;
  const descriptor = openSync(file, 'r+');
  opened.set(file, descriptor);
  return descriptor;
}

function scrubPages(file: string, pageSize: number, first: number, last: number): void {
  const descriptor = descriptorOf(file);
  const pages = Buffer.alloc((last - first + 1) * pageSize);
  const start = (first - 1) * pageSize;
  readSync(descriptor, pages, 0, pages.length, start);
  for (let at = 0; at < pages.length; at += pageSize) {
    const gap = gapOf(pages.subarray(at, at + pageSize), first + at / pageSize);
    if (gap === null) continue;
    const used = pages.subarray(at + gap.start, at + gap.end);
    if (used.every((byte) => byte === 0)) continue;
    writeSync(descriptor, used.fill(0), 0, used.length, start + at + gap.start);
  }
}

/** Somebody writes or reads all the time. */
const ATTEMPTS = 20;
/** From here on the first byte of a page that is none of a b-tree may be what it is not: such a file is left as it is. */
const MAX_PAGES = 0x02_00_00_00;

/**
 * While this holds the lock of writers and the write-ahead log is empty, the file is all there is, and nobody changes it.
 * Ends with a write of its own: then every other connection forgets the pages that it has in memory, gaps and all.
 *
 * @param from Number of the first page, from 1.
 * @returns The next page; `null` after the last. The same page where the log could not be emptied.
 */
export function scrubSome(file: string, from: number, count: number): number | null {
  const db = new Database(file, { fileMustExist: true, timeout: 5_000 });
  try {
    const pageSize = db.pragma('page_size', { simple: true }) as number;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.exec('BEGIN IMMEDIATE');
      if (sizesOf(file).log === 0) {
        const all = db.pragma('page_count', { simple: true }) as number;
        const last = Math.min(all, from + count - 1);
        if (from <= last && all < MAX_PAGES) scrubPages(file, pageSize, from, last);
        db.pragma(`user_version = ${db.pragma('user_version', { simple: true })}`);
        db.exec('COMMIT');
        return last >= all ? null : last + 1;
      }
      db.exec('ROLLBACK');
    }
    return from;
  } finally {
    db.close();
  }
}
