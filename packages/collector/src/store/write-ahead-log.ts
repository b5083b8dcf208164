/**
 * Looks into a write-ahead log before SQLite does. SQLite takes what is whole from its beginning and forgets the rest
 * without a word, which is right after a power cut, and a silent loss of what was acknowledged where the disk is at fault.
 * The format: https://www.sqlite.org/fileformat2.html#the_write_ahead_log
 */

const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
/** The lowest bit says in which order the bytes of checksums are. */
const MAGIC = 0x377f0682;

export interface LogDamage {
  /** Transactions that stand before the damage, and are taken. */
  readonly whole: number;
  /** Transactions at least that stand behind it: written, acknowledged, and not to be read any more. */
  readonly lost: number;
}

type Sums = readonly [number, number];

/** SQLite's own: two sums over pairs of 32-bit words, each carried on from what stood before. */
function sumOn([first, second]: Sums, bytes: DataView, from: number, to: number, little: boolean): Sums {
  let a = first;
  let b = second;
  for (let at = from; at < to; at += 8) {
    a = (a + bytes.getUint32(at, little) + b) >>> 0;
    b = (b + bytes.getUint32(at + 4, little) + a) >>> 0;
  }
  return [a, b];
}

/**
 * @param log Every byte of the file; may be empty.
 * @returns `null` where nothing that was acknowledged is lost, as far as can be told: a power cut in the middle of writing
 * leaves a last transaction that is torn, and one transaction that is torn looks the same wherever it comes from.
 */
export function damageOf(log: Uint8Array): LogDamage | null {
  if (log.byteLength < HEADER_BYTES) return null;
  const bytes = new DataView(log.buffer, log.byteOffset, log.byteLength);
  const magic = bytes.getUint32(0);
  const little = (magic & 1) === 0;
  const pageSize = bytes.getUint32(8);
  // The header is on the disk before a transaction behind it is: where it is torn, there is none.
  if ((magic & ~1) !== MAGIC || pageSize < 512 || pageSize > 65_536) return null;
  const sumsAt = (at: number): Sums => [bytes.getUint32(at), bytes.getUint32(at + 4)];
  const same = (x: Sums, y: Sums): boolean => x[0] === y[0] && x[1] === y[1];
  const frameBytes = FRAME_HEADER_BYTES + pageSize;
  let before = sumsAt(24);
  let isWhole = same(sumOn([0, 0], bytes, 0, 24, little), before);
  // Where the header is broken, the frames still tell which of them belong together.
  const saltsAt = isWhole || log.byteLength < HEADER_BYTES + frameBytes ? 16 : HEADER_BYTES + 8;
  /** Of this log, and the one that was written behind the frame before it. */
  const follows = (at: number, before: Sums): boolean => {
    // Frames of a log before this one have other salts: the file is written again from its beginning.
    if (!same(sumsAt(at + 8), sumsAt(saltsAt))) return false;
    const ofHeader = sumOn(before, bytes, at, at + 8, little);
    const sums = sumOn(ofHeader, bytes, at + FRAME_HEADER_BYTES, at + frameBytes, little);
    return same(sums, sumsAt(at + 16));
  };

  let whole = 0;
  let inARow = 0;
  let lost = 0;
  for (let at = HEADER_BYTES; at + frameBytes <= log.byteLength; at += frameBytes) {
    const isNext = follows(at, before);
    before = sumsAt(at + 16);
    if (!isNext) {
      isWhole = false;
      inARow = 0;
    } else if (bytes.getUint32(at + 4) !== 0) {
      // The last frame of a transaction.
      if (isWhole) whole += 1;
      else inARow += 1;
    }
    lost = Math.max(lost, inARow);
  }
  // Each transaction was on the disk before the next was begun: only the last may be torn by a power cut.
  return lost > 1 ? { whole, lost } : null;
}
