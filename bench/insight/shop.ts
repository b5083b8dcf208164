/**
 * A shop whose visitors are simulated one by one, with faults that are planted in it, and its reports as a collector would tell them: what
 * fewer than k visits stand behind is not in them. Counts by itself, with none of the product's code; judges nothing (planted.ts).
 */
import type {
  CategoryRow,
  ElementRow,
  ExperimentRow,
  FindRow,
  FlowRow,
  LayoutRow,
  PageRow,
  RefinementRow,
  SearchRow,
  TrailRow,
  Viewport,
} from '@holloway/protocol';
import { normal, type Random } from '../../packages/insight/test/random.ts';

export const K = 10;
export const DAYS = 28;

/** What is planted; without a fault the same shop has none. */
export interface Faults {
  /** Whether there are any. */
  readonly planted: boolean;
}

const CATEGORIES = ['pots', 'pans', 'knives', 'mills', 'kettles', 'cups', 'linen', 'lids'] as const;
type Category = (typeof CATEGORIES)[number];
/** In the menu of all pages; lids are not, and are come to over the home page. */
const MENU: readonly Category[] = CATEGORIES.filter((each) => each !== 'lids');
/** Cups have a list of which nobody sees the end. */
const listLength = (category: Category, { planted }: Faults): number =>
  planted && category === 'cups' ? 72 : 24;

interface Product {
  readonly item: string;
  readonly category: Category;
  /** From 1. */
  readonly slot: number;
  /** Share of clicks per exposure. */
  readonly appeal: number;
  readonly exitRate: number;
  /** Where it is looked for first, by how many of those who want it. */
  readonly wrongShelf: { readonly category: Category; readonly share: number } | null;
}

/** By the name of a product: its true clicks per exposure. */
export type Appeals = ReadonlyMap<string, number>;

export interface Shop {
  readonly reports: {
    readonly layout: LayoutRow[];
    readonly finds: FindRow[];
    readonly trails: TrailRow[];
    readonly flows: FlowRow[];
    readonly pages: PageRow[];
    readonly categories: CategoryRow[];
    readonly search: SearchRow[];
    readonly refinements: RefinementRow[];
    readonly elements: ElementRow[];
    readonly experiments: ExperimentRow[];
  };
  readonly appeals: Appeals;
}

/** Faults by type and the words of their subject, in the order of `planted.ts`. */
export const PLANTED = {
  'move-up': ['/c/kettles grid kettles 15'],
  bury: ['/c/knives grid knives 3'],
  'cross-list': ['pans 4 pots', 'mills 9 kettles', 'linen 2 cups'],
  'add-link': ['pots (home) lids'],
  'dead-end': ['/p/pots 6', '/p/linen 11'],
  'no-result': ['casserole', 'moka'],
  'long-list': ['/c/cups grid l', '/c/cups grid s'],
  'dead-click': ['/ hero s', '/ hero l'],
  'device-break': ['/ tile:/c/knives s'],
  'layout-verdict': ['hero b order'],
  'traffic-split': ['late b'],
} as const;

function products(faults: Faults, random: Random): Product[] {
  return CATEGORIES.flatMap((category) =>
    Array.from({ length: listLength(category, faults) }, (_, i): Product => {
      const item = `${category} ${i + 1}`;
      const is = (type: 'move-up' | 'bury' | 'cross-list' | 'dead-end', name: string): boolean =>
        faults.planted && PLANTED[type].some((each) => each === name);
      const usual = 0.05 * Math.exp(0.2 * normal(random));
      const isStrong = is('move-up', `/c/${category} grid ${item}`);
      const isWeak = is('bury', `/c/${category} grid ${item}`) || (faults.planted && item === 'kettles 1');
      const wrong = CATEGORIES.find((each) => is('cross-list', `${item} ${each}`));
      return {
        item,
        category,
        slot: i + 1,
        appeal: isStrong ? 0.14 : isWeak ? 0.012 : usual,
        exitRate: is('dead-end', `/p/${item}`)
          ? 0.65
          : Math.min(0.5, Math.max(0.1, 0.28 + 0.04 * normal(random))),
        wrongShelf: wrong === undefined ? null : { category: wrong, share: 0.35 },
      };
    }),
  );
}

/** One of twelve who look at a list with such a product want it, and three of five of them find it: see `look`. */
const clicksPerExposure = ({ appeal, wrongShelf }: Product): number =>
  wrongShelf === null ? appeal : 0.92 * appeal + 0.08 * 0.6;

const shown = (n: number): number | null => (n >= K ? n : null);

/** Sums by key, once for each visit where `visit` is the same. */
class Counts {
  private readonly sums = new Map<string, { n: number; last: number }>();

  add(visit: number, ...key: readonly (string | number | null)[]): void {
    const name = JSON.stringify(key);
    const sum = this.sums.get(name) ?? { n: 0, last: -1 };
    this.sums.set(name, { n: sum.last === visit ? sum.n : sum.n + 1, last: visit });
  }

