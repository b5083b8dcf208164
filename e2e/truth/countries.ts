/**
 * The country numbers of the 2008 click-stream as codes. Copied from the description of the data, number by number.
 * Knows nothing of what the product calls a country.
 */
const CODES = [
  'AU', // 1 Australia
  'AT', // 2 Austria
  'BE', // 3 Belgium
  'VG', // 4 British Virgin Islands
  'KY', // 5 Cayman Islands
  'CX', // 6 Christmas Island
  'HR', // 7 Croatia
  'CY', // 8 Cyprus
  'CZ', // 9 Czech Republic
  'DK', // 10 Denmark
  'EE', // 11 Estonia
  'ZZ', // 12 unidentified
  'FO', // 13 Faroe Islands
  'FI', // 14 Finland
  'FR', // 15 France
  'DE', // 16 Germany
  'GR', // 17 Greece
  'HU', // 18 Hungary
  'IS', // 19 Iceland
  'IN', // 20 India
  'IE', // 21 Ireland
  'IT', // 22 Italy
  'LV', // 23 Latvia
  'LT', // 24 Lithuania
  'LU', // 25 Luxembourg
  'MX', // 26 Mexico
  'NL', // 27 Netherlands
  'NO', // 28 Norway
  'PL', // 29 Poland
  'PT', // 30 Portugal
  'RO', // 31 Romania
  'RU', // 32 Russia
  'SM', // 33 San Marino
  'SK', // 34 Slovakia
  'SI', // 35 Slovenia
  'ES', // 36 Spain
  'SE', // 37 Sweden
  'CH', // 38 Switzerland
  'UA', // 39 Ukraine
  'AE', // 40 United Arab Emirates
  'GB', // 41 United Kingdom
  'US', // 42 USA
  '.biz', // 43
  '.com', // 44
  '.int', // 45
  '.net', // 46
  '.org', // 47
];

/** Throws a RangeError for a number that the data does not have. */
export function countryCode(number: number): string {
  const code = CODES[number - 1];
  if (code === undefined) throw new RangeError(`no country has the number ${number}`);
  return code;
}
