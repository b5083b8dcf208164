/** Wrong shelves and dead ends among many that are none: how many of those told are false, and how many are found. */
import type { FindRow, LayoutRow } from '@holloway/protocol';
import { advise } from '../../packages/insight/src/index.ts';
import { deadEnds } from '../../packages/insight/src/method/dead-end.ts';
import { wrongShelves } from '../../packages/insight/src/method/wrong-shelf.ts';
import { binomial, normal, poisson, type Random, seededRandom } from '../../packages/insight/test/random.ts';
import type { Figure } from '../figure.ts';

const K = 10;
const CATEGORIES = ['pots', 'pans', 'knives', 'mills', 'kettles', 'cups'];
const ITEMS = 30;

const between = (low: number, high: number, random: Random): number => low + (high - low) * random();
const logNormal = (middle: number, sigma: number, random: Random): number =>
  middle * Math.exp(sigma * normal(random));

interface Outcome {
  readonly told: number;
  readonly right: number;
  readonly planted: number;
}

/** @param differing How much items of a category differ in where they are looked for: standard deviation of the logarithm. */
function shelves(planted: number, differing: number, random: Random): Outcome {
  const rows: FindRow[] = [];
  const truth = new Set<string>();
  for (const found of CATEGORIES) {
    const usual = new Map(
      CATEGORIES.filter((each) => each !== found).map((each) => [each, between(0.01, 0.05, random)]),
    );
    for (let i = 0; i < ITEMS; i += 1) {
      const item = `${found} ${i}`;
      const finds = Math.round(logNormal(300, 0.8, random));
      const wrongOne =
        i < planted / CATEGORIES.length ? CATEGORIES.find((each) => each !== found) : undefined;
      if (wrongOne !== undefined) truth.add(`${item} ${wrongOne}`);
      let direct = finds;
      for (const [tried, rate] of usual) {
        const share = tried === wrongOne ? 0.2 : Math.min(0.5, logNormal(rate, differing, random));
        const n = poisson(finds * share, random);
        direct -= n;
        if (n >= K) rows.push({ item, tried, found, route: 'detour', n, people: n });
      }
      if (direct >= K) rows.push({ item, tried: found, found, route: 'direct', n: direct, people: direct });
    }
  }
  const told = wrongShelves(rows, K);
  const right = told.filter(({ item, tried }) => truth.has(`${item} ${tried}`)).length;
  return { told: told.length, right, planted: truth.size };
}

/** Pages whose exit rates differ by 5 points anyhow, and some that end nearly twice as many visits; `small` more have 35 views each. */
function ends(planted: number, pages: number, small: number, random: Random): Outcome {
  const endings = Array.from({ length: pages + small }, (_, i) => {
    const views = i < pages ? Math.max(1, Math.round(logNormal(500, 1, random))) : 35;
    const rate = i < planted ? 0.55 : Math.min(0.6, Math.max(0.05, 0.3 + 0.05 * normal(random)));
    return { node: String(i), kind: 'product', views, exits: binomial(views, rate, random) };
  });
  const told = deadEnds(
    endings.filter(({ exits }) => exits >= K),
    K,
  );
  return {
    told: told.length,
    right: told.filter(({ node }) => Number(node) < planted).length,
    planted,
  };
}

/** A handful of pages of a kind, as the articles of a shop are, beside two hundred products: `planted` of them end most visits. */
function fewEnds(planted: number, pages: number, random: Random): Outcome {
  const few = Array.from({ length: pages }, (_, i) => {
    const views = Math.max(60, Math.round(logNormal(200, 0.6, random)));
    const rate = i < planted ? 0.9 : Math.min(0.7, Math.max(0.1, 0.42 + 0.05 * normal(random)));
    return { node: String(i), kind: 'page', views, exits: binomial(views, rate, random) };
  });
  const products = Array.from({ length: 200 }, (_, i) => {
    const views = Math.max(60, Math.round(logNormal(200, 0.6, random)));
    const rate = Math.max(0.05, 0.33 + 0.05 * normal(random));
    return { node: String(1000 + i), kind: 'product', views, exits: binomial(views, rate, random) };
  });
  const told = deadEnds([...few, ...products], K);
  return { told: told.length, right: told.filter(({ node }) => Number(node) < planted).length, planted };
}

