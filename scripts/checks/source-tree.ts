/** Reads and parses every source file of the repository that the import rules speak of. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../run.ts';
import { type Module, parseModule } from './module.ts';

const SOURCES = [
  'packages/*/{src,test}/**/*.{ts,tsx}',
  'examples/*/{src,test}/**/*.ts',
  '{bench,e2e,scripts}/**/*.ts',
];

/** Sorted by file. */
export function readSourceTree(): Module[] {
  const files = globSync(SOURCES, { cwd: ROOT, exclude: (file) => file.endsWith('node_modules') });
  return files
    .map((file) => file.split(path.sep).join('/'))
    .sort()
    .map((file) => parseModule(file, readFileSync(path.join(ROOT, file), 'utf8')));
}
