/** Values that break what is written carelessly: texts, numbers and shapes. Which goes where: json, requests. */
import { pick } from '../traffic/random.ts';

/** In every hostile text, so that an answer that repeats one gives itself away. */
export const MARK = 'zq7canary';

export const TEXTS: readonly [string, ...string[]] = [
  MARK,
  `${MARK}\u0000`,
  `\u0000${MARK}`,
  `\ud800${MARK}`,
  `${MARK}\udfff`,
  `\u202e${MARK}\u2066`,
  `\ufeff${MARK}`,
  `${MARK}\r\nSet-Cookie: ${MARK}=1`,
  `<script>${MARK}</script>`,
  `'); DROP TABLE site; -- ${MARK}`,
  `../../../${MARK}`,
  `..\\..\\${MARK}`,
  `%00%ff%2e%2e%2f${MARK}`,
  `${'a'.repeat(200)}${MARK}`,
  `${'€'.repeat(6_000)}${MARK}`,
  `${MARK}@shop.example`,
  `Bearer ${MARK}`,
  `=HYPERLINK("${MARK}")`,
  '\u0455h\u043ep', // looks like "shop"
  'sho\u200bp',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  '(other)',
  '*',
  '',
  ' ',
  'null',
  'NaN',
  '0000-00-00',
  '2026-02-30',
  '9999-12-31',
  '-000001-01-01',
  'device:phone',
  'device:__proto__',
  'arm:a=b',
];

const NUMBERS: readonly [number, ...number[]] = [
  0,
  -0,
  -1,
  0.1,
  20,
  21,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  1e308,
  Number.MIN_VALUE,
];

/** @param random In [0, 1). */
export function hostileValue(random: () => number): unknown {
  const chance = random();
  if (chance < 0.5) return pick(TEXTS, random);
  if (chance < 0.75) return pick(NUMBERS, random);
  if (chance < 0.8) return null;
  if (chance < 0.85) return random() < 0.5;
  if (chance < 0.9) return [];
  if (chance < 0.95) return {};
  return nested(Math.floor(random() * 60), random);
}

function nested(depth: number, random: () => number): unknown {
  let value: unknown = pick(TEXTS, random);
  for (let i = 0; i < depth; i += 1) value = random() < 0.5 ? [value] : { [pick(TEXTS, random)]: value };
  return value;
}
