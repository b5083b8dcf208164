/** Writes the part of docs/metrics.md that the fact catalogue says; the rest of the file is written by hand. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Dimension, FACT_NAMES, factOf } from '../packages/protocol/src/index.ts';
import { ROOT } from './run.ts';

export const METRICS_FILE = path.join(ROOT, 'docs/metrics.md');

const BEGIN = '<!-- facts: written by `npm run docs` -->';
const END = '<!-- /facts -->';
const MOST_VALUES_TOLD = 6;

const SLICES = { all: 'every kind', device: 'device', none: 'none' } as const;

function dimensionText(dimension: Dimension): string {
  switch (dimension.kind) {
    case 'term':
      return dimension.name === dimension.terms ? dimension.name : `${dimension.name} (${dimension.terms})`;
    case 'enum': {
      const { length } = dimension.values;
      return `${dimension.name} (${length > MOST_VALUES_TOLD ? `one of ${length}` : dimension.values.join(', ')})`;
    }
    case 'count':
      return `${dimension.name} (${dimension.min} to ${dimension.max})`;
  }
}

/** The fact catalogue as a table of Markdown, in its own order. */
export function factTable(): string {
  const rows = FACT_NAMES.map((name) => {
    const { dimensions, people, total, describes, slices, meaning } = factOf(name);
    const measures = [
      'n',
      ...(people ? ['people', 'reach'] : []),
      ...(total === undefined ? [] : [`total (${total})`]),
    ];
    const sealed = describes === undefined ? 'itself' : `\`${describes}\``;
    const cells = [
      `\`${name}\``,
      dimensions.map(dimensionText).join(', ') || 'none',
      measures.join(', '),
      SLICES[slices],
      sealed,
      meaning,
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '| fact | dimensions | measures | slices | sealed with | counts |',
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

/**
 * The document with its table of facts as the catalogue has it now.
 * @throws Error where the marks around the table are missing.
 */
export function withFactTable(document: string): string {
  const begin = document.indexOf(BEGIN);
  const end = document.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`docs/metrics.md needs the lines ${BEGIN} and ${END}`);
  return `${document.slice(0, begin + BEGIN.length)}\n${factTable()}\n${document.slice(end)}`;
}

if (import.meta.main) writeFileSync(METRICS_FILE, withFactTable(readFileSync(METRICS_FILE, 'utf8')));
