/**
 * Who claims a model code and what they call the device: the patterns that come with node-device-detector.
 * Takes two tables of that package and none of its parsers. Leaves spelling and doubt to model-name.
 */
import { createRequire } from 'node:module';
import UAParser from 'ua-parser-js';

export interface Claim {
  readonly brand: string;
  /** As the table spells it; the code over again, or empty, where it has no name. */
  readonly model: string;
}

export interface DeviceTable {
  /** One claim of each brand that may have made it; none where the code is unknown. */
  claims(code: string): readonly Claim[];
}

/** A row of the package: a brand's devices in order, the first that matches names it. `$1` stands for a group. */
interface BrandRow {
  readonly regex: string;
  readonly model?: string;
  readonly models?: readonly ModelRow[];
}

interface ModelRow {
  readonly regex: string;
  readonly model: string;
  /** Where it is not the one whose devices these are. */
  readonly brand?: string;
}

/** The same, ready to be asked. */
interface Brand {
  readonly pattern: RegExp;
  readonly models: readonly (Claim & { readonly pattern: RegExp })[];
}

interface PackageTables {
  readonly brands: Readonly<Record<string, BrandRow>>;
  /** By code in lower case: short names of the brands. */
  readonly index: Readonly<Record<string, readonly string[]>>;
  readonly shortNames: Readonly<Record<string, string>>;
}

const require = createRequire(import.meta.url);

const packageTables = (): PackageTables => ({
  brands: require('node-device-detector/regexes/device/mobiles.js'),
  index: require('node-device-detector/regexes/device-index-hash.js'),
  shortNames: require('node-device-detector/parser/device/brand-short.js'),
});

/** Brands that sell devices under each other's codes. */
const FAMILIES: readonly (readonly string[])[] = [
  ['Xiaomi', 'POCO'],
  ['OPPO', 'OnePlus', 'Realme'],
  ['Huawei', 'Honor'],
];

/** Patterns begin where a word does, as the package's own parser has it, and know no possessive repetition. */
const compile = (regex: string): RegExp =>
  new RegExp(`(?:^|[^A-Z0-9_-]|[^A-Z0-9-]_|sprd-|MZ-)(?:${regex.replaceAll('++', '+')})`, 'i');

function prepare(name: string, { regex, model = '', models = [{ regex, model }] }: BrandRow): Brand {
  return {
    pattern: compile(regex),
    models: models.map((row) => ({
      pattern: compile(row.regex),
      brand: row.brand ?? name,
      model: row.model,
    })),
  };
}

const fill = (model: string, groups: RegExpExecArray): string =>
  model
    .replace(/\$(\d)/g, (_, group) => groups[Number(group)] ?? '')
    .replaceAll('_', ' ')
    .trim();

/** What a browser would have sent: patterns may look at what stands round a code. */
const inUserAgent = (code: string): string => `Linux; Android 14; ${code})`;

/** The brand that the shape of a code tells, for codes younger than the index. */
const vendorOf = (code: string): string | undefined =>
  /^moto /i.test(code)
    ? 'Motorola'
    : new UAParser(`Mozilla/5.0 (${inUserAgent(code)} AppleWebKit/537.36`).getDevice().vendor;

/**
 * Loads the tables at once, which takes tens of milliseconds; a brand's patterns are made when it is first asked for.
 */
export function openDeviceTable({ brands, index, shortNames }: PackageTables = packageTables()): DeviceTable {
  const prepared = new Map<string, Brand>();
  const names = new Map(Object.keys(brands).map((name) => [name.toLowerCase(), name]));

  const brandNamed = (name: string): Brand | undefined => {
    const row = Object.hasOwn(brands, name) ? brands[name] : undefined;
    if (row !== undefined && !prepared.has(name)) prepared.set(name, prepare(name, row));
    return prepared.get(name);
  };

  const candidates = (code: string): readonly string[] => {
    const key = code.toLowerCase();
    if (Object.hasOwn(index, key)) return (index[key] ?? []).map((short) => shortNames[short] ?? '');
    const name = names.get(vendorOf(code)?.toLowerCase() ?? '');
    return name === undefined ? [] : (FAMILIES.find((family) => family.includes(name)) ?? [name]);
  };

  return {
    claims(code) {
      const text = inUserAgent(code);
      return candidates(code).flatMap((name): Claim[] => {
        const brand = brandNamed(name);
        if (brand === undefined || !brand.pattern.test(text)) return [];
        for (const row of brand.models) {
          const groups = row.pattern.exec(text);
          if (groups !== null) return [{ brand: row.brand, model: fill(row.model, groups) }];
        }
        return [{ brand: name, model: '' }];
      });
    },
  };
}
