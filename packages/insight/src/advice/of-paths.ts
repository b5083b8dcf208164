/** What is found of categories and pages: cross-list, add a link, dead end. */
import { ANY, type ElementRow, OTHER, type PageRow } from '@holloway/protocol';
import { deadEnds, type Ending } from '../method/dead-end.ts';
import { detours } from '../method/detour.ts';
import { wrongShelvesInParts } from '../method/wrong-shelf.ts';
import type { Trial } from './action.ts';
import type { AdviceInput, AdviceOptions, InParts } from './advise.ts';
import { type Found, gain } from './make-action.ts';
import { kindFrom } from './page-kind.ts';

const CATEGORY_KIND = 'category';

/** How many visits it takes is said of no test: what would be declared measures visits, and this is found of moves. */
const TRIAL: Trial = { by: 'experiment', visits: null };

function* crossLists({ finds = [], k, days }: AdviceInput): InParts<Found[]> {
  const shelves = yield* wrongShelvesInParts(finds, k);
  return shelves.map(
    ({ item, tried, found, shelf, wrong, finds: of, expected, ratio, q }): Found => ({
      claim: { key: 'cross-list', values: { item, tried, found, wrong, expected } },
      subject: { item, category: tried },
      place: { from: shelf, category: tried },
      evidence: { wrong, finds: of },
      effect: { measure: 'ratio', ...ratio },
      gain: gain('finds', wrong, expected * (ratio.low - 1), days),
      certainty: { by: 'false-discovery', q },
      // A second shelf cannot be shown to half of the visitors by a change of layout.
      trial: { by: 'before-after', visits: null },
    }),
  );
}

/** A region such as a breadcrumb is on all pages, with other links on each: less often there, a link is none of a menu. */
const LEAST_THERE = 0.5;

/** Categories of the pages that the head and the foot of all pages link to. */
function menuOf(elements: readonly ElementRow[], pages: readonly PageRow[]): string[] {
  const categoryOf = new Map(pages.map(({ page, category }) => [page, category]));
  const shared = elements.filter(({ page }) => page === ANY);
  const seen = new Map<string, number>();
  for (const { element, exposed } of shared) seen.set(element, (seen.get(element) ?? 0) + (exposed ?? 0));
  const isOfAllPages = (element: string): boolean =>
    (seen.get(element) ?? 0) >= LEAST_THERE * (seen.get(element.slice(0, element.indexOf(':'))) ?? 0);
  return shared
    .filter(({ element }) => isOfAllPages(element))
    .flatMap(({ element }) => {
      const target = element.slice(element.indexOf(':') + 1);
      return categoryOf.get(target) ?? [];
    });
}

function links(input: AdviceInput, options: AdviceOptions): Found[] {
  const { trails = [], flows = [], elements = [], pages = [], k, days } = input;
  const menu = new Set([...(options.menu ?? []), ...menuOf(elements, pages)]);
  return detours(trails, flows, { menu, k }).map(
    ({ from, over, to, roundabout, straight, share, q }): Found => ({
      claim: { key: 'add-link', values: { from, over, to, share: share.value } },
      subject: { from, over, category: to },
      place: { from, category: to },
      evidence: { roundabout, straight },
      effect: { measure: 'share', ...share },
      gain: gain('moves', roundabout, share.low * (roundabout + straight), days),
      certainty: { by: 'false-discovery', q },
      trial: TRIAL,
    }),
  );
}

function endings(input: AdviceInput, kindOf: (page: PageRow) => string | null): Ending[] {
  const ofPages = (input.pages ?? []).flatMap((row): Ending[] => {
    const kind = kindOf(row);
    if (kind === null || row.exits === null || row.page === OTHER) return [];
    return [{ node: row.page, kind, views: row.views, exits: row.exits }];
  });
  const ofCategories = (input.categories ?? []).flatMap(({ category, views, exits }): Ending[] =>
    exits === null || category.startsWith('(') ? [] : [{ node: category, kind: CATEGORY_KIND, views, exits }],
  );
  return [...ofPages, ...ofCategories];
}

function ends(input: AdviceInput, { typeOf = () => undefined }: AdviceOptions): Found[] {
  const { layout = [], days, k } = input;
  return deadEnds(endings(input, kindFrom({ layout, typeOf })), k).map(
    ({ node, kind, views, exits, pooled, lift, excess, q }): Found => {
      const subject = kind === CATEGORY_KIND ? { category: node } : { page: node };
      return {
        claim: { key: 'dead-end', values: { node, kind, rate: exits / views, pooled } },
        subject,
        place: subject,
        evidence: { views, exits },
        effect: { measure: 'ratio', ...lift },
        gain: gain('visits', excess, views * pooled * (lift.low - 1), days),
        certainty: { by: 'false-discovery', q },
        trial: TRIAL,
      };
    },
  );
}

export function* pathFindings(input: AdviceInput, options: AdviceOptions): InParts<Found[]> {
  const found = [...(yield* crossLists(input))];
  yield;
  found.push(...links(input, options));
  yield;
  found.push(...ends(input, options));
  yield;
  return found;
}
