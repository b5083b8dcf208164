/** The developer's manual names everything that the package promises, and promises nothing else. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as sdk from '../src/index.ts';
import * as relay from '../src/relay/index.ts';
import * as visit from '../src/visit/index.ts';

const SRC = join(import.meta.dirname, '../src');
const read = (file: string): string => readFileSync(join(SRC, file), 'utf8');
const docs = (name: string): string => read(`../../../docs/${name}`);
const manual = docs('api.md');

/** What stands between backticks, as words: `createRelay(options)` is `createRelay` and `options`. */
const named = new Set(
  [...manual.matchAll(/`([^`\n]+)`/g)].flatMap(([, code = '']) => code.match(/[\w-]+/g) ?? []),
);
const unnamed = (names: readonly string[]): string[] => names.filter((name) => !named.has(name));

/** Of `export type { A, B } from` and `export { type C, d } from`. */
const typesOf = (file: string): string[] =>
  [...read(file).matchAll(/export (type )?\{([^}]+)\}/g)].flatMap(([, areTypes, list = '']) =>
    list
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '' && (areTypes || one.startsWith('type ')))
      .map((one) => one.replace(/^type /, '')),
  );

const fieldsOf = (file: string, name: string): string[] => {
  const [, body = ''] = new RegExp(`export interface ${name} \\{(.*?)\\n\\}`, 's').exec(read(file)) ?? [];
  return [...body.matchAll(/^ {2}(?:readonly )?(\w+)[?(<:]/gm)].map(([, field = '']) => field);
};

/** Those that the script reads in a page, whoever wrote them. */
const ATTRIBUTES = [
  'data-holloway-arm',
  'data-holloway-category',
  'data-holloway-element',
  'data-holloway-experiment',
  'data-holloway-item',
  'data-holloway-open',
  'data-holloway-results',
  'data-holloway-search',
  'data-holloway-slot',
  'data-holloway-type',
  'data-holloway-zone',
];

describe('the manual for developers', () => {
  it.each([
    ['index.ts', sdk],
    ['relay/index.ts', relay],
    ['visit/index.ts', visit],
  ])('names every export of %s', (file, module) => {
    const exported = [...Object.keys(module), ...typesOf(file)];
    expect(exported.length).toBeGreaterThan(3);
    expect(unnamed(exported)).toEqual([]);
  });

  it.each([
    ['holloway.ts', 'StartOptions', 'site'],
    ['holloway.ts', 'ConsentStatus', 'basis'],
    ['holloway.ts', 'Events', 'purchase'],
    ['holloway.ts', 'EcommerceItem', 'price'],
    ['holloway.ts', 'EcommerceParams', 'currency'],
    ['holloway.ts', 'Holloway', 'pageview'],
    ['relay/relay.ts', 'RelayOptions', 'country'],
    ['relay/keep-choice.ts', 'KeepChoiceOptions', 'secure'],
  ])('names every field of %s %s', (file, name, one) => {
    const fields = fieldsOf(file, name);
    expect(fields).toContain(one);
    expect(unnamed(fields)).toEqual([]);
  });

  it('names every attribute that a page may have, and no other', () => {
    const said = [...manual.matchAll(/data-holloway-[a-z-]+/g)].map(([attribute]) => attribute);
    expect([...new Set(said)].sort()).toEqual(ATTRIBUTES);
  });

  it('names every event that the document hears, and no other', () => {
    const said = [...manual.matchAll(/holloway:[a-z]+/g)].map(([event]) => event);
    const told = globSync('**/*.ts', { cwd: SRC }).flatMap((file) =>
      [...read(file).matchAll(/new CustomEvent\('([^']+)'/g)].map(([, event = '']) => event),
    );
    expect([...new Set(said)].sort()).toEqual([...new Set(told)].sort());
  });

  it('would show what it does not name', () => {
    expect(unnamed(['start', 'stop'])).toEqual(['stop']);
  });
});
