/** A preview of an address in words, for the command line. Pure. */
import type { NameState, Preview } from '@holloway/protocol';
import { REMOVED } from '../catalogue/preview.ts';

function stateIn(state: NameState, k: number): string {
  const browsers = k === 1 ? 'a browser' : `${k} browsers`;
  return {
    declared: 'declared: named at once',
    admitted: `named: ${browsers} sent it in a day`,
    waits: `not named yet: (other) until ${browsers} sent it in a day, or it is declared`,
  }[state];
}

/** The first column is as wide as its widest word. */
export const inColumns = (rows: readonly (readonly [string, string])[]): string[] => {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows.map(([name, value]) => name.padEnd(width) + value);
};

export function previewLines(preview: Preview, k: number): string[] {
  const { isRegistered, path, removed, route, type, category, node, search, names, label } = preview;
  return inColumns([
    ['counted as', path],
    ['', stateIn(names.page, k)],
    ...(label === null ? [] : [['called', label] as const]),
    ...removed.map((each, i) => [i === 0 ? 'taken out' : '', REMOVED[each]] as const),
    ['route', route === null ? 'none fits' : `${route.number}: ${route.pattern}`],
    ['type', type],
    ['category', category ?? `none: in click paths ${node}`],
    ...(names.category === null ? [] : [['', stateIn(names.category, k)] as const]),
    ...(search === null ? [] : [['searched for', search] as const]),
    ...(isRegistered ? [] : [['beware', 'its origin is not registered: nothing of it is counted'] as const]),
  ]);
}
