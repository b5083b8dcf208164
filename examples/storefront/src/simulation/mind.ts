/** What a simulated visitor wants, likes, and believes about where things are. */
import { LEAF_CATEGORIES, leavesOf, PAIRS } from '../catalogue/categories.ts';
import { COLLECTIONS, type CollectionId } from '../catalogue/collections.ts';
import { MODELS, type Model } from '../catalogue/models.ts';
import type { Product } from '../catalogue/products.ts';
import { PLANTED_FAULTS } from './faults.ts';
import { chance, draw, type Random, type Weighted } from './random.ts';

/** What stays with a browser between its visits. */
export interface Taste {
  readonly shelf: string;
  readonly colour: CollectionId;
}

/** What moves a visitor through one visit; changes on the way. */
export interface Mind {
  /** The leaf category where they are looking now. */
  shelf: string;
  /** A certain model, or anything from the shelf. */
  wanted: Model | null;
  readonly colour: CollectionId;
  /** How ready to buy; 1 is usual. */
  keenness: number;
  /** How ready to stay; 1 is usual. */
  readonly patience: number;
}

const SHELF_INTEREST: { readonly [shelf: string]: number } = {
  'kettles/gooseneck': 9,
  'kettles/electric': 9,
  'kettles/stovetop': 4,
  'coffee/grinders': 7,
  'coffee/espresso': 11,
  'coffee/filter': 7,
  'toasters/two-slice': 8,
  'toasters/four-slice': 4,
  'blenders/jug': 5,
  'blenders/hand': 4,
  'mixers/stand': 9,
  'mixers/hand': 3,
  'ovens/countertop': 4,
  'ovens/bread': 5,
};
const OTHER_INTEREST = 2.5;

const MODEL_APPEAL: { readonly [model: string]: number } = {
  Kestrel: 1.8,
  Goldeneye: 1.8,
  Robin: 1.6,
  Heron: 1.5,
  Curlew: 1.2,
  Wheatear: 1.3,
  Magpie: 1.2,
  Tawny: 0.8,
  Harrier: 0.8,
  Rook: 0.7,
  Corncrake: 0.8,
  Waxwing: 0.8,
};

const COLOUR_APPEAL: { readonly [colour in CollectionId]: number } = {
  chalk: 1.3,
  sage: 1.4,
  ink: 1,
  clay: 0.8,
  butter: 0.9,
  damson: 0.7,
};

const BURIED_APPEAL = 9;
const WANTS_A_MODEL = 0.45;
const WANTS_THE_MISFILED_ONE = 0.05;
/** People look in the wrong place now and then, wherever a thing is filed. */
const LOOKS_NEXT_DOOR = 0.04;
const LIKES_COMPANIONS = 0.3;

/** How much a product attracts whoever sees it, whatever they came for; 1 is usual. */
export const appealOf = ({ sku, model, collection }: Product): number =>
  (MODEL_APPEAL[model.name] ?? 1) *
  COLOUR_APPEAL[collection.id] *
  (sku === PLANTED_FAULTS.buriedSlot.item ? BURIED_APPEAL : 1);

const SHELVES: Weighted<string> = LEAF_CATEGORIES.map(({ path }) => [
  path,
  SHELF_INTEREST[path] ?? OTHER_INTEREST,
]);
const COLOURS: Weighted<CollectionId> = COLLECTIONS.map(({ id }) => [id, COLOUR_APPEAL[id]]);

export const drawTaste = (random: Random): Taste => ({
  shelf: draw(random, SHELVES),
  colour: draw(random, COLOURS),
});

const misfiled = MODELS.find(({ name }) => name === PLANTED_FAULTS.wrongShelf.model);

/** A model of a shelf. Nobody knows of the misfiled one that it would be there. */
function modelOn(random: Random, shelf: string): Model {
  const models = MODELS.filter((model) => model.category === shelf && model !== misfiled);
  return draw(
    random,
    models.map((model) => [model, MODEL_APPEAL[model.name] ?? 1]),
  );
}

/** @param visits Earlier ones of this browser: those who come back are nearer to buying. */
export function drawMind(random: Random, taste: Taste, visits: number): Mind {
  const shelf = chance(random, 0.75) ? taste.shelf : draw(random, SHELVES);
  const mind: Mind = {
    shelf,
    wanted: null,
    colour: taste.colour,
    keenness: visits === 0 ? 0.7 : 1.3,
    patience: 0.6 + 0.8 * random.next(),
  };
  if (chance(random, WANTS_THE_MISFILED_ONE)) {
    return { ...mind, shelf: PLANTED_FAULTS.wrongShelf.soughtIn, wanted: misfiled ?? null };
  }
  if (!chance(random, WANTS_A_MODEL)) return mind;
  const wanted = modelOn(random, shelf);
  const nextDoor: Weighted<string> = leavesOf(shelf).map(({ path }) => [path, 1]);
  return { ...mind, wanted, shelf: chance(random, LOOKS_NEXT_DOOR) ? draw(random, nextDoor) : shelf };
}

/** What goes with a shelf in people's heads: what the shop links to, and what it fails to link to. */
function companionOf(shelf: string): string | undefined {
  const { from, to } = PLANTED_FAULTS.detour;
  return shelf === from ? to : PAIRS.get(shelf);
}

/** The visitor has looked at a whole shelf without finding what they want: they think again, or settle for less. */
export function searchElsewhere(random: Random, mind: Mind): void {
  if (mind.wanted !== null && chance(random, 0.75)) mind.shelf = mind.wanted.category;
  else mind.wanted = null;
}

/** The visitor stands before a product. */
export function lookAt(random: Random, mind: Mind, product: Product): void {
  if (product.model === mind.wanted) {
    mind.wanted = null;
    mind.shelf = product.category;
    mind.keenness *= 1.4;
  }
  const companion = companionOf(product.category);
  if (mind.wanted === null && companion !== undefined && chance(random, LIKES_COMPANIONS)) {
    mind.shelf = companion;
  }
}
