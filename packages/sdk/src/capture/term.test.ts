import { describe, expect, it } from 'vitest';
import { declaredTerm, observedTerm, slugify, treePath } from './term.ts';

describe('a term that people wrote is not counted where it holds', () => {
  it.each([
    ['a telephone number', '0301234567'],
    ['one with a slash', '030/1234567'],
    ['one with a short rest', '030/1234'],
    ['one with a slash and spaces', '030/123 45 67'],
    ['one with slash and hyphen', '030/123-4567'],
    ['one whose code stands in brackets', '(030) 123-4567'],
    ['one with a short rest behind brackets', '(030) 1234'],
    ['one of a short code', '01/234 56 78'],
    ['one with hyphens', '01-234 56'],
    ['one with dots', '030.123.45.67'],
    ['one of abroad', '+49 30/123 45 67'],
    ['a short one of abroad', '+43 1/23456'],
    ['one of abroad with a zero in brackets', '+49 (0)30 / 12 34 56'],
    ['one of abroad in brackets', '(+1) 212/555-0199'],
    ['one with the code for abroad', '0049 30/12 34 567'],
    ['one of America', '(555) 123-4567'],
    ['one of America with a slash', '555/123/4567'],
    ['one of France', '06.12.34.56.78'],
    ['one of Denmark', '12 34 56 78'],
    ['one of Norway', '912 34 567'],
    ['one among words', 'please call 030/123 45 67 today'],
    ['one right behind a word', 'tel.:030/12345'],
    ['one in dashes of print', '030–123–45–67'],
    ['one in full-width signs', '０３０／１２３４５'],
    ['one of abroad with every kind of dash', '+43‐1–23456'],
    ['one in Arabic digits', '٠٣٠ ١٢٣ ٤٥٦٧'],
    ['one with a sign for minus', '01−234−56'],
    ['one parted by what nobody sees', '030\u200b12\u200b34\u200b567'],
    ['the number of a card', '4111 1111 1111 1111'],
    ['one with slashes', '4111/1111/1111/1111'],
    ['one with dots', '3782.822463.10005'],
    ['an account', 'DE89 3704 0044 0532 0130 00'],
    ['an account without spaces', 'DE89370400440532013000'],
    ['an account with letters', 'gb29 nwbk 6016 1331 9268 19'],
    ['the end of an account', '0532/0130/00'],
    ['an e-mail address', 'anna@home.example'],
    ['one with spaces', 'anna @ home . example'],
    ['one with a full-width sign', 'anna＠home.example'],
    ['one with at in brackets', 'anna(at)home.example'],
    ['one with at in square brackets', 'anna [at] home [dot] example'],
    ['one with at in words', 'anna at home dot example'],
    ['one with at and a dot', 'anna.meyer at home.example'],
    ['one with at and hyphens', 'anna-at-home.example'],
    ['a long number', '123456'],
    ['a long number in Arabic digits', '١٢٣٤٥٦'],
    ['a long number among words', 'order 100234567'],
    ['a social security number', '123-45-6789'],
  ])('%s', (_, text) => {
    expect(observedTerm(text)).toBeUndefined();
  });
});

describe('a term that people wrote is counted where it is', () => {
  it.each([
    '1/2 zoll',
    '3/4" auf 1/2"',
    '24/7',
    '10.5x20',
    '60 x 40 x 20 cm',
    '200×300×400',
    '100/200/50',
    '90 200',
    'iphone 15 128',
    'iphone 15 pro max 256 gb',
    'ipad (2022) 256',
    's24+ 256 512',
    'vitamin c+ 1000',
    '1920 1080',
    '205/55 r16',
    '205/55/16',
    '225/45/17 94w',
    '225/45 r17 94w xl',
    'ral 7016/9005',
    'kalender 2025/2026',
    'kalender 03/2026',
    'sale 01/02/2026',
    'sale-01-02-2026',
    '38/40/42',
    'ke-101',
    'sm-s918b',
    '702.611.50',
    '003.094.40',
    '012.345.67',
    '123-4567',
    '0805 1206',
    '0402 1000 pcs',
    '0.25 0.35 0.5',
    '007',
    'wd-40',
    'm8 x 30 din 933',
    'c&a 50% off',
    'milk frother',
    'coffee at home',
    'at-at',
    'look at 7.30',
    'wasserkocher für tee',
    '电热水壶',
  ])('%s', (text) => {
    expect(observedTerm(text)).toBe(text);
  });
});

describe('a term that the store wrote', () => {
  it('is its own affair, numbers and all', () => {
    expect(declaredTerm(' 4006381333931 ')).toBe('4006381333931');
  });

  it.each([null, undefined, '', '  ', 'x'.repeat(201), 'a\u0000b'])('is none where it is %j', (text) => {
    expect(declaredTerm(text)).toBeUndefined();
  });
});

describe('a name', () => {
  it('is a slug of its letters and numbers', () => {
    expect(slugify(' Café & Tee, 2. Wahl! ')).toBe('cafe-tee-2-wahl');
  });
});

describe('a place in a tree of categories', () => {
  it('is the slugs of its levels, without those that have no name', () => {
    expect(treePath(['tea-coffee', '', undefined, 'kettles'])).toBe('tea-coffee/kettles');
  });

  it('ends at the last level that the wire carries', () => {
    const [top, middle, low] = ['t'.repeat(99), 'm'.repeat(100), 'l'];
    expect(treePath([top, middle])).toBe(`${top}/${middle}`);
    expect(treePath([top, middle, low])).toBe(`${top}/${middle}`);
    expect(treePath([top, middle.repeat(2), low])).toBe(top);
  });

  it.each([[[]], [['', undefined]], [['x'.repeat(201), 'y']]])('is none for %j', (names) => {
    expect(treePath(names)).toBeUndefined();
  });
});
