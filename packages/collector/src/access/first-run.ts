/**
 * The first account, without a password that everybody knows: whoever can read a file beside the database may make it,
 * once. Leaves making accounts to others.
 */
import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { writeOnce } from '../store/write-once.ts';

const BYTES = 16;
const SHAPE = /^[0-9a-f]{32}$/;

export interface FirstRun {
  /** Makes the code where there is none. */
  open(): void;
  /** Whether this is the code; takes as long whatever it is. False where there is none. */
  matches(code: string): boolean;
  /** Takes the code away; no other is made. */
  close(): void;
}

const digest = (text: string): Buffer => Buffer.from(hash('sha256', text, 'buffer'));

/** @param file Holds the code, readable by its owner alone. */
export function createFirstRun(file: string): FirstRun {
  return {
    open() {
      if (!existsSync(file)) writeOnce(file, `${randomBytes(BYTES).toString('hex')}\n`);
    },
    matches(code) {
      const kept = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
      return timingSafeEqual(digest(kept), digest(code)) && SHAPE.test(kept);
    },
    close: () => rmSync(file, { force: true }),
  };
}
