/**
 * Copies of the product with one fault each: a few words of one source file are others. What an attack is tried on, to see
 * that it would find what it looks for.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const PACKAGES = join(import.meta.dirname, '../../packages');

export interface Fault {
  /** Below `packages/`. */
  readonly file: string;
  /** Stands there once. */
  readonly from: string;
  readonly to: string;
}

/** Throws where the words are not there any more: a mutant that is none proves nothing. */
function broken(source: string, { file, from, to }: Fault): string {
  const parts = source.split(from);
  if (parts.length !== 2) throw new Error(`${file} has "${from}" ${parts.length - 1} times`);
  return parts.join(to);
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** @returns The program of a collector with these faults, for `node`; gone with the file of tests. */
export function faultyCollector(...faults: readonly Fault[]): string {
  const root = mkdtempSync(join(tmpdir(), 'holloway-mutant-'));
  folders.push(root);
  const copy = join(root, 'packages/collector');
  cpSync(join(PACKAGES, 'collector/src'), join(copy, 'src'), { recursive: true });
  for (const name of ['package.json', 'node_modules'])
    symlinkSync(join(PACKAGES, 'collector', name), join(copy, name));
  // Its assets lie beside it.
  for (const name of ['sdk', 'dashboard']) symlinkSync(join(PACKAGES, name), join(root, 'packages', name));
  for (const fault of faults) {
    const file = join(root, 'packages', fault.file);
    writeFileSync(file, broken(readFileSync(file, 'utf8'), fault));
  }
  return join(copy, 'src/cli/main.ts');
}

const IMPORT = /(from\s*|import\()'(@holloway\/protocol|\.[^']*)'/g;

/**
 * The SDK from its sources, as modules that a browser loads one by one. @returns What is at a path, such as
 * `/sdk/src/index.ts`; `null` where nothing is.
 */
export function sdkSources(...faults: readonly Fault[]): (path: string) => string | null {
  return (path) => {
    if (!/^\/(sdk|protocol)\/src\/[\w/.-]+\.ts$/.test(path)) return null;
    const source = faults
      .filter(({ file }) => path === `/${file}`)
      .reduce(broken, readFileSync(join(PACKAGES, path), 'utf8'));
    return stripTypeScriptTypes(source).replace(IMPORT, (whole, before, specifier) =>
      specifier === '@holloway/protocol' ? `${before}'/protocol/src/index.ts'` : whole,
    );
  };
}
