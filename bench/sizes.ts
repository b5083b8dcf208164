/** What merchandisers download, as the built files are served: compressed by gzip. What visitors do: consent/sizes.ts. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Figure } from './figure.ts';

const ROOT = join(import.meta.dirname, '..');
const DASHBOARD = join(ROOT, 'packages/dashboard/dist');
const FIRST_VIEW_BUDGET_KB = 35;
const DOWNLOADED = /\.(?:html|js|css|svg)$/;

const kilobytes = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0) / 1024;

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && DOWNLOADED.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

/** The page itself and what it names: script, style sheet, modules to load at once. */
function firstView(folder: string): string[] {
  const page = join(folder, 'index.html');
  const named = [...readFileSync(page, 'utf8').matchAll(/(?:src|href)="\/?([^"]+)"/g)];
  return [page, ...named.map(([, name = '']) => join(folder, name)).filter((file) => existsSync(file))];
}

export async function benchSizes(): Promise<Figure[]> {
  const size = (name: string, files: readonly string[]): Figure => ({
    name,
    value: kilobytes(files),
    unit: 'KB gzip',
  });
  if (!existsSync(DASHBOARD)) return [];
  return [
    // What a screen may take is checked where each is built by itself: packages/dashboard/test/build.test.ts.
    size('dashboard, all screens in five languages', filesBelow(DASHBOARD)),
    { ...size('dashboard, first view', firstView(DASHBOARD)), budget: FIRST_VIEW_BUDGET_KB },
  ];
}
