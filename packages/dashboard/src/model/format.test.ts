import { describe, expect, it } from 'vitest';
import {
  countryName,
  formatChange,
  formatCount,
  formatDays,
  formatDuration,
  formatPoints,
  formatShare,
  formatShort,
} from './format.ts';

describe('a share', () => {
  it.each([
    [0, '0%'],
    [0.0004, '<0.1%'],
    [0.0043, '0.4%'],
    [0.0432, '4.3%'],
    [0.0996, '10%'],
    [0.43, '43%'],
    [0.9951, '>99%'],
    [1, '100%'],
    [null, '–'],
  ])('of %d reads %s', (share, text) => {
    expect(formatShare(share)).toBe(text);
  });
});

describe('a change', () => {
  it.each([
    [0.34, '+34%'],
    [-0.015, '−1.5%'],
    [0.0001, '±0%'],
    [null, '–'],
  ])('of %d reads %s', (change, text) => {
    expect(formatChange(change)).toBe(text);
  });
});

it.each([
  [0.019, '+1.9'],
  [-0.12, '−12.0'],
  [0.0004, '±0.0'],
])('a difference of shares of %d reads %s points', (difference, text) => {
  expect(formatPoints(difference)).toBe(text);
});

describe('a duration', () => {
  it.each([
    [300, '<1 s'],
    [42_000, '42 s'],
    [72_000, '1 min 12 s'],
    [120_000, '2 min'],
    [null, '–'],
  ])('of %d ms reads %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });
});

it('groups digits, and draws what is not told as a dash', () => {
  expect(formatCount(1_234_567)).toBe('1,234,567');
  expect(formatCount(null)).toBe('–');
  expect(formatShort(12_300)).toBe('12.3k');
});

it('says a range of days without repeating what both ends share', () => {
  expect(formatDays('2026-11-22', '2026-11-22')).toBe('22 Nov 2026');
  expect(formatDays('2026-10-26', '2026-11-22').replaceAll('\u2009', ' ')).toBe('26 Oct – 22 Nov 2026');
});

it('names countries, says of a domain that it is one, and leaves the rest as it is', () => {
  expect(['IT', 'ZZ', '.com', '.net', '(other)'].map(countryName)).toEqual([
    'Italy',
    'Unknown',
    'Addresses under .com',
    'Addresses under .net',
    '(other)',
  ]);
});
