/** JSON of a shape, and JSON that is nearly of it: changed as a value, as text, or as bytes. */
import { pick } from '../traffic/random.ts';
import { hostileValue, MARK, TEXTS } from './hostile.ts';

export interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly oneOf?: readonly Schema[];
  readonly properties?: { readonly [name: string]: Schema };
  readonly items?: Schema;
  readonly format?: string;
}

const WORDS = [
  'shop',
  'page',
  '/a',
  'de',
  'owner',
  'EUR',
  'Europe/Berlin',
  'https://shop.example',
  'A name',
] as const;
const DAYS = ['2026-11-01', '2026-11-20', '2026-11-27'] as const;

/** A value of the schema, as somebody would send it who means well. */
export function meantBy(schema: Schema, random: () => number): unknown {
  if (schema.const !== undefined) return schema.const;
  const [first, ...more] = schema.enum ?? schema.oneOf ?? [];
  if (first !== undefined) {
    const chosen = pick([first, ...more], random);
    return schema.enum === undefined ? meantBy(chosen as Schema, random) : chosen;
  }
  switch (typeof schema.type === 'string' ? schema.type : schema.type?.[0]) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(() => random() < 0.8)
          .map(([name, property]) => [name, meantBy(property, random)]),
      );
    case 'array':
      return Array.from({ length: Math.floor(random() * 4) }, () => meantBy(schema.items ?? {}, random));
    case 'integer':
    case 'number':
      return Math.floor(random() * 20);
    case 'boolean':
      return random() < 0.5;
    default:
      return schema.format === 'date' ? pick(DAYS, random) : pick(WORDS, random);
  }
}

/** The same with one place changed, taken away, doubled or added. */
export function mutated(value: unknown, random: () => number): unknown {
  if (random() < 0.15) return hostileValue(random);
  if (Array.isArray(value)) {
    const at = Math.floor(random() * (value.length + 1));
    const chance = random();
    if (chance < 0.15) return value.toSpliced(at, 0, hostileValue(random));
    if (chance < 0.25) return value.toSpliced(at, 1);
    if (chance < 0.35) return [...value, ...value];
    return value.map((each, i) => (i === at ? mutated(each, random) : each));
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    const at = Math.floor(random() * (entries.length + 1));
    if (at === entries.length || random() < 0.1) {
      return Object.fromEntries([...entries, [pick(TEXTS, random), hostileValue(random)]]);
    }
    if (random() < 0.2) return Object.fromEntries(entries.toSpliced(at, 1));
    return Object.fromEntries(
      entries.map(([name, each], i) => [name, i === at ? mutated(each, random) : each]),
    );
  }
  return random() < 0.7 ? hostileValue(random) : value;
}

const TEXT_CHANGES: readonly [
  (text: string, random: () => number) => string,
  ...((text: string, random: () => number) => string)[],
] = [
  (text) => text,
  (text, random) => text.slice(0, Math.floor(random() * text.length)),
  (text) => `${text}${text}`,
  (text) => `\ufeff${text}`,
  (text) => `${text}\u0000`,
  (text) => text.replaceAll('"', "'"),
  (text) => text.replace('{', '{"__proto__":{"admin":true},'),
  (text) => text.replace('{', `{"constructor":{"prototype":{"${MARK}":1}},`),
  // The same name twice: the last one counts.
  (text) => text.replace(/"(\w+)":/, `"$1":"${MARK}","$1":`),
  (text) => text.replace(/:(\d+)/, ':1e309'),
  (text) => text.replace(/:(\d+)/, ':00$1'),
  (text) => text.replace(/:(\d+)/, ':NaN'),
  (text) => text.replace(/:(\d+)/, `:${'9'.repeat(400)}`),
  (text) => text.replace(/,/, '/* */,'),
  (text) => text.replace(/\w/, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`),
  (_, random) => '['.repeat(Math.floor(random() * 12_000)),
  (_, random) => '{"a":'.repeat(Math.floor(random() * 3_000)),
];

const BYTES = new TextEncoder();

/** As bytes, now and then of another encoding, or of none. */
export function encoded(value: unknown, random: () => number): Uint8Array<ArrayBuffer> {
  const text = pick(TEXT_CHANGES, random)(JSON.stringify(value) ?? '', random);
  const chance = random();
  if (chance < 0.03) return new Uint8Array(Buffer.from(text, 'utf16le'));
  const bytes = BYTES.encode(text);
  if (chance < 0.1 && bytes.length > 0)
    bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
  return bytes;
}
