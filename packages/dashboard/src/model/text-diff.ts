/** Two versions of a text, word by word: what stayed, what went, what came. Pure. */
import type { Language } from '@holloway/protocol';

export interface Piece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** In languages that put no spaces between words, too. */
const wordsOf = (text: string, language: Language): string[] =>
  [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)].map(({ segment }) => segment);

/** For each pair of places, how many words the rest of both texts have in common, in order. */
function commonAfter(before: readonly string[], after: readonly string[]): number[][] {
  const lengths = Array.from({ length: before.length + 1 }, () =>
    new Array<number>(after.length + 1).fill(0),
  );
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const row = lengths[i] as number[];
      const below = lengths[i + 1] as number[];
      row[j] = before[i] === after[j] ? 1 + (below[j + 1] ?? 0) : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}

type Step = Piece['kind'];

/** What becomes of each word, in order. */
function stepsBetween(were: readonly string[], are: readonly string[]): Piece[] {
  const common = commonAfter(were, are);
  const steps: Piece[] = [];
  let [i, j] = [0, 0];
  const take = (kind: Step, text = ''): void => {
    steps.push({ kind, text });
    if (kind !== 'added') i++;
    if (kind !== 'removed') j++;
  };
  while (i < were.length || j < are.length) {
    const withoutOld = i < were.length ? (common[i + 1]?.[j] ?? 0) : -1;
    const withoutNew = j < are.length ? (common[i]?.[j + 1] ?? 0) : -1;
    if (withoutOld >= 0 && were[i] === are[j]) take('same', were[i]);
    else if (withoutOld >= withoutNew) take('removed', were[i]);
    else take('added', are[j]);
  }
  return steps;
}

/**
 * Words that were replaced one after the other are one replacement, so that it reads as a phrase: spaces that happen to be
 * the same are no reason to stop.
 *
 * @returns Pieces that make `before` without the added ones, and `after` without the removed ones.
 */
export function textDiff(before: string, after: string, language: Language): Piece[] {
  const pieces: Piece[] = [];
  let [same, removed, added] = ['', '', ''];
  const flush = (): void => {
    const found: Piece[] = [
      { kind: 'removed', text: removed },
      { kind: 'added', text: added },
      { kind: 'same', text: same },
    ];
    pieces.push(...found.filter(({ text }) => text !== ''));
    [same, removed, added] = ['', '', ''];
  };
  for (const { kind, text } of stepsBetween(wordsOf(before, language), wordsOf(after, language))) {
    if (kind === 'same') {
      same += text;
      continue;
    }
    // What stayed before it is over, unless it is but a space within a replacement.
    if (same !== '' && (same.trim() !== '' || removed === '' || added === '')) flush();
    removed += same + (kind === 'removed' ? text : '');
    added += same + (kind === 'added' ? text : '');
    same = '';
  }
  flush();
  return pieces;
}
