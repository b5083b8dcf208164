import { expect, it } from 'vitest';
import { csvName } from './csv-name.ts';

it('calls a file by site, report and days', () => {
  expect(csvName('/v1/sites/shop/reports/pages?from=2026-11-01&to=2026-11-07&format=csv')).toBe(
    'shop-pages-2026-11-01-2026-11-07.csv',
  );
});

it('leaves out what the address does not say', () => {
  expect(csvName('/v1/sites/shop/reports/pages')).toBe('shop-pages.csv');
});
