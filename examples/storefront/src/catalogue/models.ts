/** The models of the shop, each made in several colours. All of them are invented. */
import type { CollectionId, StyleId } from './collections.ts';

export interface Model {
  readonly name: string;
  /** The shelf it is filed on. */
  readonly category: string;
  /** What it is: `milk frother`. */
  readonly noun: string;
  readonly style: StyleId;
  /** In minor units: 7900 is 79.00 euros. */
  readonly price: number;
  /** In the order in which the shop shows them. */
  readonly colours: readonly CollectionId[];
  readonly text: string;
  readonly specs: readonly (readonly [name: string, value: string])[];
}

const COLOURS: { readonly [initial: string]: CollectionId } = {
  c: 'chalk',
  s: 'sage',
  i: 'ink',
  k: 'clay',
  b: 'butter',
  d: 'damson',
};

type Row = readonly [
  name: string,
  category: string,
  noun: string,
  style: StyleId,
  price: number,
  /** One letter each, see `COLOURS`. */
  colours: string,
  text: string,
  /** `Name value`, separated by semicolons. */
  specs: string,
];

// biome-ignore format: a table reads best with one model in two lines
const ROWS: readonly Row[] = [
  ['Heron', 'kettles/gooseneck', 'gooseneck kettle', 'studio', 11900, 'ics',
    'Holds the water at the degree you set, and pours it as slowly as you dare.', 'Capacity: 0.9 l; Power: 1,200 W; Hold: 60 min'],
  ['Curlew', 'kettles/gooseneck', 'gooseneck kettle', 'modern', 8900, 'cskb',
    'A long bill, a counterweighted handle and nothing that beeps.', 'Capacity: 0.8 l; Power: 1,000 W; Weight: 1.0 kg'],
  ['Bittern', 'kettles/electric', 'electric kettle', 'country', 7900, 'sckb',
    'Round as a pebble, with a handle of oiled beech.', 'Capacity: 1.5 l; Power: 2,200 W; Weight: 1.3 kg'],
  ['Plover', 'kettles/electric', 'electric kettle', 'modern', 6900, 'cid',
    'Double-walled: hot inside, cool outside, quiet all the way.', 'Capacity: 1.7 l; Power: 2,200 W; Weight: 1.4 kg'],
  ['Dipper', 'kettles/electric', 'electric kettle', 'retro', 8400, 'bsk',
    'A cheerful curve with a thermometer on its front.', 'Capacity: 1.6 l; Power: 2,400 W; Weight: 1.4 kg'],
  ['Wren', 'kettles/stovetop', 'stovetop kettle', 'country', 5400, 'ksc',
    'Small, loud and hard to discourage.', 'Capacity: 1.2 l; Hobs: all; Weight: 0.9 kg'],
  ['Piper', 'kettles/stovetop', 'stovetop kettle', 'retro', 5900, 'cbid',
    'Two notes when it boils, a fifth apart.', 'Capacity: 2.0 l; Hobs: all; Weight: 1.1 kg'],
  ['Siskin', 'coffee/grinders', 'coffee grinder', 'modern', 14900, 'cis',
    'Forty steps from espresso to French press, each with a click.', 'Burrs: 40 mm; Steps: 40; Hopper: 250 g'],
  ['Nuthatch', 'coffee/grinders', 'coffee grinder', 'studio', 21900, 'ikc',
    'Weighs the dose while it grinds and stops by itself.', 'Burrs: 54 mm; Steps: stepless; Hopper: 350 g'],
  ['Kestrel', 'coffee/espresso', 'espresso machine', 'retro', 54900, 'ckbs',
    'A lever, a gauge and a steam arm. Nothing else to learn.', 'Pressure: 9 bar; Tank: 1.8 l; Warm: 5 min'],
  ['Harrier', 'coffee/espresso', 'espresso machine', 'studio', 42900, 'ics',
    'Narrow enough for the gap beside the fridge.', 'Pressure: 9 bar; Tank: 1.2 l; Warm: 3 min'],
  ['Avocet', 'coffee/filter', 'filter machine', 'modern', 15900, 'csi',
    'Wets the grounds, waits, then pours: as you would by hand.', 'Capacity: 1.2 l; Power: 1,500 W; Can: insulated'],
  ['Linnet', 'coffee/filter', 'filter machine', 'country', 12900, 'kbs',
    'Four cups in four minutes, and a warm plate of cast iron.', 'Capacity: 0.6 l; Power: 900 W; Can: glass'],
  ['Robin', 'toasters/two-slice', 'two-slice toaster', 'retro', 7400, 'kbscd',
    'Wide slots, a soft landing and a crumb tray that comes out.', 'Slots: 2; Power: 900 W; Lift: high'],
  ['Finch', 'toasters/two-slice', 'two-slice toaster', 'modern', 5900, 'cis',
    'One dial. It remembers where you left it.', 'Slots: 2; Power: 850 W; Lift: standard'],
  ['Magpie', 'toasters/four-slice', 'four-slice toaster', 'retro', 11400, 'cisb',
    'Two sides with two minds: pale here, dark there.', 'Slots: 4; Power: 1,800 W; Lift: high'],
  ['Rook', 'toasters/four-slice', 'four-slice toaster', 'studio', 9900, 'ikc',
    'Long slots for the loaf that is not square.', 'Slots: 2 long; Power: 1,600 W; Lift: high'],
  ['Swift', 'blenders/jug', 'jug blender', 'modern', 13900, 'cisd',
    'Crushes ice, spares the neighbours.', 'Jug: 1.5 l glass; Power: 1,200 W; Speeds: 6'],
  ['Martin', 'blenders/jug', 'jug blender', 'retro', 12400, 'bks',
    'A ribbed jug and one chrome switch: off, on, more.', 'Jug: 1.4 l glass; Power: 900 W; Speeds: 2'],
  ['Stilt', 'blenders/hand', 'hand blender', 'modern', 6400, 'cis',
    'Long-legged enough for the tallest pot.', 'Foot: steel; Power: 800 W; Speeds: stepless'],
  ['Sandpiper', 'blenders/hand', 'hand blender', 'country', 5400, 'sbk',
    'Light in the hand, strong in the soup.', 'Foot: steel; Power: 600 W; Speeds: 2'],
  ['Puffin', 'blenders/hand', 'milk frother', 'retro', 4900, 'cbk',
    'Warm foam or cold, thick enough to carry a spoon.', 'Capacity: 0.25 l; Power: 500 W; Programmes: 3'],
  ['Goldeneye', 'mixers/stand', 'stand mixer', 'retro', 37900, 'bcsid',
    'Kneads two loaves at once and does not wander off the worktop.', 'Bowl: 4.8 l; Power: 500 W; Speeds: 10'],
  ['Tawny', 'mixers/stand', 'stand mixer', 'country', 32900, 'ksc',
    'A quiet motor under a heavy head.', 'Bowl: 4.3 l; Power: 420 W; Speeds: 8'],
  ['Whinchat', 'mixers/hand', 'hand mixer', 'modern', 5900, 'csi',
    'Starts slowly, so the flour stays in the bowl.', 'Power: 400 W; Speeds: 7; Weight: 0.9 kg'],
  ['Dunnock', 'mixers/hand', 'hand mixer', 'retro', 6600, 'bkd',
    'Stands on its own heels between two bowls.', 'Power: 450 W; Speeds: 5; Weight: 1.0 kg'],
  ['Eider', 'ovens/countertop', 'countertop oven', 'studio', 24900, 'ick',
    'Hot air from behind, a stone below, a door that stays cool.', 'Inside: 22 l; Power: 1,800 W; Heat: 40 to 250 °C'],
  ['Teal', 'ovens/countertop', 'countertop oven', 'modern', 18900, 'csd',
    'Four slices, one pizza or half a chicken.', 'Inside: 14 l; Power: 1,500 W; Heat: 60 to 230 °C'],
  ['Wheatear', 'ovens/bread', 'bread maker', 'country', 16900, 'bcs',
    'Rises, knocks back, proves and bakes by first light.', 'Loaf: 0.5 to 1 kg; Power: 600 W; Programmes: 14'],
  ['Corncrake', 'ovens/bread', 'bread maker', 'modern', 14900, 'cik',
    'Folds instead of kneading, for a crumb with holes in it.', 'Loaf: 0.75 kg; Power: 550 W; Programmes: 10'],
  ['Snipe', 'cookers/rice', 'rice cooker', 'modern', 9900, 'csi',
    'Listens to the pot and turns itself down.', 'Inside: 1.0 l; Power: 500 W; Keep warm: 12 h'],
  ['Bunting', 'cookers/rice', 'rice cooker', 'retro', 7900, 'kbd',
    'One button. Press it, lay the table.', 'Inside: 0.8 l; Power: 400 W; Keep warm: 5 h'],
  ['Gadwall', 'cookers/slow', 'slow cooker', 'country', 8900, 'ksi',
    'A stoneware pot that goes to the table.', 'Inside: 4.5 l; Power: 280 W; Hours: 4 to 10'],
  ['Pochard', 'cookers/slow', 'slow cooker', 'studio', 11900, 'icd',
    'Sears first, then takes its time.', 'Inside: 5.5 l; Power: 900 W; Hours: 2 to 12'],
  ['Oriole', 'juicers/citrus', 'citrus press', 'retro', 6900, 'bkc',
    'Lean on it a little; it does the rest.', 'Power: 100 W; Cones: 2; Spout: drip-free'],
  ['Waxwing', 'juicers/citrus', 'citrus press', 'modern', 8900, 'csi',
    'A lever for those who press a dozen.', 'Power: 160 W; Cones: 1; Spout: drip-free'],
  ['Crossbill', 'juicers/slow', 'slow juicer', 'modern', 22900, 'cis',
    'Forty turns a minute, and whole apples in at the top.', 'Power: 150 W; Turns: 40 a min; Tube: 80 mm'],
  ['Hawfinch', 'juicers/slow', 'slow juicer', 'studio', 27900, 'idk',
    'Lies down to its work and makes nut butter on the side.', 'Power: 200 W; Turns: 60 a min; Tube: 45 mm'],
  ['Sanderling', 'tools/scales', 'kitchen scale', 'modern', 3900, 'cisk',
    'Zero at a touch. Thin enough to hide behind the books.', 'Up to: 5 kg; Steps: 1 g; Battery: USB-C'],
  ['Turnstone', 'tools/scales', 'kitchen scale', 'studio', 5900, 'ics',
    'Weighs and times a pour-over, a tenth of a gram at a time.', 'Up to: 2 kg; Steps: 0.1 g; Battery: USB-C'],
  ['Cuckoo', 'tools/timers', 'kitchen timer', 'retro', 2400, 'kbsi',
    'Turn it, forget it, be reminded.', 'Up to: 60 min; Power: clockwork; Base: magnet'],
  ['Whimbrel', 'tools/timers', 'kitchen timer', 'modern', 2900, 'csd',
    'Seven short notes for seven minutes.', 'Up to: 100 h; Power: USB-C; Base: magnet'],
];

function coloursOf(letters: string): CollectionId[] {
  return [...letters].map((letter) => {
    const colour = COLOURS[letter];
    if (colour === undefined) throw new Error(`No collection begins with ${letter}`);
    return colour;
  });
}

function specsOf(text: string): [string, string][] {
  return text.split('; ').map((spec) => {
    const [name = '', value = ''] = spec.split(': ');
    return [name, value];
  });
}

export const MODELS: readonly Model[] = ROWS.map(
  ([name, category, noun, style, price, colours, text, specs]) => ({
    name,
    category,
    noun,
    style,
    price,
    colours: coloursOf(colours),
    text,
    specs: specsOf(specs),
  }),
);
