/**
 * The UCI click-stream of a real shop as history: each session one visit, folded by the SDK's own pure code.
 * The file stays outside the repository; its source and licence go with the site wherever it shows.
 * @see https://doi.org/10.24432/C5QK7X
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  type CatalogueEntry,
  type Day,
  dayNumber,
  type HistoricalBatch,
  WIRE_VERSION,
} from '@holloway/protocol';
import {
  addToTally,
  createLedger,
  fold,
  type Observation,
  type Tally,
  takeIncrements,
  type Visit,
} from '@holloway/sdk/visit';
import { DEFAULT_K } from '../site/settings.ts';
import { type NewSite, UNPUBLISHED_STATEMENT } from '../store/store.ts';
import type { History, HistoryDay } from './history.ts';

export const ESHOP_SITE = 'eshop2008';
const FILE = 'e-shop clothing 2008.csv.gz';

const PROVENANCE =
  'Real clicks of a Polish web shop, April to August 2008. Łapczyński M., Białowąs S. (2013), Clickstream Data for ' +
  'Online Shopping, UCI Machine Learning Repository, https://doi.org/10.24432/C5QK7X, licence CC BY 4.0. ' +
  'No impressions, purchases, devices or time of day in the set.';

const CATEGORIES: readonly string[] = ['trousers', 'skirts', 'blouses', 'sale'];

/** By the numbers of the data set: ISO codes, `ZZ` for unidentified, then the domains that stood for a country. */
const COUNTRIES: readonly string[] =
  'AU AT BE VG KY CX HR CY CZ DK EE ZZ FO FI FR DE GR HU IS IN IE IT LV LT LU MX NL NO PL PT RO RU SM SK SI ES SE CH UA AE GB US .biz .com .int .net .org'.split(
    ' ',
  );

/** One row of the file. */
interface Click {
  readonly day: Day;
  readonly order: number;
  readonly country: string;
  readonly session: string;
  readonly category: string;
  readonly model: string;
  readonly location: number;
  readonly listPage: number;
}

const at = <T>(values: readonly T[], index: number, what: string): T => {
  const value = values[index];
  if (value === undefined) throw new Error(`the file has a row whose ${what} is out of range`);
  return value;
};

function readClicks(folder: string): Click[] {
  const text = gunzipSync(readFileSync(join(folder, FILE))).toString('utf8');
  return text
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const field = line.split(';');
      const number = (index: number): number => Number(at(field, index, 'number of columns'));
      const two = (value: number): string => String(value).padStart(2, '0');
      return {
        day: `${number(0)}-${two(number(1))}-${two(number(2))}`,
        order: number(3),
        country: at(COUNTRIES, number(4) - 1, 'country'),
        session: at(field, 5, 'session'),
        category: at(CATEGORIES, number(6) - 1, 'category'),
        model: at(field, 7, 'model'),
        location: number(9),
        listPage: number(13),
      };
    });
}

const productPath = ({ model }: Click): string => `/p/${model}`;
const listPath = ({ category, listPage }: Click): string => `/c/${category}/${listPage}`;

/** What a session did: a click on a position of a list, and the product page that it opened. */
function observations(click: Click): Observation[] {
  return [
    {
      kind: 'pageview',
      page: { path: productPath(click), type: 'product', category: click.category },
      arrival: { source: 'direct', daysSinceLastVisit: null },
      hourOfWeek: null,
    },
    {
      kind: 'slot',
      measure: 'clicked',
      page: listPath(click),
      slot: `grid/${click.location}`,
      item: click.model,
      viewport: null,
    },
  ];
}

/** The same for every import of the same file, so that a batch sent again is known. */
const nonceOf = (session: string, part: number): string =>
  createHash('sha256').update(`${ESHOP_SITE}/${session}/${part}`).digest('base64url').slice(0, 11);

/** A session is a browser of its own: nobody knows which sessions are one person's. */
function batchesOf(clicks: readonly Click[]): HistoricalBatch[] {
  const first = at(clicks, 0, 'session');
  const ledger = createLedger();
  const tally: Tally = {};
  let visit: Visit | null = null;
  for (const click of clicks) {
    for (const observation of observations(click)) {
      // The set has no time of day: every click of a session stands at the same instant.
      const folded = fold(visit, observation, 0);
      visit = folded.visit;
      addToTally(tally, folded.counts, ledger, dayNumber(click.day));
    }
  }
  const batches: HistoricalBatch[] = [];
  for (let taken = takeIncrements(tally); taken.length > 0; taken = takeIncrements(tally)) {
    batches.push({
      v: WIRE_VERSION,
      site: ESHOP_SITE,
      day: first.day,
      batch: nonceOf(first.session, batches.length),
      statement: UNPUBLISHED_STATEMENT,
      basis: 'chosen',
      slices: { country: first.country },
      increments: taken,
    });
  }
  return batches;
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group === undefined) groups.set(keyOf(value), [value]);
    else group.push(value);
  }
  return groups;
}

function* historyDays(clicks: readonly Click[]): Generator<HistoryDay> {
  const days = [...groupBy(clicks, ({ day }) => day)].sort(([x], [y]) => (x < y ? -1 : 1));
  for (const [day, ofDay] of days) {
    const sessions = groupBy(ofDay, ({ session }) => session).values();
    yield {
      day,
      batches: [...sessions].flatMap((rows) => batchesOf(rows.sort((x, y) => x.order - y.order))),
    };
  }
}

/** What the shop would declare: its categories, products, list pages and positions. */
function catalogueOf(clicks: readonly Click[]): CatalogueEntry[] {
  const entries = new Map<string, CatalogueEntry>();
  const declare = (entry: CatalogueEntry): void => {
    const key = `${entry.kind} ${entry.text}`;
    if (!entries.has(key)) entries.set(key, entry);
  };
  for (const category of CATEGORIES) {
    declare({ kind: 'category', text: category, label: category[0]?.toUpperCase() + category.slice(1) });
  }
  // A18 stands once under skirts and 937 times under trousers: its letter says where it belongs.
  const home = (model: string): string => at(CATEGORIES, 'ABCP'.indexOf(model.charAt(0)), 'model');
  for (const click of clicks) {
    const { model, category, listPage, location } = click;
    declare({ kind: 'page', text: productPath(click), label: `Model ${model}`, category: home(model) });
    declare({ kind: 'page', text: listPath(click), label: `${category}, page ${listPage}`, category });
    declare({ kind: 'product', text: model, label: `Model ${model}`, category: home(model) });
    declare({ kind: 'slot', text: `grid/${location}` });
  }
  return [...entries.values()];
}

const SITE: NewSite = {
  slug: ESHOP_SITE,
  name: 'E-shop 2008',
  kind: 'archive',
  k: DEFAULT_K,
  timeZone: 'Europe/Warsaw',
  // The set gives prices in dollars.
  currency: 'USD',
  origins: [],
  routes: [],
  provenance: PROVENANCE,
};

/** @param folder Where the file of the data set is. Throws when it cannot be read. */
export function eshop2008(folder: string): History {
  const clicks = readClicks(folder);
  return { site: SITE, catalogue: catalogueOf(clicks), days: historyDays(clicks) };
}
