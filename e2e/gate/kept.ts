/** What a browser keeps for the page that is open, with values, and whether it would tell one visitor from another. */
import type { BrowserContext, Page } from 'playwright-core';

export interface Kept {
  readonly where: 'cookie' | 'localStorage' | 'sessionStorage' | 'indexedDB' | 'cache' | 'file';
  readonly name: string;
  /** Empty where the name is all that is known: of databases, caches and files. */
  readonly value: string;
}

export async function keptBy(context: BrowserContext, page: Page): Promise<Kept[]> {
  const inPage = await page.evaluate(async () => {
    const of = (where: 'localStorage' | 'sessionStorage') =>
      Object.entries({ ...window[where] }).map(([name, value]) => ({ where, name, value: String(value) }));
    const databases = (await indexedDB.databases()).map(({ name = '' }) => name);
    const files: string[] = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name);
    const named = (where: 'indexedDB' | 'cache' | 'file', names: readonly string[]) =>
      names.map((name) => ({ where, name, value: '' }));
    return [
      ...of('localStorage'),
      ...of('sessionStorage'),
      ...named('indexedDB', databases),
      ...named('cache', await caches.keys()),
      ...named('file', files),
    ];
  });
  const cookies = (await context.cookies()).map(({ name, value }) => ({
    where: 'cookie' as const,
    name,
    value,
  }));
  return [...cookies, ...inPage];
}

/** Names and values, as a browser stores them. */
export const bytesOf = (kept: readonly Kept[]): number =>
  kept.reduce((sum, { name, value }) => sum + Buffer.byteLength(name + value), 0);

/** The leaves of JSON, by their paths; of other text, itself. */
function leavesOf(name: string, value: string): ReadonlyMap<string, string> {
  const leaves = new Map<string, string>();
  const walk = (path: string, each: unknown): void => {
    if (each !== null && typeof each === 'object') {
      for (const [key, inner] of Object.entries(each)) walk(`${path}.${key}`, inner);
    } else leaves.set(path, JSON.stringify(each));
  };
  try {
    walk(name, JSON.parse(decodeURIComponent(value)));
  } catch {
    leaves.set(name, value);
  }
  return leaves;
}

/**
 * What differs between two visitors who did the same on the same day: enough to tell them apart.
 * @returns Paths such as `cc_cookie.consentId`, in the order in which they are kept.
 */
export function tellingApart(one: readonly Kept[], other: readonly Kept[]): string[] {
  const leaves = (kept: readonly Kept[]) =>
    new Map(kept.flatMap(({ name, value }) => [...leavesOf(name, value)]));
  const theirs = leaves(other);
  const ours = leaves(one);
  return [...new Set([...ours.keys(), ...theirs.keys()])].filter(
    (path) => ours.get(path) !== theirs.get(path),
  );
}