  /** Those of at least k. */
  told(): [key: (string | number | null)[], n: number][] {
    return [...this.sums].filter(([, { n }]) => n >= K).map(([key, { n }]) => [JSON.parse(key), n]);
  }

  all(...key: readonly (string | number | null)[]): number {
    return this.sums.get(JSON.stringify(key))?.n ?? 0;
  }

  of(...key: readonly (string | number | null)[]): number | null {
    return shown(this.all(...key));
  }
}

const pick = <T>(values: readonly T[], random: Random): T => {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
};

/** Terms, how often they find nothing, and what they become. */
const terms = (planted: boolean): readonly { term: string; empty: number; meant: string | null }[] => [
  ...['pot', 'pan', 'knife', 'kettle', 'coffee mill', 'cup', 'linen towel'].map((term) => ({
    term,
    empty: 0.03,
    meant: null,
  })),
  { term: 'casserole', empty: planted ? 1 : 0.04, meant: 'pot' },
  { term: 'moka', empty: planted ? 0.95 : 0.02, meant: 'coffee mill' },
];

const TILES = ['/c/pots', '/c/pans', '/c/knives', '/c/mills', '/c/kettles'];

/** @param visits In four weeks. */
export function simulateShop(visits: number, faults: Faults, random: Random): Shop {
  const all = products(faults, random);
  const of = new Map<Category, Product[]>(
    CATEGORIES.map((each) => [each, all.filter(({ category }) => category === each)]),
  );
  const counts = new Counts();
  /** Counts that a visit may add to more than once. */
  let view = 0;

  for (let visit = 0; visit < visits; visit += 1) {
    const viewport: Viewport = random() < 0.6 ? 's' : 'l';
    const arm = random() < 0.5 ? 'a' : 'b';
    const late = random() < (faults.planted ? 0.54 : 0.5) ? 'a' : 'b';
    const badge = random() < 0.5 ? 'a' : 'b';
    let before: string | null = null;
    let beforeThat: string | null = null;
    let page: string | null = null;
    let ordered = false;

    /** A pageview, with the moves that lead to it. */
    const open = (path: string, category: string): void => {
      view += 1;
      if (page !== null) counts.add(view, 'onward', page);
      if (before !== null) counts.add(view, 'category onward', before);
      counts.add(view, 'page', path);
      counts.add(view, 'category', category);
      counts.add(view, 'move', before ?? '(entry)', category);
      if (before !== null && beforeThat !== null) counts.add(view, 'trail', beforeThat, before, category);
      [beforeThat, before, page] = [before, category, path];
    };
    const openHome = (): void => {
      open('/', '(home)');
      const see = (element: string, clicks: number, dead: number): void => {
        counts.add(view, 'seen', '/', element, viewport);
        if (random() >= clicks) return;
        counts.add(view, 'clicked', '/', element, viewport);
        if (random() < dead) counts.add(view, 'dead', '/', element, viewport);
      };
      see('hero', 0.08, faults.planted ? 0.7 : 0.05);
      for (const tile of TILES) {
        const isBroken = faults.planted && tile === '/c/knives' && viewport === 's';
        see(`tile:${tile}`, isBroken ? 0.004 : viewport === 's' ? 0.06 : 0.09, 0.04);
      }
    };
    /** Looks through a list, and may open what stands there. @returns What was opened. */
    const openList = (category: Category, wanted: Product | null): Product[] => {
      open(`/c/${category}`, category);
      const opened: Product[] = [];
      for (const product of of.get(category) ?? []) {
        // A row at a time: one of 24 is left at each.
        if (random() < 0.05) break;
        counts.add(visit, 'exposed', category, product.slot, product.item, viewport);
        if (product === wanted ? random() >= 0.6 : random() >= product.appeal) continue;
        counts.add(visit, 'opened', category, product.slot, product.item, viewport);
        opened.push(product);
      }
      return opened;
    };
    /** @returns Whether the visit goes on. */
    const openProduct = (product: Product, tried: string, found: string, route: string): boolean => {
      open(`/p/${product.item}`, product.category);
      counts.add(visit, 'find', product.item, tried, found, route);
      if (random() < 0.05 * (arm === 'b' && faults.planted ? 1.35 : 1)) ordered = true;
      return random() >= product.exitRate;
    };

    /** @returns Whether the visit goes on. */
    const look = (category: Category): boolean => {
      const special = (of.get(category) ?? []).filter(({ wrongShelf }) => wrongShelf !== null);
      const wants = special.length > 0 && random() < 0.08 ? pick(special, random) : null;
      // One of 20 looks elsewhere first, whatever they want.
      const first =
        wants?.wrongShelf && random() < wants.wrongShelf.share
          ? wants.wrongShelf.category
          : random() < 0.05
            ? pick(MENU, random)
            : category;
      if (first !== category)
        for (const product of openList(first, null).slice(0, 1)) {
          if (!openProduct(product, first, first, 'direct')) return false;
        }
      const route = first === category ? 'direct' : 'detour';
      for (const product of openList(category, wants).slice(0, 3)) {
        if (!openProduct(product, first, category, route)) return false;
        if (random() < 0.5) break;
      }
      return random() < 0.75;
    };

    if (random() < 0.5) openHome();
    if (random() < 0.15) {
      const { term, empty, meant } = pick(terms(faults.planted), random);
      counts.add(visit, 'asked', term);
      if (random() < empty) {
        counts.add(visit, 'empty', term);
        if (meant !== null && random() < 0.5) {
          counts.add(visit, 'asked', meant);
          counts.add(visit, 'refined', term, meant);
        }
      }
    }
    let category: Category = pick(MENU, random);
    for (let quest = 0; quest < 4; quest += 1) {
      if (!look(category)) break;
      // Who looked at pots often wants a lid; there is no link to it.
      if (category === 'pots' && random() < 0.4) {
        if (!faults.planted || random() < 0.15) {
          category = 'lids';
          continue;
        }
        openHome();
        category = 'lids';
      } else category = pick(MENU, random);
    }
    for (const [experiment, own] of [
      ['hero', arm],
      ['late', late],
      ['badge', badge],
    ] as const) {
      counts.add(visit, 'arm', experiment, own, '(any)');
      if (ordered) counts.add(visit, 'arm', experiment, own, 'order');
    }
  }
  return {
    reports: reportsOf(counts),
    appeals: new Map(all.map((each) => [each.item, clicksPerExposure(each)])),
  };
}

