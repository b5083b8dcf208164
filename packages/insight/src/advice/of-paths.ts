/** Actions on categories and pages: cross-list, add a link, dead end. */
import { ANY, type ElementRow, OTHER, type PageRow } from '@holloway/protocol';
import { deadEnds, type Ending } from '../method/dead-end.ts';
import { detours } from '../method/detour.ts';
import { visitsForLift } from '../method/power.ts';
import { wrongShelves } from '../method/wrong-shelf.ts';
import type { Action, Trial } from './action.ts';
import type { AdviceInput, AdviceOptions } from './advise.ts';
import { makeAction, perWeek } from './make-action.ts';

const CATEGORY_KIND = 'category';

/** Of two arms, that would show a third less of a rate. */
const trialOf = (rate: number): Trial => ({
  by: 'experiment',
  visits: rate > 0 && rate < 1 ? 2 * visitsForLift(rate, 2 / 3) : null,
});

function crossLists({ finds = [], k, days, slice }: AdviceInput): Action[] {
  return wrongShelves(finds, k).map(({ item, tried, found, wrong, finds: of, expected, ratio, q }) =>
    makeAction(
      { key: 'cross-list', values: { item, tried, found, wrong, expected } },
      { item, category: tried },
      slice,
      {
        evidence: { wrong, finds: of },
        effect: { measure: 'ratio', ...ratio },
        gain: { of: 'finds', perWeek: perWeek(wrong, days) },
        certainty: { by: 'false-discovery', q },
        // A second shelf cannot be shown to half of the visitors by a change of layout.
        trial: { by: 'before-after', visits: null },
      },
    ),
  );
}

/** Categories of the pages that the head and the foot of all pages link to. */
function menuOf(elements: readonly ElementRow[], pages: readonly PageRow[]): string[] {
  const categoryOf = new Map(pages.map(({ page, category }) => [page, category]));
  return elements
    .filter(({ page }) => page === ANY)
    .flatMap(({ element }) => {
      const target = element.slice(element.indexOf(':') + 1);
      return categoryOf.get(target) ?? [];
    });
}

function links(input: AdviceInput, options: AdviceOptions): Action[] {
  const { trails = [], flows = [], elements = [], pages = [], k, days, slice } = input;
  const menu = new Set([...(options.menu ?? []), ...menuOf(elements, pages)]);
  return detours(trails, flows, { menu, k }).map(({ from, over, to, roundabout, straight, share }) =>
    makeAction(
      { key: 'add-link', values: { from, over, to, share: share.value } },
      { from, over, category: to },
      slice,
      {
        evidence: { roundabout, straight },
        effect: { measure: 'share', ...share },
        gain: { of: 'moves', perWeek: perWeek(roundabout, days) },
        certainty: { by: 'interval' },
        trial: trialOf(share.value),
      },
    ),
  );
}

/** Pages with a list, others of a category, others: as much as reports tell of what a page is for. */
function kindFrom({ layout = [] }: AdviceInput): (page: PageRow) => string {
  const lists = new Set(layout.filter(({ slot }) => slot !== null).map(({ page }) => page));
  return ({ page, category }) => (lists.has(page) ? 'list' : category === null ? 'page' : 'product');
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

function ends(input: AdviceInput, options: AdviceOptions): Action[] {
  const { days, slice, k } = input;
  return deadEnds(endings(input, options.kindOf ?? kindFrom(input)), k).map(
    ({ node, kind, views, exits, pooled, lift, excess, q }) =>
      makeAction(
        { key: 'dead-end', values: { node, kind, rate: exits / views, pooled } },
        kind === CATEGORY_KIND ? { category: node } : { page: node },
        slice,
        {
          evidence: { views, exits },
          effect: { measure: 'ratio', ...lift },
          gain: { of: 'visits', perWeek: perWeek(excess, days) },
          certainty: { by: 'false-discovery', q },
          trial: trialOf(exits / views),
        },
      ),
  );
}

export const pathActions = (input: AdviceInput, options: AdviceOptions): Action[] => [
  ...crossLists(input),
  ...links(input, options),
  ...ends(input, options),
];
