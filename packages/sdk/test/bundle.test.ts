import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { FACT_NAMES, factOf } from '@holloway/protocol';
import { rollup } from 'rollup';
import { loadConfigFile } from 'rollup/loadConfigFile';
import { beforeAll, describe, expect, it } from 'vitest';
import * as sdk from '../src/index.ts';
import { VERSION } from '../src/version.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** What a visitor who has refused loads, in all; docs/decisions/0012, 0023 and 0024 have the rest. */
const SCRIPT_BYTES = 3 * 1024;
/** In bytes, as they are: each may shrink, and none may grow unseen. */
const PART_BYTES: { readonly [part: string]: number } = {
  session: 3_280,
  ui: 2_200,
  centre: 2_700,
  'held-section': 1_100,
  'receipt-section': 3_050,
  gate: 2_450,
  placeholders: 1_550,
  analytics: 19_820,
  arms: 1_900,
  refusal: 900,
  explain: 550,
  overlay: 5_200,
  'live-overlay': 13_000,
};

describe('the file of the script tag', () => {
  let code = '';
  const parts = new Map<string, string>();

  // Built here, so that it is never a stale one that is measured.
  beforeAll(async () => {
    const { options } = await loadConfigFile(path('../rollup.config.js'), {});
    const [input] = options;
    const [output] = input?.output ?? [];
    if (!input || !output) throw new Error('rollup.config.js builds nothing');
    const bundle = await rollup(input);
    const [script, ...others] = (await bundle.generate(output)).output;
    code = script.code;
    for (const part of others) {
      const [, name = ''] = /^holloway\/(.+)-[0-9a-f]{8}\.js$/.exec(part.fileName) ?? [];
      if (part.type === 'asset') parts.set(name, String(part.source));
    }
  }, 60_000);

  const sizeOf = (text: string): number => gzipSync(text, { level: 9 }).length;

  it('is all that a visitor who has refused loads, within its budget', () => {
    expect(sizeOf(code)).toBeLessThanOrEqual(SCRIPT_BYTES);
  });

  it('comes with these parts, each within its own', () => {
    expect([...parts.keys()].sort()).toEqual(Object.keys(PART_BYTES).sort());
    for (const [name, text] of parts) {
      expect({ name, isWithin: sizeOf(text) <= (PART_BYTES[name] ?? 0) }).toEqual({ name, isWithin: true });
    }
  });

  it('loads them from the address of the service, and they each other from beside themselves', () => {
    const imported = (text: string) => [...text.matchAll(/import\(([^)]+)\)/g)].map(([, from = '']) => from);
    for (const from of imported(code)) expect(from).toMatch(/^\w+\+"holloway\/[a-z-]+-[0-9a-f]{8}\.js"$/);
    for (const text of parts.values()) {
      for (const from of imported(text)) expect(from).toMatch(/^"\.\/[a-z-]+-[0-9a-f]{8}\.js"$/);
    }
  });

  it('is one classic script that leaves nothing behind but its own name', () => {
    expect(/^!?\(?(?:function|\(\)=>)/.test(code)).toBe(true);
    expect(/\b(import|export)\b[^:(]/.test(code)).toBe(false);
  });

  it('does not carry the prose of the fact catalogue', () => {
    for (const text of [code, ...parts.values()]) expect(text.includes('pageviews by')).toBe(false);
  });

  it('knows of each fact whether it counts people', () => {
    const [, words] = /\/\\\.\(([a-z|]+)\)\$\//.exec(parts.get('analytics') ?? '') ?? [];
    const histograms = new RegExp(`\\.(${words})$`);
    for (const name of FACT_NAMES)
      expect({ name, people: !histograms.test(name) }).toEqual({ name, people: factOf(name).people });
  });

  it('needs nothing that a strict content security policy refuses', () => {
    const refused = /innerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|\.cssText/;
    for (const text of [code, ...parts.values()]) expect(refused.test(text)).toBe(false);
  });

  it('needs nothing younger than 2020', () => {
    const younger =
      /\?\?=|\|\|=|&&=|\bstatic\s*\{|#\w+\s*[=(]|\.at\(-|Object\.hasOwn|replaceAll|:(?:is|where)\(|:not\([^()]*,/;
    // One overlay is for developers, the other for merchandisers.
    const shipped = [...parts].flatMap(([name, text]) => (/overlay$/.test(name) ? [] : [text]));
    for (const text of [code, ...shipped]) expect(younger.exec(text)?.[0]).toBeUndefined();
  });
});

describe('the package', () => {
  it('gives out one function', () => {
    expect(Object.keys(sdk)).toEqual(['start']);
  });

  it('knows its own version', () => {
    expect(JSON.parse(readFileSync(path('../package.json'), 'utf8')).version).toBe(VERSION);
  });
});
