/**
 * Country of a network, from the database that comes with the package: nothing is asked of anyone at run time.
 * Does not cache (anonymise does, by opaque key) and never sees a whole address from there.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Reader, type Response } from 'mmdb-lib';
import { isSpecialPurpose } from '../network/special-purpose.ts';

const require = createRequire(import.meta.url);
const databaseFile = (): string =>
  require.resolve('@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb');

/** ISO 3166-1 alpha-2; `null` for private networks and those of no known country. */
export type CountryLookup = (address: string) => string | null;

/**
 * @param deps.file The database in MMDB form; default: the one of the package.
 * @param deps.warn Told once when there is no database; every country is then unknown.
 */
export function openCountries(deps: { warn(message: string): void; file?: string }): CountryLookup {
  let reader: Reader<Response>;
  try {
    const file = deps.file ?? databaseFile();
    reader = new Reader(readFileSync(file));
  } catch {
    deps.warn('The country database cannot be read: countries are counted as unknown (ZZ).');
    return () => null;
  }
  return (address) => {
    // Registries list holders even for networks that no one reaches the shop from (192.168.0.0/16: Australia).
    if (isSpecialPurpose(address)) return null;
    // The library's types know MaxMind's own databases; the records of this one are `{ country_code }`.
    const record = reader.get(address) as { readonly country_code?: unknown } | null;
    return typeof record?.country_code === 'string' ? record.country_code : null;
  };
}
