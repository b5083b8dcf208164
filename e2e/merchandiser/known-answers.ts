/**
 * What the real clothing shop's first four weeks answer, written out. Counted by e2e/truth, straight from the CSV and with none of
 * the product's code: `countByDay` of the sessions of 2008-04-01 to 2008-04-28, added up. `known-answers.test.ts` counts them again.
 * Beside each count stands what still waits on the last of these days, because fewer than ten browsers stood
 * behind it on some days, or for the sake of a neighbour: a screen shows the difference. That is the collector's choice, which
 * e2e/truth/reports.test.ts judges; here it is read off the screens, where it must add up.
 */

/** A move from one category to another. */
interface KnownMove {
  readonly from: string;
  readonly to: string;
  readonly n: number;
  readonly waits: number;
}

const move = (from: string, to: string, n: number, waits = 0): KnownMove => ({ from, to, n, waits });

export const KNOWN = {
  from: '2008-04-01',
  to: '2008-04-28',
  visits: 6509,
  moves: [
    move('(entry)', 'trousers', 2439),
    move('(entry)', 'skirts', 1610, 70),
    move('(entry)', 'sale', 1269, 79),
    move('(entry)', 'blouses', 1191, 67),
    move('trousers', 'trousers', 9326, 308),
    move('trousers', 'skirts', 896),
    move('trousers', 'blouses', 875),
    move('trousers', 'sale', 519, 25),
    move('skirts', 'skirts', 6954, 216),
    move('skirts', 'blouses', 854),
    move('skirts', 'trousers', 556),
    move('skirts', 'sale', 483, 31),
    move('blouses', 'blouses', 7139, 243),
    move('blouses', 'sale', 775),
    move('blouses', 'trousers', 614, 37),
    move('blouses', 'skirts', 483),
    move('sale', 'sale', 7885),
    move('sale', 'trousers', 467, 26),
    move('sale', 'blouses', 455, 22),
    move('sale', 'skirts', 418),
  ],
  /** Pageviews of a category, and those that were the last of their visit. */
  categories: {
    trousers: { views: 13402, exits: 1786 },
    skirts: { views: 10361, exits: 1514 },
    blouses: { views: 10514, exits: 1503 },
    sale: { views: 10931, exits: 1706 },
  },
  /** Of the first page of trousers: visits that clicked a product on the position, the fewest first. */
  positions: [
    { slot: 6, n: 945, waits: 0 },
    { slot: 3, n: 1104, waits: 0 },
    { slot: 5, n: 1234, waits: 6 },
    { slot: 4, n: 1477, waits: 0 },
    { slot: 2, n: 1507, waits: 17 },
    { slot: 1, n: 1567, waits: 0 },
  ],
  /** The most visits first; the third is no country, but the addresses that ended in `.net`. */
  countries: [
    { code: 'PL', n: 5125, waits: 0 },
    { code: 'CZ', n: 734, waits: 0 },
    { code: '.net', n: 223, waits: 0 },
    { code: 'LT', n: 175, waits: 12 },
  ],
  /** The last two weeks of them, each from a Tuesday to a Monday. */
  weeks: [
    { from: '2008-04-15', to: '2008-04-21', visits: 1498, pageviews: 11000, ofSale: 3004 },
    { from: '2008-04-22', to: '2008-04-28', visits: 1288, pageviews: 8582, ofSale: 1893 },
  ],
} as const;

/** What a screen shows of it by now. */
export const shown = ({ n, waits }: { readonly n: number; readonly waits: number }): number => n - waits;

export type Category = keyof typeof KNOWN.categories;

/** Where one goes from a category, or from the beginning of a visit, the most first. */
export const waysFrom = (
  from: Category | '(entry)',
): readonly { readonly to: string; readonly n: number }[] =>
  KNOWN.moves
    .filter((each) => each.from === from)
    .map((each) => ({ to: each.to, n: shown(each) }))
    .sort((a, b) => b.n - a.n);

/** How many of those moves wait. */
export const waitingFrom = (from: Category | '(entry)'): number =>
  KNOWN.moves.filter((each) => each.from === from).reduce((sum, { waits }) => sum + waits, 0);
