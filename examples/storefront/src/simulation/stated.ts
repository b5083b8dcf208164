/**
 * What simulated visitors say of their own will in the privacy settings: few do, once, and mostly what they are drawn to.
 * Drawn by lots of its own, so that it changes nothing else of who comes.
 */
import { addToTally, fold, type Tally } from '@holloway/sdk/visit';
import { TOP_CATEGORIES, topOf } from '../catalogue/categories.ts';
import { COLLECTIONS, type CollectionId, STYLES } from '../catalogue/collections.ts';
import type { SimulatedBrowser } from './browser-visit.ts';
import { chance, createRandom, draw, type Random, type Weighted } from './random.ts';

export interface Will {
  /** What a browser states in its first visit, on this day number; mostly nothing. It belongs to no page. */
  of(browser: SimulatedBrowser, day: number): Tally;
  readonly random: Random;
}

/** The shift that is there to be found: so many days after the history began, some take to a colour. */
export const IN_FASHION = { colour: 'damson', afterDays: 32, draws: 0.2 } as const satisfies {
  readonly colour: CollectionId;
  readonly afterDays: number;
  readonly draws: number;
};

const ANSWERS = 0.08;
/** Each question may be left open. */
const ANSWERS_EACH = 0.8;
const TRUE_TO_TASTE = 0.8;

const alike = <T>(values: readonly T[]): Weighted<T> => values.map((value) => [value, 1] as const);
const COLOURS = alike(COLLECTIONS.map(({ id }) => id));
const SHELVES = alike(TOP_CATEGORIES.map(({ path }) => path));
const LIKED_STYLES: Weighted<string> = STYLES.map(({ id }, place) => [id, STYLES.length - place] as const);
const NEWSLETTER: Weighted<string> = [
  ['no', 3],
  ['yes', 1],
];

function colourOf(random: Random, { taste }: SimulatedBrowser, isInFashion: boolean): string {
  if (isInFashion && chance(random, IN_FASHION.draws)) return IN_FASHION.colour;
  return chance(random, TRUE_TO_TASTE) ? taste.colour : draw(random, COLOURS);
}

/** @param begin The day number on which the history begins. */
export function createWill(seed: number, begin: number): Will {
  const random = createRandom(seed ^ 0x5a9e);
  const answersOf = (browser: SimulatedBrowser, day: number) =>
    [
      ['colour', colourOf(random, browser, day - begin >= IN_FASHION.afterDays)],
      ['style', draw(random, LIKED_STYLES)],
      ['category', chance(random, TRUE_TO_TASTE) ? topOf(browser.taste.shelf) : draw(random, SHELVES)],
      ['newsletter', draw(random, NEWSLETTER)],
    ] as const;
  return {
    random,
    of(browser, day) {
      const tally: Tally = {};
      if (browser.visits > 0 || !chance(random, ANSWERS)) return tally;
      for (const [key, value] of answersOf(browser, day)) {
        if (!chance(random, ANSWERS_EACH)) continue;
        addToTally(tally, fold(null, { kind: 'preference', key, value }, 0).counts, browser.ledger, day);
      }
      return tally;
    },
  };
}
