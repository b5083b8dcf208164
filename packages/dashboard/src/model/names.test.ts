import { describe, expect, it } from 'vitest';
import { categoryName, languageName, sliceTitle, termDetail, termName } from './names.ts';

const labels = { '/p/1': 'Birch kettle', kettles: 'Kettles', 'kettles/gooseneck': 'Gooseneck' };

describe('a term', () => {
  it('is called what the catalogue calls it, else by itself', () => {
    expect([termName('/p/1', labels), termName('/p/2', labels)]).toEqual(['Birch kettle', '/p/2']);
  });

  it('that is reserved has a plain name', () => {
    expect([termName('(entry)', labels), termName('(cart)', labels), termName('(other)', labels)]).toEqual([
      'Visit began',
      'Cart',
      'Other',
    ]);
  });

  it('shows its path beside a name that hides it', () => {
    expect([
      termDetail('/p/1', 'Birch kettle'),
      termDetail('/p/2', '/p/2'),
      termDetail('kettles', 'Kettles'),
    ]).toEqual(['/p/1', null, null]);
  });
});

it('names a category with all that it lies under, with or without labels', () => {
  expect(categoryName('kettles/gooseneck', labels)).toBe('Kettles / Gooseneck');
  expect(categoryName('tea/pots', labels)).toBe('tea / pots');
  expect(categoryName('(home)', labels)).toBe('Home page');
});

it.each([
  ['*', 'All visits'],
  ['device:phone', 'Device: Phone'],
  ['country:IT', 'Country: Italy'],
  ['viewport:s', 'Window size: Small, phone'],
])('titles the slice %s as %s', (slice, title) => {
  expect(sliceTitle(slice)).toBe(title);
});

it('languages are called by their English names', () => {
  expect(['de', 'ar', 'zh'].map(languageName)).toEqual(['German', 'Arabic', 'Chinese']);
});
