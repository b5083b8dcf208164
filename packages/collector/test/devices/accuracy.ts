/**
 * How often the collector says brand, model and type of a device right, on sets that were labelled by hand.
 * What the rows mean and how they were made: docs/devices.md, which holds the figures.
 */
import { readFileSync } from 'node:fs';
import { openDeviceTable } from '../../src/ingest/device-table.ts';
import { createModelNames } from '../../src/ingest/model-name.ts';
import { agreeing, readClient } from '../../src/ingest/user-agent.ts';

/** A row of a set: what the device is, what the page is told of it, and the headers of its requests. */
export interface Labelled {
  /** What the browser gives away. */
  readonly kind: string;
  /** `-` where there is none to know: of desktops and bots. */
  readonly brand: string;
  readonly model: string;
  readonly type: string;
  /** The model that the SDK sends; empty where it finds none. */
  readonly told: string;
  readonly brands: string;
  readonly platform: string;
  readonly mobile: string;
  readonly userAgent: string;
}

export interface Judged extends Labelled {
  /** The model as the page or the User-Agent tells it; `null` where neither does. */
  readonly code: string | null;
  /** What is counted as the model; `null` for none. */
  readonly term: string | null;
  readonly isBrandRight: boolean;
  readonly isModelRight: boolean;
  readonly isTypeRight: boolean;
}

const NONE = '-';

export function readSet(name: 'labelled' | 'held-out'): Labelled[] {
  const [, ...lines] = readFileSync(new URL(`${name}.tsv`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => {
    const fields = line.split('\t');
    const [kind, brand, model, type, told, brands, platform, mobile, userAgent] = fields;
    if (fields.length !== 9) throw new Error(`${name}.tsv: a row needs 9 fields, not ${fields.length}`);
    return { kind, brand, model, type, told, brands, platform, mobile, userAgent } as Labelled;
  });
}

/** Case, spaces and punctuation are the maker's whim; "+" is another device. */
const squash = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}+]+/gu, '');

const isAbout = (term: string | null, brand: string): boolean => {
  if (brand === NONE) return term === null;
  // Nobody says "Apple iPhone".
  if (brand === 'Apple') return /^iP(?:hone|ad|od)/.test(term ?? '');
  return squash(term ?? '').startsWith(squash(brand));
};

const isExactly = (term: string | null, brand: string, model: string): boolean => {
  if (model === NONE) return term === null;
  return squash(term ?? '') === squash(brand === 'Apple' ? model : `${brand} ${model}`);
};

/** Judges every row by the very functions that a batch passes on its way in. */
export function judge(rows: readonly Labelled[]): Judged[] {
  const nameModel = createModelNames(openDeviceTable());
  return rows.map((row) => {
    const { bot, model, slices } = readClient(row);
    const code = row.told === '' ? model : row.told;
    const term = code === null ? null : nameModel(code);
    const type = bot ? 'bot' : agreeing(slices, row.told).device;
    return {
      ...row,
      code,
      term,
      isBrandRight: isAbout(term, row.brand),
      isModelRight: isExactly(term, row.brand, row.model),
      isTypeRight: type === row.type,
    };
  });
}

const share = (rows: readonly Judged[], isRight: (row: Judged) => boolean): string =>
  `${Math.round((100 * rows.filter(isRight).length) / rows.length)} %`;

const line = (name: string, rows: readonly Judged[]): string =>
  `| ${name} | ${rows.length} | ${share(rows, (row) => row.isBrandRight)} | ${share(rows, (row) => row.isModelRight)} | ${share(rows, (row) => row.isTypeRight)} |`;

/** Rows of the first table of docs/devices.md. */
export function byKind(developed: readonly Judged[], heldOut: readonly Judged[]): string[] {
  const kinds = [...new Set(developed.map(({ kind }) => kind))];
  return [
    ...kinds.map((kind) =>
      line(
        kind,
        developed.filter((row) => row.kind === kind),
      ),
    ),
    line('all', developed),
    line('held out: Android that tells its model', heldOut),
  ];
}

/** Rows of the second: Android devices that tell their model, by brand, most first. */
export function byBrand(judged: readonly Judged[]): string[] {
  const telling = judged.filter(
    ({ kind }) => kind === 'Android, client hints' || kind === 'Android, User-Agent',
  );
  return [...new Set(telling.map(({ brand }) => brand))]
    .map((brand) => ({ brand, rows: telling.filter((row) => row.brand === brand) }))
    .sort((a, b) => b.rows.length - a.rows.length || (a.brand < b.brand ? -1 : 1))
    .map(({ brand, rows }) => {
      const right = rows.filter((row) => row.isModelRight).length;
      const unnamed = rows.filter((row) => !row.isModelRight && row.term === row.code).length;
      return `| ${brand} | ${rows.length} | ${right} | ${rows.length - right - unnamed} | ${unnamed} |`;
    });
}
