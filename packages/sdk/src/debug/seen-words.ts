/** Says in a few words what was seen, for a developer. Pure. */
import type { Seen } from '../record/memory.ts';
import type { Page, Search } from '../visit/observation.ts';

type SeenOf<K extends Seen['kind']> = Extract<Seen, { kind: K }>;

const searchWords = ({ term, isEmpty }: Search): string =>
  `search “${term}”${isEmpty === null ? '' : isEmpty ? ', no results' : ', with results'}`;

const seconds = (ms: number): string => `${Math.round(ms / 100) / 10} s`;

/** What a page is beside its path, by name; what does not apply is left out. */
export function pageParts({ type, category, item, search }: Page): readonly (readonly [string, string])[] {
  const parts: [string, string | null | undefined][] = [
    ['type', type],
    ['category', category],
    ['item', item],
    ['search', search && searchWords(search).replace('search ', '')],
  ];
  return parts.filter((part): part is [string, string] => typeof part[1] === 'string');
}

const WORDS: { readonly [K in Seen['kind']]: (seen: SeenOf<K>) => string } = {
  pageview: ({ page, isReload }) =>
    [
      `page ${page.path}${isReload ? ' loaded again' : ''}`,
      ...pageParts(page).map((part) => part.join(' ')),
    ].join(', '),
  pause: ({ path, engagedMs }) => `pause on ${path} after ${seconds(engagedMs)} of attention`,
  scroll: ({ path, tenth }) => `${path} seen down to tenth ${tenth} of 10`,
  settled: ({ path }) => `settled on ${path}`,
  slot: ({ slot, item, measure }) => `slot ${slot} ${item} ${measure}`,
  zone: ({ zone, measure, isFirst }) => `zone ${zone} ${measure}${isFirst ? '' : ' again'}`,
  element: ({ element, measure, isFirst, box, cell }) =>
    `element ${element} ${measure}${isFirst ? '' : ' again'}` +
    (box ? `, ${box.width} × ${box.height} at ${box.x}, ${box.y}` : '') +
    (cell === undefined ? '' : `, cell ${cell}`),
  search: ({ search }) => searchWords(search),
  commerce: ({ stage, currency, items, value }) =>
    `${stage} ${items.map((one) => `${one.item} ${one.value}`).join(', ')}` +
    (stage === 'order' ? `, all ${value}` : '') +
    ` (${currency ?? 'no currency'}, minor units)`,
  tested: ({ experiment, arm, metric }) => `test ${experiment} arm ${arm} ${metric}`,
  fault: ({ reason }) => `fault of ${reason}`,
  choice: ({ choice, surface }) => `choice ${choice} at the ${surface}`,
  preference: ({ key, value }) => `preference ${key} ${value}`,
};

export function seenWords(seen: Seen): string {
  return (WORDS[seen.kind] as (seen: Seen) => string)(seen);
}
