/** What sealing must know of the facts, in ids and columns. Made of the catalogue once (site/seal-plan). */
export type Column = 'a' | 'b' | 'c' | 'd';

/** A histogram and the fact it describes: which of its dimensions are those of the described fact, in that fact's order. */
export interface SealedWith {
  readonly fact: number;
  readonly describes: number;
  /** For each dimension column of the described fact, the histogram's column of the same name. */
  readonly columns: readonly Column[];
}

/** Cells of a fact with one value, or with any other; a term by its text, for its id is the site's own. */
export interface Only {
  readonly isNot: boolean;
  readonly column: Column;
  readonly value: number | { readonly kind: string; readonly text: string };
}

/** Cells of a fact, and where they have what the cell has that they are matched with. */
export interface Matched {
  readonly fact: number;
  /** In the order of the other's dimensions. */
  readonly columns: readonly Column[];
  readonly only: Only | null;
}

/** Cells that add up to another that is told too. */
export interface SealFamily {
  /** Lasting. */
  readonly name: string;
  readonly whole: number;
  /** What they add up to: `n` of the whole, or a histogram of it, or nothing that is known. */
  readonly measure: 'n' | SealedWith | null;
  /** Of each part, `by` is the column that the measure has and the whole has not. */
  readonly parts: readonly (Matched & { readonly by: Column | null })[];
  /** The measure's own column. */
  readonly by: Column | null;
  /** Whether one count of the whole is one count of one part. */
  readonly isOnce: boolean;
}

/** Cells that count the same. */
export interface SealTwin extends Matched {
  readonly of: number;
}

/** Cells of a fact by their only dimension, and cells of `of` in the slice of this kind and value. */
export interface SliceTwin {
  readonly fact: number;
  readonly of: number;
  readonly kind: string;
  /** Of an enum in order, the first has id 1; `null` for terms. */
  readonly values: readonly string[] | null;
}

export interface SealPlan {
  /** Facts that stand on their own `reach`. */
  readonly facts: readonly number[];
  readonly histograms: readonly SealedWith[];
  /** Wholes before those whose parts they are. */
  readonly families: readonly SealFamily[];
  readonly twins: readonly SealTwin[];
  readonly sliceTwins: readonly SliceTwin[];
  /** By fact, the one that says how much was counted of it in all: what waits is told together. */
  readonly toldWith: readonly { readonly fact: number; readonly whole: number }[];
  /** Whether the slices of one kind, which add up to `*`, are families. */
  readonly slices: boolean;
}
