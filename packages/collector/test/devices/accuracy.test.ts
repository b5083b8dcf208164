import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { byBrand, byKind, judge, readSet } from './accuracy.ts';

const document = readFileSync(new URL('../../../../docs/devices.md', import.meta.url), 'utf8');

/** The rows of the table under a heading, without its head. */
const tableUnder = (heading: string): string[] => {
  const [, after = ''] = document.split(`\n## ${heading}\n`);
  const [section = ''] = after.split('\n## ');
  return section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2);
};

describe('the figures of docs/devices.md', () => {
  const developed = judge(readSet('labelled'));
  const heldOut = judge(readSet('held-out'));

  it('are what the labelled sets give today', () => {
    expect(tableUnder('How often it is right')).toEqual(byKind(developed, heldOut));
  });

  it('by brand too', () => {
    expect(tableUnder('By brand')).toEqual(byBrand([...developed, ...heldOut]));
  });

  it('are of sets that repeat no row and share no device', () => {
    expect(developed.length).toBeGreaterThanOrEqual(250);
    const rows = [...readSet('labelled'), ...readSet('held-out')].map((row) => JSON.stringify(row));
    expect(new Set(rows).size).toBe(rows.length);
    const known = new Set(developed.map(({ code }) => code));
    expect(heldOut.filter(({ code }) => known.has(code))).toEqual([]);
  });

  it('would not be met by a collector that is wrong', () => {
    const wrong = judge(
      readSet('labelled')
        .slice(0, 1)
        .map((row) => ({ ...row, brand: 'Nokia', model: 'N1', type: 'tablet' })),
    );
    expect(byKind(wrong, wrong)).toEqual([
      '| Android, client hints | 1 | 0 % | 0 % | 0 % |',
      '| all | 1 | 0 % | 0 % | 0 % |',
      '| held out: Android that tells its model | 1 | 0 % | 0 % | 0 % |',
    ]);
  });
});
