/** The category tree, two levels deep, and which shelves point at each other. */

export interface Category {
  /** `kettles` or `kettles/gooseneck`. */
  readonly path: string;
  readonly name: string;
  readonly text: string;
  /** Begins the article numbers of a shelf; empty for the upper level, where nothing is filed. */
  readonly code: string;
}

const category = (path: string, code: string, name: string, text: string): Category => ({
  path,
  code,
  name,
  text,
});

export const CATEGORIES: readonly Category[] = [
  category('kettles', '', 'Kettles', 'For tea, for coffee, for the hot-water bottle.'),
  category('kettles/gooseneck', 'KG', 'Gooseneck kettles', 'A thin, steady stream that lands where you aim.'),
  category('kettles/electric', 'KE', 'Electric kettles', 'Boil in two minutes and switch themselves off.'),
  category('kettles/stovetop', 'KS', 'Stovetop kettles', 'Sing on gas, glass and induction alike.'),
  category('coffee', '', 'Coffee', 'From whole bean to the cup.'),
  category('coffee/grinders', 'CG', 'Coffee grinders', 'Conical burrs, even grounds, little noise.'),
  category('coffee/espresso', 'CE', 'Espresso machines', 'Nine bars, one lever, no fuss.'),
  category('coffee/filter', 'CF', 'Filter machines', 'A full pot that still tastes of something.'),
  category('toasters', '', 'Toasters', 'Breakfast, evenly browned.'),
  category('toasters/two-slice', 'TT', 'Two-slice toasters', 'For one, or for two who agree.'),
  category('toasters/four-slice', 'TF', 'Four-slice toasters', 'For the table that never agrees.'),
  category('blenders', '', 'Blenders', 'Soups, sauces, smoothies.'),
  category('blenders/jug', 'BJ', 'Jug blenders', 'A litre and a half at a time.'),
  category('blenders/hand', 'BH', 'Hand blenders', 'Straight into the pot.'),
  category('mixers', '', 'Mixers', 'For dough that takes some arm.'),
  category('mixers/stand', 'MS', 'Stand mixers', 'Knead, whip and fold while you do something else.'),
  category('mixers/hand', 'MH', 'Hand mixers', 'Out of the drawer and back in it.'),
  category('ovens', '', 'Ovens', 'Small ovens for the worktop.'),
  category('ovens/countertop', 'OC', 'Countertop ovens', 'Hot in five minutes, big enough for a chicken.'),
  category('ovens/bread', 'OB', 'Bread makers', 'Flour in the evening, a loaf in the morning.'),
  category('cookers', '', 'Cookers', 'Put the lid on and come back later.'),
  category('cookers/rice', 'RC', 'Rice cookers', 'Every grain for itself.'),
  category('cookers/slow', 'SC', 'Slow cookers', 'Eight hours, hardly any work.'),
  category('juicers', '', 'Juicers', 'The whole orange, minus the peel.'),
  category('juicers/citrus', 'JC', 'Citrus presses', 'Half an orange, one press.'),
  category('juicers/slow', 'JS', 'Slow juicers', 'Cold and quiet, down to the last drop.'),
  category('tools', '', 'Tools', 'Measure once, cook once.'),
  category('tools/scales', 'SK', 'Kitchen scales', 'To the tenth of a gram.'),
  category('tools/timers', 'TM', 'Kitchen timers', 'So that an egg is an egg.'),
];

const byPath = new Map(CATEGORIES.map((entry) => [entry.path, entry]));

export const isLeaf = (path: string): boolean => path.includes('/');

/** The upper level of a path: `kettles/gooseneck` is in `kettles`. */
export function topOf(path: string): string {
  const slash = path.indexOf('/');
  return slash === -1 ? path : path.slice(0, slash);
}

export const TOP_CATEGORIES = CATEGORIES.filter(({ path }) => !isLeaf(path));

export const LEAF_CATEGORIES = CATEGORIES.filter(({ path }) => isLeaf(path));

export const findCategory = (path: string): Category | undefined => byPath.get(path);

/** @throws Error where the shop has no such category. */
export function categoryAt(path: string): Category {
  const found = byPath.get(path);
  if (found === undefined) throw new Error(`The shop has no category ${path}`);
  return found;
}

/** The shelves below the upper level of `path`, itself included when it is one of them. */
export const leavesOf = (path: string): readonly Category[] =>
  LEAF_CATEGORIES.filter((leaf) => topOf(leaf.path) === topOf(path));

/**
 * "Goes well with": a link from the first shelf to the second.
 * `kettles/gooseneck` has none. That is the planted detour, see FAULTS.md.
 */
export const PAIRS: ReadonlyMap<string, string> = new Map([
  ['kettles/electric', 'toasters/two-slice'],
  ['kettles/stovetop', 'tools/timers'],
  ['coffee/filter', 'kettles/gooseneck'],
  ['coffee/espresso', 'tools/scales'],
  ['toasters/two-slice', 'kettles/electric'],
  ['toasters/four-slice', 'juicers/citrus'],
  ['mixers/stand', 'ovens/bread'],
  ['ovens/bread', 'mixers/stand'],
  ['cookers/rice', 'tools/scales'],
  ['juicers/slow', 'blenders/jug'],
  ['blenders/jug', 'juicers/slow'],
]);
