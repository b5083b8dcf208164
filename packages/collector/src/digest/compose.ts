/** From the reports of a week, and of those that it is compared with, to what a digest tells. Pure; asks for none: see gather. */
import { type Counted, type Side, type SiteAdvice, tellingOf, whatChanged } from '@holloway/insight';
import {
  type DaysShown,
  DIGEST_VERSION,
  type Digest,
  type DigestFigure,
  type DigestFigureName,
  type DigestLanguage,
  type DigestShift,
  type Labels,
  OTHER,
  type Report,
} from '@holloway/protocol';
import { actionTitle } from './action-title.ts';
import { createNames } from './names.ts';
import { DIGEST_WORDS } from './words/words.ts';

const MOST_SHIFTS = 6;
const MOST_ACTIONS = 5;

export interface WeekFigures {
  readonly overview: Report<'overview'>;
  readonly purchases: Report<'purchases'>;
}

export interface WeekReports extends WeekFigures {
  readonly categories: Report<'categories'>;
  readonly pages: Report<'pages'>;
  readonly products: Report<'products'>;
}

export interface DigestParts {
  readonly site: Digest['site'];
  readonly k: number;
  readonly language: DigestLanguage;
  readonly url: string | null;
  readonly week: DaysShown;
  readonly now: WeekReports;
  readonly before: WeekReports | null;
  readonly lastYear: WeekFigures | null;
  /** Of the four weeks that end with the week. */
  readonly advice: SiteAdvice;
  /** Ids of actions that somebody planned, did or dismissed. */
  readonly decided: ReadonlySet<string>;
}

/** Visitors are told a day at a time. */
function visitorsADay({ rows }: Report<'overview'>): number | null {
  const told = rows.flatMap(({ visitors }) => visitors ?? []);
  return told.length === 0 ? null : told.reduce((sum, n) => sum + n, 0) / told.length;
}

const ordersIn = ({ rows }: Report<'purchases'>): number | null =>
  rows.length === 0 ? null : rows.reduce((sum, { orders }) => sum + orders, 0);

function figureIn(name: DigestFigureName, { overview, purchases }: WeekFigures, currency: string) {
  switch (name) {
    case 'visits':
    case 'pageviews':
      return overview.totals[name];
    case 'visitors':
      return visitorsADay(overview);
    case 'orders':
      return ordersIn(purchases);
    case 'value':
      return purchases.rows.find((row) => row.currency === currency)?.value ?? null;
    case 'coverage':
      return overview.coverage;
  }
}

function figuresOf({ now, before, lastYear, site }: DigestParts): DigestFigure[] {
  const sells = [now, before, lastYear].some((each) => each !== null && each.purchases.rows.length > 0);
  const isKnown = [now, before, lastYear].some((each) => (each?.overview.coverage ?? null) !== null);
  const names: readonly DigestFigureName[] = [
    'visits',
    'visitors',
    'pageviews',
    ...(sells ? (['orders', 'value'] as const) : []),
    ...(isKnown ? (['coverage'] as const) : []),
  ];
  const of = (name: DigestFigureName, each: WeekFigures | null): number | null =>
    each === null ? null : figureIn(name, each, site.currency);
  return names.map((name) => ({
    name,
    now: of(name, now),
    before: of(name, before),
    lastYear: of(name, lastYear),
  }));
}

const viewed = ({ totals }: { readonly totals: { readonly n: number } }, rows: readonly Counted[]): Side => ({
  rows: rows.filter(({ key }) => key !== OTHER),
  total: totals.n,
});

/** Of those that are put into carts; a visit counts once. */
function addedTo({ rows }: Report<'products'>): Side {
  const added = new Map<string, number>();
  for (const row of rows) added.set(row.item, (added.get(row.item) ?? 0) + (row.added ?? 0));
  const counted = [...added].map(([key, n]) => ({ key, n, people: n }));
  return {
    rows: counted.filter(({ key }) => key !== OTHER),
    total: counted.reduce((sum, { n }) => sum + n, 0),
  };
}

const SIDES: { readonly [of in DigestShift['of']]: (reports: WeekReports) => Side } = {
  categories: ({ categories }) =>
    viewed(
      categories,
      categories.rows.map(({ category, views, visitors }) => ({ key: category, n: views, people: visitors })),
    ),
  pages: ({ pages }) =>
    viewed(
      pages,
      pages.rows.map(({ page, views, visitors }) => ({ key: page, n: views, people: visitors })),
    ),
  products: ({ products }) => addedTo(products),
};

function changedIn({ now, before, language }: DigestParts): DigestShift[] {
  if (before === null) return [];
  const labels: Labels = {
    category: now.categories.labels.category ?? {},
    page: now.pages.labels.page ?? {},
    product: now.products.labels.product ?? {},
  };
  const names = createNames(DIGEST_WORDS[language], labels);
  const nameOf = {
    categories: names.category,
    pages: (key: string) => names.term(key, labels.page),
    products: (key: string) => names.term(key, labels.product),
  };
  const shifts = (Object.keys(SIDES) as DigestShift['of'][]).flatMap((of) => {
    const sideOf = (reports: WeekReports): Side => ({
      ...SIDES[of](reports),
      telling: tellingOf(reports[of]),
    });
    const { gained, lost } = whatChanged(sideOf(before), sideOf(now));
    return [...gained, ...lost].map(
      ({ key, before: was, after }): DigestShift => ({
        ...{ of, key, name: nameOf[of](key), before: was, now: after },
      }),
    );
  });
  const size = (shift: DigestShift): number => Math.abs(shift.now - shift.before);
  return shifts.sort((a, b) => size(b) - size(a)).slice(0, MOST_SHIFTS);
}

export function composeDigest(parts: DigestParts): Digest {
  const { site, k, language, url, week, now, before, lastYear, advice, decided } = parts;
  const words = DIGEST_WORDS[language];
  const daysOf = (each: WeekFigures | null): DaysShown | null =>
    each === null ? null : { from: each.overview.from, to: each.overview.to };
  return {
    kind: 'weekly-digest',
    version: DIGEST_VERSION,
    test: false,
    language,
    site,
    k,
    week,
    before: daysOf(before),
    lastYear: daysOf(lastYear),
    figures: figuresOf(parts),
    changed: changedIn(parts),
    actions: advice.actions
      .filter(({ id }) => !decided.has(id))
      .slice(0, MOST_ACTIONS)
      .map((action) => ({
        id: action.id,
        type: action.type,
        title: actionTitle(action, advice.labels, words),
        gain: action.gain,
      })),
    waiting: now.pages.waiting,
    url: url === null ? null : `${url}/#/${site.id}/overview?from=${week.from}&to=${week.to}`,
  };
}
