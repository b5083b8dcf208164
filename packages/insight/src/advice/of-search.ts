/** What is found of search: a synonym for a term that finds nothing. */
import { noResults } from '../method/no-result.ts';
import type { AdviceInput } from './advise.ts';
import { type Found, gain } from './make-action.ts';

/** Paths of categories that the reports show, with their labels. */
function categoriesOf({ categories = [], pages = [], labels = {} }: AdviceInput): Map<string, string> {
  const paths = [
    ...categories.map(({ category }) => category),
    ...pages.flatMap(({ category }) => category ?? []),
  ].filter((path) => !path.startsWith('('));
  const known = labels.category ?? {};
  return new Map([...Object.entries(known), ...paths.map((path) => [path, known[path] ?? path] as const)]);
}

export function searchFindings(input: AdviceInput): Found[] {
  const { search = [], refinements = [], days } = input;
  return noResults(search, refinements, categoriesOf(input)).map(
    ({ term, asked, empty, share, meant, category }): Found => ({
      claim: { key: 'no-result', values: { term, asked, empty, meant: meant?.term ?? null, category } },
      subject: { term },
      place: { term },
      evidence: { asked, empty, ...(meant && { refined: meant.n }) },
      effect: { measure: 'share', ...share },
      gain: gain('searches', empty, asked * share.low, days),
      certainty: { by: 'interval' },
      trial: { by: 'before-after', visits: null },
    }),
  );
}