/** Regions whose items are alike, and some of which one item far down is three times as good: what is told of which. */
function regions(planted: number, alike: number, random: Random): Outcome {
  const layout = Array.from({ length: planted + alike }, (_, at) =>
    Array.from({ length: 12 }, (__, i): LayoutRow => {
      const exposed = Math.round(1500 * 0.4 ** (i / 11));
      const rate = at < planted && i === 8 ? 0.15 : 0.05;
      const clicked = binomial(exposed, rate, random);
      const nothing = { added: null, ordered: null, returned: null, clicks: null, value: null };
      return {
        page: String(at),
        zone: 'grid',
        slot: i + 1,
        item: `item ${i}`,
        viewport: 's',
        exposed,
        clicked: clicked < K ? null : clicked,
        ...nothing,
      };
    }),
  ).flat();
  const told = advise({ days: 28, k: K, layout }).actions.filter(({ type }) => type !== 'rotation-test');
  const right = told.filter(({ subject }) => Number(subject.page) < planted).length;
  return { told: told.length, right, planted };
}

function figures(name: string, trials: number, budget: number | null, once: () => Outcome): Figure[] {
  const all = Array.from({ length: trials }, once);
  const sum = (of: (outcome: Outcome) => number): number => all.reduce((total, each) => total + of(each), 0);
  const [told, right, planted] = [sum((o) => o.told), sum((o) => o.right), sum((o) => o.planted)];
  const some = all.filter(({ told: n, right: r }) => n > r).length;
  if (planted === 0) {
    return [
      {
        name: `${name}: something told`,
        value: (100 * some) / trials,
        unit: '% of shops',
        ...(budget !== null && { budget }),
        detail: `${trials} shops without a fault, ${told} told in all`,
      },
    ];
  }
  const falseShare = all.reduce((total, o) => total + (o.told - o.right) / Math.max(1, o.told), 0) / trials;
  return [
    {
      name: `${name}: false ones among those told`,
      value: 100 * falseShare,
      unit: '%',
      ...(budget !== null && { budget }),
      detail: `${told} told`,
    },
    {
      name: `${name}: found`,
      value: (100 * right) / planted,
      unit: '%',
      detail: `${right} of ${planted} planted`,
    },
  ];
}

export function findingFigures(trials: number, seed: number): Figure[] {
  const random = seededRandom(seed);
  return [
    ...figures('wrong shelf, no fault', trials, 15, () => shelves(0, 0, random)),
    ...figures('wrong shelf, 6 faults in 180 products', trials, 12, () => shelves(6, 0, random)),
    ...figures('wrong shelf, 6 faults, products differ by a third', trials, null, () =>
      shelves(6, 0.3, random),
    ),
    ...figures('dead end, no fault', trials, 15, () => ends(0, 200, 0, random)),
    ...figures('dead end, 6 faults in 200 pages', trials, 12, () => ends(6, 200, 0, random)),
    ...figures('dead end, 6 faults in 200 pages and 1,000 small ones', trials, 12, () =>
      ends(6, 200, 1000, random),
    ),
    ...[6, 12, 30].flatMap((pages) => [
      ...figures(`dead end, none among ${pages} articles`, trials, 15, () => fewEnds(0, pages, random)),
      ...figures(`dead end, 1 of ${pages} articles`, trials, 12, () => fewEnds(1, pages, random)),
    ]),
    ...figures('dead end, 2 of 6 articles', trials, 12, () => fewEnds(2, 6, random)),
    ...figures('order, 300 regions of alike items', trials, 15, () => regions(0, 300, random)),
    ...figures('order, 10 regions that differ among 300', trials, 12, () => regions(10, 290, random)),
  ];
}