/** Rows of the counts whose key begins with `name`, each by the rest of its key. */
function rowsOf<T>(
  counts: Counts,
  name: string,
  row: (key: (string | number | null)[], n: number) => T,
): T[] {
  return counts.told().flatMap(([[own, ...key], n]) => (own === name ? [row(key, n)] : []));
}

const viewportOf = (value: unknown): Viewport => (value === 's' ? 's' : 'l');

function reportsOf(counts: Counts): Shop['reports'] {
  return {
    layout: rowsOf(counts, 'exposed', ([category, slot, item, viewport], exposed) => ({
      page: `/c/${category}`,
      zone: 'grid',
      slot: Number(slot),
      item: String(item),
      viewport: viewportOf(viewport),
      exposed,
      clicked: counts.of('opened', String(category), Number(slot), String(item), String(viewport)),
      added: null,
      ordered: null,
      returned: null,
      clicks: null,
      value: null,
    })),
    finds: rowsOf(counts, 'find', ([item, tried, found, route], n) => ({
      item: String(item),
      tried: String(tried),
      found: String(found),
      route: route === 'direct' ? 'direct' : 'detour',
      n,
      people: n,
    })),
    trails: rowsOf(counts, 'trail', ([a, b, c], n) => ({
      path: [String(a), String(b), String(c)],
      n,
      people: n,
    })),
    flows: rowsOf(counts, 'move', ([from, to], n) => ({ from: String(from), to: String(to), n, people: n })),
    pages: rowsOf(counts, 'page', ([page], views) => {
      const path = String(page);
      const [, type = '', name = ''] = path.split('/');
      return {
        page: path,
        category: type === 'c' ? name : type === 'p' ? (name.split(' ')[0] ?? null) : null,
        views,
        visitors: views,
        entries: null,
        exits: shown(views - counts.all('onward', path)),
        bounces: null,
        settledViews: views,
        settledEntries: null,
        engagement: null,
        engagementLower: null,
        engagementUpper: null,
      };
    }),
    categories: rowsOf(counts, 'category', ([category], views) => ({
      category: String(category),
      views,
      visitors: views,
      entries: null,
      exits: shown(views - counts.all('category onward', String(category))),
      settledViews: views,
    })),
    search: rowsOf(counts, 'asked', ([term], asked) => ({
      term: String(term),
      asked,
      empty: counts.of('empty', String(term)),
      clicked: null,
      refined: null,
    })),
    refinements: rowsOf(counts, 'refined', ([from, to], n) => ({
      from: String(from),
      to: String(to),
      n,
      people: n,
    })),
    elements: rowsOf(counts, 'seen', ([page, element, viewport], exposed) => ({
      page: String(page),
      element: String(element),
      viewport: viewportOf(viewport),
      exposed,
      clicked: counts.of('clicked', String(page), String(element), String(viewport)),
      dead: counts.of('dead', String(page), String(element), String(viewport)),
      rage: null,
    })),
    experiments: rowsOf(counts, 'arm', ([experiment, arm, metric], n) => ({
      experiment: String(experiment),
      arm: String(arm),
      metric: String(metric),
      exposed: counts.of('arm', String(experiment), String(arm), '(any)'),
      n,
      people: n,
    })),
  };
}
