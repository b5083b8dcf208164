/**
 * Country of a network, from the database that comes with the package: nothing is asked of anyone at run time.
 * Does not cache (anonymise does, by opaque key) and never sees a whole address from there.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { BlockList, isIPv6 } from 'node:net';
import { Reader, type Response } from 'mmdb-lib';

const require = createRequire(import.meta.url);
const databaseFile = (): string =>
  require.resolve('@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb');

/**
 * Registries list holders even for networks that no one reaches the shop from (192.168.0.0/16: Australia).
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry
 */
const SPECIAL_IPV4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const;

const special = new BlockList();
for (const [network, prefix] of SPECIAL_IPV4) special.addSubnet(network, prefix, 'ipv4');
// Documentation; of IPv6, only 2000::/3 is reached from elsewhere at all.
special.addSubnet('2001:db8::', 32, 'ipv6');
special.addSubnet('3fff::', 20, 'ipv6');
const global = new BlockList();
global.addSubnet('2000::', 3, 'ipv6');

const isPublic = (address: string): boolean =>
  isIPv6(address)
    ? global.check(address, 'ipv6') && !special.check(address, 'ipv6')
    : !special.check(address, 'ipv4');

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
    if (!isPublic(address)) return null;
    // The library's types know MaxMind's own databases; the records of this one are `{ country_code }`.
    const record = reader.get(address) as { readonly country_code?: unknown } | null;
    return typeof record?.country_code === 'string' ? record.country_code : null;
  };
}
