import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseHistoricalBatch } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../test/temporary.ts';
import { eshop2008 } from './eshop2008.ts';

const HEADER =
  'year;month;day;order;country;session ID;page 1 (main category);page 2 (clothing model);colour;location;model photography;price;price 2;page';

/** Two sessions of a day, not in the order of clicks, and one of the day before; the numbers are made up. */
const ROWS = [
  '2008;4;2;2;29;7;2;B10;3;5;1;48;2;1',
  '2008;4;2;1;29;7;1;A13;1;5;1;28;2;1',
  '2008;4;2;1;9;8;4;P1;4;1;1;38;1;2',
  '2008;4;1;1;46;6;1;A18;1;2;2;28;1;1',
];

function folderWith(rows: readonly string[]): string {
  const folder = temporaryFolder();
  const text = [HEADER, ...rows, ''].join('\r\n');
  writeFileSync(join(folder, 'e-shop clothing 2008.csv.gz'), gzipSync(text));
  return folder;
}

describe('the click-stream of 2008', () => {
  it('comes day by day, the earliest first, each session a batch of its own', () => {
    const days = [...eshop2008(folderWith(ROWS)).days];
    expect(days.map(({ day, batches }) => [day, batches.length])).toEqual([
      ['2008-04-01', 1],
      ['2008-04-02', 2],
    ]);
  });

  it('keeps to the wire, with the country of the session and no other slice', () => {
    const batches = [...eshop2008(folderWith(ROWS)).days].flatMap((day) => day.batches);
    expect(batches.map(parseHistoricalBatch).every(({ ok }) => ok)).toBe(true);
    expect(batches.map(({ slices }) => slices)).toEqual([
      { country: '.net' },
      { country: 'PL' },
      { country: 'CZ' },
    ]);
  });

  it('folds a session in the order of its clicks, as one visit', () => {
    const session = [...eshop2008(folderWith(ROWS)).days][1]?.batches[0];
    expect(session?.increments).toEqual(
      expect.arrayContaining([
        ['visit', [], 1, 2],
        ['visit.entry', ['/p/A13'], 1, 2],
        ['flow.page', ['(entry)', '/p/A13'], 1, 2],
        ['flow.page', ['/p/A13', '/p/B10'], 1, 2],
        ['flow.category', ['trousers', 'skirts'], 1, 2],
        ['slot.clicked', ['/c/trousers/1', 'grid/5', 'A13', '(other)'], 1, 2, 1],
        ['slot.clicked', ['/c/skirts/1', 'grid/5', 'B10', '(other)'], 1, 2, 1],
      ]),
    );
  });

  it('gives the same batch the same nonce every time, and no two batches the same', () => {
    const folder = folderWith(ROWS);
    const nonces = () => [...eshop2008(folder).days].flatMap((day) => day.batches.map(({ batch }) => batch));
    expect(nonces()).toEqual(nonces());
    expect(new Set(nonces()).size).toBe(3);
  });

  it('declares each product once, in the category that its letter says', () => {
    // A18 is on a skirts page by mistake: its letter stands for trousers.
    const { catalogue } = eshop2008(folderWith([...ROWS, '2008;4;2;1;9;9;2;A18;4;1;1;38;1;2']));
    expect(catalogue.filter(({ kind, text }) => kind === 'product' && text === 'A18')).toEqual([
      { kind: 'product', text: 'A18', label: 'Model A18', category: 'trousers' },
    ]);
    expect(catalogue.filter(({ kind }) => kind === 'category').map(({ text }) => text)).toEqual([
      ...['trousers', 'skirts', 'blouses', 'sale'],
    ]);
  });

  it('is an archive that names its source and licence', () => {
    const { site } = eshop2008(folderWith(ROWS));
    expect(site).toMatchObject({ slug: 'eshop2008', kind: 'archive', k: 10, origins: [] });
    expect(site.provenance).toMatch(/10\.24432\/C5QK7X.*CC BY 4\.0/);
  });

  it('is refused where the file is not there, or a row is out of range', () => {
    expect(() => eshop2008(temporaryFolder())).toThrow('ENOENT');
    expect(() => eshop2008(folderWith(['2008;4;2;1;29;7;9;B10;3;5;1;48;2;1']))).toThrow(
      'the file has a row whose category is out of range',
    );
  });
});
