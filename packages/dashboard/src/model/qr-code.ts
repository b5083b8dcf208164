/**
 * A text as a QR code (ISO/IEC 18004): as bytes, error correction L, versions 1 to 20. Pure; does not draw.
 * A screen is neither scratched nor dirty, so the level that gives the largest squares is the one that reads best.
 */

/** Rows of squares, `1` is dark. */
export type Squares = readonly (readonly (0 | 1)[])[];

/** By version, from 1. */
const CHECKS_PER_BLOCK = [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28];
const BLOCKS = [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8];

interface Shape {
  readonly version: number;
  readonly blocks: number;
  /** Bytes for error correction of each block. */
  readonly checks: number;
  /** Bytes in all. */
  readonly bytes: number;
}

const shapeOf = (version: number): Shape => {
  const aligned = Math.floor(version / 7) + 2;
  const patterns = version < 2 ? 0 : (25 * aligned - 10) * aligned - 55 + (version < 7 ? 0 : 36);
  return {
    version,
    blocks: BLOCKS[version - 1] ?? 0,
    checks: CHECKS_PER_BLOCK[version - 1] ?? 0,
    bytes: Math.floor(((16 * version + 128) * version + 64 - patterns) / 8),
  };
};

/** Multiplication in the field of 256 elements. */
function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    if ((b >> bit) & 1) product ^= a;
  }
  return product;
}

/** Reed and Solomon's. */
function checksOf(data: readonly number[], count: number): number[] {
  const divisor = [...new Array<number>(count - 1).fill(0), 1];
  for (let degree = 0, root = 1; degree < count; degree++, root = times(root, 2)) {
    for (let at = 0; at < count; at++) {
      divisor[at] = times(divisor[at] ?? 0, root) ^ (divisor[at + 1] ?? 0);
    }
  }
  const rest = new Array<number>(count).fill(0);
  for (const byte of data) {
    const factor = byte ^ (rest.shift() ?? 0);
    rest.push(0);
    for (let at = 0; at < count; at++) rest[at] = (rest[at] ?? 0) ^ times(divisor[at] ?? 0, factor);
  }
  return rest;
}

const binary = (value: number, digits: number): string => value.toString(2).padStart(digits, '0');

