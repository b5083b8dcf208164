import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { qrCode } from './qr-code.ts';

const drawn = (text: string): string =>
  (qrCode(text) ?? []).map((row) => row.map((square) => '.#'[square]).join('')).join('\n');

const LINK =
  'otpauth://totp/Holloway:ada%40store.example?secret=ABCDEFGHIJKLMNOPQRSTUVWXYZ234567&issuer=Holloway&digits=6&period=30';

// What is expected here was made with lean-qr 2.7.4, as ASCII and with correction L.
describe('a QR code', () => {
  it('of a word is the one that others make', () => {
    expect(`\n${drawn('holloway')}\n`).toBe(`
#######...#.#.#######
#.....#.#.#.#.#.....#
#.###.#.#.##..#.###.#
#.###.#.....#.#.###.#
#.###.#.#####.#.###.#
#.....#.###...#.....#
#######.#.#.#.#######
........#............
##.#..##..###.###.##.
#.#.##.#.#.#.##.#.###
....####...#..##.#..#
.#.##.....#.###..#.##
.#.#.##..#.#..#.#....
........##...###..#.#
#######.#..##.######.
#.....#.......#.#..#.
#.###.#...#.####...#.
#.###.#.##...##.#####
#.###.#..###.####.#.#
#.....#.#..##........
#######.#....#.#.#.#.
`);
  });

  it.each([
    { of: 'a link for an app', text: LINK, size: 41, hash: '081cb327d60f7fbd' },
    {
      of: 'so much that its version is told',
      text: 'a'.repeat(200),
      size: 53,
      hash: 'd6ac8435bc9e74f8',
    },
    { of: 'as much as there is room for', text: 'a'.repeat(858), size: 97, hash: 'df043b3e00e829e5' },
  ])('of $of is too', ({ text, size, hash }) => {
    expect(qrCode(text)).toHaveLength(size);
    expect(createHash('sha256').update(drawn(text)).digest('hex').slice(0, 16)).toBe(hash);
  });

  it('of more than there is room for is none', () => {
    expect(qrCode('a'.repeat(859))).toBeNull();
  });
});
