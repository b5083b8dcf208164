import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../../test/temporary.ts';
import { damageOf } from './write-ahead-log.ts';

const HEADER_BYTES = 32;
const FRAME_BYTES = 24 + 4096;

/** A log with so many transactions of one page each. */
function logOf(transactions: number): Buffer {
  const file = join(temporaryFolder(), 'some.sqlite');
  const db = new Database(file);
  onTestFinished(() => void db.close());
  db.pragma('journal_mode = WAL');
  db.exec('CREATE TABLE t (x)');
  db.pragma('wal_checkpoint(TRUNCATE)');
  for (let i = 0; i < transactions; i += 1) db.prepare('INSERT INTO t VALUES (?)').run(i);
  const log = readFileSync(`${file}-wal`);
  expect(log.length).toBe(HEADER_BYTES + transactions * FRAME_BYTES);
  return log;
}

/** One bit of the given frame, counted from 1, is another. */
function flipped(log: Buffer, frame: number, byte = 100): Buffer {
  const copy = Buffer.from(log);
  const at = HEADER_BYTES + (frame - 1) * FRAME_BYTES + byte;
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
  return copy;
}

describe('a write-ahead log', () => {
  it.each([
    { what: 'empty', log: () => Buffer.alloc(0) },
    { what: 'a header alone', log: () => logOf(1).subarray(0, HEADER_BYTES) },
    { what: 'no log at all', log: () => Buffer.from('x'.repeat(10_000)) },
    { what: 'whole', log: () => logOf(5) },
    { what: 'torn in its last transaction', log: () => logOf(5).subarray(0, -1000) },
    { what: 'broken in its last transaction', log: () => flipped(logOf(5), 5) },
  ])('that is $what has lost nothing that could be told', ({ log }) => {
    expect(damageOf(log())).toBe(null);
  });

  it.each([
    { where: 'a page', byte: 100 },
    { where: 'the checksum of a frame', byte: 17 },
    { where: 'the salts of a frame', byte: 9 },
  ])('with one wrong bit in $where has lost every transaction from there on', ({ byte }) => {
    expect(damageOf(flipped(logOf(6), 3, byte))).toMatchObject({ whole: 2 });
  });

  it('tells how many transactions stand before the damage and behind it', () => {
    expect(damageOf(flipped(logOf(6), 3))).toEqual({ whole: 2, lost: 3 });
  });

  it('with a broken header has lost all', () => {
    const log = logOf(4);
    log.writeUInt8(log.readUInt8(20) ^ 1, 20);
    expect(damageOf(log)).not.toBe(null);
  });

  it('that goes on behind with frames of a log before it is whole', () => {
    const older = logOf(6);
    const newer = logOf(3);
    expect(damageOf(Buffer.concat([newer, older.subarray(newer.length)]))).toBe(null);
  });
});
