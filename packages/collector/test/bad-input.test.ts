import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SECTIONS } from './bad-input.ts';

const PAGE = join(import.meta.dirname, '../../../docs/bad-input.md');

describe.each(SECTIONS)('$title:', ({ rows }) => {
  it.each(rows)('$input: $answer', { timeout: 30_000 }, async ({ tried }) => {
    const { seen, expected } = await tried();
    expect(seen).toEqual(expected);
  });
});

describe('the page about it', () => {
  it('says what is tried here, all of it and no more', () => {
    const told = readFileSync(PAGE, 'utf8')
      .split('\n')
      .filter((line) => /^\| |^## /.test(line) && !/^\| what is sent /.test(line));
    const tried = SECTIONS.flatMap(({ title, rows }) => [
      `## ${title}`,
      ...rows.map(({ input, answer }) => `| ${input} | ${answer} |`),
    ]);
    expect(told).toEqual(tried);
  });
});
