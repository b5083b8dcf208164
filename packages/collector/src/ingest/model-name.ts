/**
 * Brand and marketing name of a model ("Samsung Galaxy S23 Ultra" for SM-S918B), for people who sell and not for those
 * who solder. Where the name is not known, or in doubt, the code stays as it came. Who claims a code: device-table.
 */
import { isPrintable } from '@holloway/protocol';
import { BoundedCache } from './bounded-cache.ts';
import type { Claim, DeviceTable } from './device-table.ts';

const MAX_NAMES = 4_000;
const MAX_NAME_LENGTH = 64;

/** Where the table spells a brand unlike its owner. */
const BRANDS: { readonly [brand: string]: string } = { 'Tecno Mobile': 'Tecno', iTel: 'itel' };

/** On brand and model together, in this order. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  // Size and radio tell apart what is sold as one device; but not a MatePad, a Fire 7 and a Nokia 110 4G.
  [/ (?<!MatePad )\d+\.\d+"/, ''],
  [/^(Samsung .*?) \d+"/, '$1'],
  [/"/g, ''],
  [/^(?!Nokia )(.*?)(?: (?:Dual|WiFi|LTE|3G|4G))+$/, '$1'],
  [/^Nothing Phone (\w+)/, 'Nothing Phone ($1)'],
  [/^Fairphone FP/, 'Fairphone '],
  // A brand of its own since 2020.
  [/^Huawei Honor /, 'Honor '],
  // Samsung writes these in one word since 2022.
  [/^(Samsung Galaxy Z (?:Fold|Flip)) (?=[4-9])/, '$1'],
];

/** Where two spellings are compared only letters and digits count, and the plus of a larger device. */
const squash = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}+]+/gu, '');

const withoutBrand = (text: string, brand: string): string =>
  text.toLowerCase().startsWith(`${brand.toLowerCase()} `) ? text.slice(brand.length + 1) : text;

/** Names have small letters ("Mi 8", "moto g54 5G"), the codes of factories hardly ever. */
const readsAsName = (text: string): boolean => /[a-z]/.test(text);

/** Everyone knows who makes these. */
const join = (brand: string, model: string): string => (brand === 'Apple' ? model : `${brand} ${model}`);

const spelled = (name: string): string =>
  SPELLINGS.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), name);

/** What a claim calls the device; `null` where it only says the code, or a part of it, again. */
function nameFrom(code: string, claim: Claim): string | null {
  const brand = BRANDS[claim.brand] ?? claim.brand;
  const name = spelled(join(brand, withoutBrand(claim.model, brand)));
  const model = withoutBrand(name, brand);
  const said = withoutBrand(code, brand);
  if (squash(model) === squash(said)) return readsAsName(model) ? name : null;
  if (said.toLowerCase().endsWith(`-${model.toLowerCase()}`)) return null;
  // The table knows the family, and the device says its whole name itself.
  if (squash(said).startsWith(squash(model))) return readsAsName(said) ? join(brand, said) : null;
  return name;
}

function nameOf(code: string, table: DeviceTable): string {
  const names = new Map(
    table
      .claims(code)
      .map((claim) => nameFrom(code, claim))
      .filter((name) => name !== null)
      .map((name) => [squash(name), name]),
  );
  const [name, ...others] = names.values();
  const isSure = name !== undefined && others.length === 0;
  return isSure && name.length <= MAX_NAME_LENGTH && isPrintable(name) ? name : code;
}

/** @returns A function of a code, as client hints or the User-Agent tell it; the name has at most 64 characters. */
export function createModelNames(table: DeviceTable): (code: string) => string {
  const cache = new BoundedCache<{ readonly name: string }>(MAX_NAMES);
  return (code) => cache.get(code, () => ({ name: nameOf(code, table) })).name;
}