/** Data and checks of all blocks, woven together, as binary digits. `null` where the text does not fit. */
function contentOf(text: Uint8Array, { version, blocks, checks, bytes }: Shape): string | null {
  const room = (bytes - blocks * checks) * 8;
  const head = `0100${binary(text.length, version < 10 ? 8 : 16)}`;
  if (head.length + text.length * 8 > room) return null;
  const said = `${head}${[...text].map((byte) => binary(byte, 8)).join('')}0000`.slice(0, room);
  const filled = said.padEnd(Math.ceil(said.length / 8) * 8, '0').padEnd(room, '1110110000010001');
  const data = (filled.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  const short = Math.floor(bytes / blocks) - checks;
  const longer = bytes % blocks;
  const parts = Array.from({ length: blocks }, (_, block) => {
    const length = short + (block < blocks - longer ? 0 : 1);
    return data.splice(0, length);
  });
  const weave = (rows: readonly (readonly number[])[]): number[] =>
    Array.from({ length: short + checks + 1 }, (_, at) => rows.flatMap((row) => row[at] ?? [])).flat();
  return [...weave(parts), ...weave(parts.map((part) => checksOf(part, checks)))]
    .map((byte) => binary(byte, 8))
    .join('');
}

/** Remainder of a binary division, behind its number. */
function withRemainder(value: number, divisor: number, digits: number): number {
  let rest = value << digits;
  for (let bit = 31 - Math.clz32(rest); bit >= digits; bit--) {
    if ((rest >> bit) & 1) rest ^= divisor << (bit - digits);
  }
  return (value << digits) | rest;
}

const MASKS: readonly ((x: number, y: number) => number)[] = [
  (x, y) => (x + y) % 2,
  (_, y) => y % 2,
  (x) => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

/** What is the same whatever is said, but for the mask; `undefined` where the content goes. */
function patternsOf(version: number, mask: number): (0 | 1 | undefined)[][] {
  const size = 17 + 4 * version;
  const rows = Array.from({ length: size }, () => new Array<0 | 1 | undefined>(size).fill(undefined));
  const set = (x: number, y: number, isDark: boolean | number): void => {
    const row = rows[y];
    if (row !== undefined && x >= 0 && x < size) row[x] = isDark ? 1 : 0;
  };
  /** A square of rings around a place; in those of `light` distance. */
  const rings = (x: number, y: number, radius: number, light: readonly number[]): void => {
    for (let dy = -radius; dy <= radius; dy++) {
      for (let dx = -radius; dx <= radius; dx++) {
        set(x + dx, y + dy, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))));
      }
    }
  };
  for (let at = 0; at < size; at++) {
    set(6, at, at % 2 === 0);
    set(at, 6, at % 2 === 0);
  }
  const aligned = version < 2 ? 0 : Math.floor(version / 7) + 2;
  const step = Math.ceil((size - 13) / (2 * aligned - 2)) * 2;
  const places = Array.from({ length: aligned }, (_, at) =>
    at === 0 ? 6 : size - 7 - step * (aligned - 1 - at),
  );
  const isCorner = (x: number, y: number) =>
    [x, y].every((at) => at < 9 || at > size - 9) && x + y < 2 * size - 18;
  for (const x of places) for (const y of places) if (!isCorner(x, y)) rings(x, y, 2, [1]);
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    rings(x, y, 4, [2, 4]);

  const format = withRemainder(8 | mask, 0x537, 10) ^ 0x5412;
  for (let bit = 0; bit < 15; bit++) {
    const isDark = (format >> bit) & 1;
    set(8, bit < 6 ? bit : bit < 8 ? bit + 1 : size - 15 + bit, isDark);
    set(bit < 8 ? size - 1 - bit : bit < 9 ? 7 : 14 - bit, 8, isDark);
  }
  set(8, size - 8, true);
  if (version >= 7) {
    const told = withRemainder(version, 0x1f25, 12);
    for (let bit = 0; bit < 18; bit++) {
      const [along, across] = [size - 11 + (bit % 3), Math.floor(bit / 3)];
      set(along, across, (told >> bit) & 1);
      set(across, along, (told >> bit) & 1);
    }
  }
  return rows;
}

function draw(content: string, version: number, mask: number): Squares {
  const rows = patternsOf(version, mask);
  const size = rows.length;
  let next = 0;
  // Two columns at a time from the right, up and down in turn; the one of the pattern at the left is skipped.
  for (let pair = 0, right = size - 1; right > 0; pair++, right -= right === 8 ? 3 : 2) {
    for (let step = 0; step < size; step++) {
      const y = pair % 2 === 0 ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        const row = rows[y] ?? [];
        if (row[x] !== undefined) continue;
        const isDark = (content[next++] === '1') !== (MASKS[mask]?.(x, y) === 0);
        row[x] = isDark ? 1 : 0;
      }
    }
  }
  return rows as Squares;
}

/** How much in it could mislead a reader: long runs, blocks, what looks like a corner, too dark or light. */
function penaltyOf(squares: Squares): number {
  const lines = [...squares, ...squares.map((_, x) => squares.map((row) => row[x] ?? 0))].map((line) =>
    line.join(''),
  );
  let penalty = 0;
  for (const line of lines) {
    for (const [run] of line.matchAll(/(.)\1{4,}/g)) penalty += run.length - 2;
    penalty += 40 * [...line.matchAll(/(?=10111010000|00001011101)/g)].length;
  }
  let dark = 0;
  squares.forEach((row, y) => {
    row.forEach((square, x) => {
      dark += square;
      const others = [row[x + 1], squares[y + 1]?.[x], squares[y + 1]?.[x + 1]];
      if (others.every((other) => other === square)) penalty += 3;
    });
  });
  return penalty + Math.floor(Math.abs((dark * 20) / squares.length ** 2 - 10)) * 10;
}

/** `null` for a text of more than 858 bytes. */
export function qrCode(text: string): Squares | null {
  const bytes = new TextEncoder().encode(text);
  for (let version = 1; version <= BLOCKS.length; version++) {
    const content = contentOf(bytes, shapeOf(version));
    if (content === null) continue;
    const drawn = MASKS.map((_, mask) => draw(content, version, mask));
    const penalties = drawn.map(penaltyOf);
    return drawn[penalties.indexOf(Math.min(...penalties))] ?? null;
  }
  return null;
}
