/** Searches that find nothing, and what those who asked put them into other words for. */
import { OTHER, type RefinementRow, type SearchRow } from '@holloway/protocol';
import { type Interval, wilson } from '../interval.ts';

export interface NoResult {
  readonly term: string;
  readonly asked: number;
  readonly empty: number;
  /** Share of those who asked that found nothing, with 95 % confidence. */
  readonly share: Interval & { readonly value: number };
  /** The words that it most became, and that find something; `null` where too few put it in other words. */
  readonly meant: { readonly term: string; readonly n: number } | null;
  /** The category that those words name; `null` where they name none, or more than one. */
  readonly category: string | null;
}

const LEAST_SHARE = 0.5;

const wordsOf = (text: string): string[] =>
  text
    .toLocaleLowerCase('und')
    .normalize('NFKD')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '');

/** A plural's ending aside. */
const areAlike = (a: string, b: string): boolean =>
  a === b ||
  (Math.min(a.length, b.length) >= 3 &&
    Math.abs(a.length - b.length) <= 2 &&
    (a.startsWith(b) || b.startsWith(a)));

/** Whether all words of a category's name are in the term. */
const names = (term: readonly string[], category: readonly string[]): boolean =>
  category.length > 0 && category.every((word) => term.some((other) => areAlike(word, other)));

/**
 * Terms of which at least half of those who asked found nothing, with 95 % confidence; the most asked first.
 *
 * The counts do not say which category a search led to, only which words it became: the category is the one whose name those words
 * hold, the deepest of several in line.
 *
 * @param categories Known ones, by path, with what the catalogue calls them.
 */
export function noResults(
  search: readonly SearchRow[],
  refinements: readonly RefinementRow[],
  categories: ReadonlyMap<string, string>,
): NoResult[] {
  const found = new Map(search.map((row) => [row.term, row]));
  const isEmpty = (term: string): boolean => {
    const row = found.get(term);
    return row !== undefined && (row.empty ?? 0) > (row.asked ?? 0) / 2;
  };
  const labels = [...categories].map(([path, label]) => ({
    path,
    words: [wordsOf(path.slice(path.lastIndexOf('/') + 1)), wordsOf(label)],
  }));
  const categoryOf = (term: string): string | null => {
    const words = wordsOf(term);
    const named = labels
      .filter((label) => label.words.some((own) => names(words, own)))
      .map(({ path }) => path);
    const [deepest] = named.sort((a, b) => b.length - a.length);
    return deepest !== undefined && named.every((path) => path === deepest || deepest.startsWith(`${path}/`))
      ? deepest
      : null;
  };
  return search
    .flatMap(({ term, asked, empty }): NoResult[] => {
      if (term === OTHER || asked === null || empty === null) return [];
      // The two wait apart, so that the part may be shown before the whole.
      const interval = wilson(Math.min(empty, asked), asked);
      if (interval === null || interval.low < LEAST_SHARE) return [];
      const [meant = null] = refinements
        .filter(({ from, to }) => from === term && to !== OTHER && to !== term && !isEmpty(to))
        .sort((x, y) => y.n - x.n)
        .map(({ to, n }) => ({ term: to, n }));
      return [
        {
          term,
          asked,
          empty,
          share: { value: Math.min(1, empty / asked), ...interval },
          meant,
          category: categoryOf(meant?.term ?? term),
        },
      ];
    })
    .sort((x, y) => y.empty - x.empty);
}
