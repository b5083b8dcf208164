import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FACT_NAMES } from '../packages/protocol/src/index.ts';
import { factTable, METRICS_FILE, withFactTable } from './docs.ts';

describe('the glossary of metrics', () => {
  const document = readFileSync(METRICS_FILE, 'utf8');

  it('holds the fact catalogue as it is (if not: npm run docs)', () => {
    expect(withFactTable(document)).toBe(document);
  });

  it('names no fact in its definitions that the catalogue does not have', () => {
    const named = [...document.matchAll(/`((?:[a-z]+\.)+[a-z]+)`/g)].map(([, name]) => name);
    const files = /\.(md|ts|html|json)$/;
    expect(
      named
        .filter((name) => !files.test(name ?? ''))
        .filter((name) => !FACT_NAMES.some((fact) => fact === name)),
    ).toEqual([]);
  });
});

describe('the table of facts', () => {
  it('has a line for each fact, with what it counts by and how', () => {
    const lines = factTable().split('\n');
    expect(lines).toHaveLength(FACT_NAMES.length + 2);
    expect(lines[2]).toBe('| `visit` | none | n, people, reach | every kind | itself | visits |');
    expect(lines).toContain(
      '| `flow.page` | from (page), to (page) | n, people, reach | every kind | itself | moves from page to page, (entry) included |',
    );
    expect(lines).toContain(
      '| `visit.onward` | page | n | every kind | `visit.entry` | visits that moved on from their entry page; the rest are bounces |',
    );
  });

  it('is not written into a document without its marks', () => {
    expect(() => withFactTable('# Metrics')).toThrow('docs/metrics.md needs the lines');
  });
});
