import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { rollup } from 'rollup';
import { loadConfigFile } from 'rollup/loadConfigFile';
import { beforeAll, describe, expect, it } from 'vitest';
import * as sdk from '../src/index.ts';
import { VERSION } from '../src/version.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

const BUDGET_BYTES = 9 * 1024;

describe('the file of the script tag', () => {
  let code = '';

  // Built here, so that it is never a stale one that is measured.
  beforeAll(async () => {
    const { options } = await loadConfigFile(path('../rollup.config.js'), {});
    const [input] = options;
    const [output] = input?.output ?? [];
    if (!input || !output) throw new Error('rollup.config.js builds nothing');
    const bundle = await rollup(input);
    code = (await bundle.generate(output)).output[0].code;
  }, 60_000);

  it('is within its budget', () => {
    expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(BUDGET_BYTES);
  });

  it('is one classic script that leaves nothing behind but its own name', () => {
    expect(/^!?\(?(?:function|\(\)=>)/.test(code)).toBe(true);
    expect(/\b(import|export)\b[^:(]/.test(code)).toBe(false);
  });

  it('does not carry the prose of the fact catalogue', () => {
    expect(code.includes('pageviews')).toBe(false);
  });

  it('needs nothing that a strict content security policy refuses', () => {
    expect(/innerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|\.cssText/.test(code)).toBe(
      false,
    );
  });

  it('needs no syntax younger than 2020', () => {
    expect(/\?\?=|\|\|=|&&=|\bstatic\s*\{|#\w+\s*[=(;]/.test(code)).toBe(false);
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
