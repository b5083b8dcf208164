import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { TOP_CATEGORIES } from '../examples/storefront/src/catalogue/categories.ts';
import { COLLECTIONS, STYLES } from '../examples/storefront/src/catalogue/collections.ts';
import { parsePolicy } from '../packages/collector/src/index.ts';
import { ROOT } from './run.ts';

const policy = () => {
  const file = path.join(ROOT, 'examples/storefront/holloway-policy.json');
  const parsed = parsePolicy(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.ok) throw new Error(`${parsed.issue.field} ${parsed.issue.rule}`);
  return parsed.value;
};

describe('the policy of the storefront', () => {
  it.each([
    { key: 'colour', values: COLLECTIONS.map(({ id }) => id) },
    { key: 'style', values: STYLES.map(({ id }) => id) },
    { key: 'category', values: TOP_CATEGORIES.map((category) => category.path) },
    { key: 'newsletter', values: ['yes', 'no'] },
  ])('asks for the $key that the shop has', ({ key, values }) => {
    const declared = policy().preferences.find((preference) => preference.key === key);
    expect(declared?.values.map(({ value }) => value)).toEqual(values);
  });

  it('declares the embed that its pages show, with the cookies that it sets', () => {
    expect(policy().services).toMatchObject([
      { id: 'kitchen-tv', category: 'marketing', cookies: [{ name: 'ktv_*', path: '/', days: 30 }] },
    ]);
  });
});
