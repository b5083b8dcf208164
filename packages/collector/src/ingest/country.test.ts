import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openCountries } from './country.ts';

const folder = mkdtempSync(join(tmpdir(), 'holloway-country-'));
afterAll(() => rmSync(folder, { recursive: true }));

const unexpected = (message: string): never => {
  throw new Error(message);
};

describe('the country of a network', () => {
  const lookUp = openCountries({ warn: unexpected });

  it.each([
    ['8.8.8.0', 'US'],
    ['193.206.0.0', 'IT'],
    ['2003:d2:b8::', 'DE'],
    ['2a01:e0a:0::', 'FR'],
  ])('%s is in %s', (network, country) => {
    expect(lookUp(network)).toBe(country);
  });

  it.each([
    '10.1.2.0',
    '127.0.0.0',
    '100.64.0.0',
    '169.254.0.0',
    '172.31.255.0',
    '192.168.1.0',
    '203.0.113.0',
    '224.0.0.0',
    '255.255.255.0',
    '0:0:0::',
    '2001:db8:0::',
    'fc00:1:2::',
    'fe80:0:0::',
    'ff02:0:0::',
  ])('%s is in none, being private or reserved', (network) => {
    expect(lookUp(network)).toBeNull();
  });
});

describe('without a country database', () => {
  it.each([
    ['missing', join(folder, 'missing.mmdb')],
    ['damaged', join(folder, 'damaged.mmdb')],
  ])('one that is %s is told once and every country is unknown', (_, file) => {
    writeFileSync(join(folder, 'damaged.mmdb'), 'not a database');
    const warnings: string[] = [];
    const lookUp = openCountries({ file, warn: (message) => warnings.push(message) });
    expect([lookUp('8.8.8.0'), lookUp('193.206.0.0')]).toEqual([null, null]);
    expect(warnings).toEqual(['The country database cannot be read: countries are counted as unknown (ZZ).']);
  });
});
