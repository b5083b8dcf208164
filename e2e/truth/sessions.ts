/**
 * Reads the 2008 click-stream into sessions, straight from the CSV, with none of the product's code.
 * Does not count anything (truth.ts).
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { countryCode } from './countries.ts';
import { groupBy } from './group-by.ts';

/** One row: a product was clicked in a list, and its page was seen. */
interface Pageview {
  /** `/p/A13` */
  readonly page: string;
  readonly category: string;
  /** Where the click was: `/c/trousers/1`. */
  readonly list: string;
  /** `grid/1` to `grid/6`. */
  readonly slot: string;
  /** `A13` */
  readonly item: string;
}

/** One visit of one browser, as no more is known of either. */
export interface Session {
  readonly id: number;
  /** `2008-04-01` */
  readonly day: string;
  readonly country: string;
  /** In the order of the session, never empty. */
  readonly pageviews: readonly Pageview[];
}

const FILE = 'e-shop clothing 2008.csv.gz';
const HEADER =
  'year;month;day;order;country;session ID;page 1 (main category);page 2 (clothing model);colour;location;' +
  'model photography;price;price 2;page';
const CATEGORIES = ['trousers', 'skirts', 'blouses', 'sale'];

/** The folder that holds the data: what the environment names, else the one beside the repository; `null` if neither. */
export function findFolder(env = process.env.HOLLOWAY_ESHOP2008): string | null {
  const folder = env ?? join(import.meta.dirname, '../../../shared/data/eshop2008');
  return existsSync(join(folder, FILE)) ? folder : null;
}

export const readSessions = (folder: string): Session[] =>
  parseSessions(gunzipSync(readFileSync(join(folder, FILE))).toString('utf8'));

const twoDigits = (text: string): string => text.padStart(2, '0');

interface Row {
  readonly session: number;
  readonly order: number;
  readonly day: string;
  readonly country: string;
  readonly pageview: Pageview;
}

function parseRow(line: string): Row {
  const columns = line.split(';');
  const [year = '', month = '', day = '', order, country, session, categoryNumber, item = '', , location] =
    columns;
  const category = CATEGORIES[Number(categoryNumber) - 1];
  if (columns.length !== 14 || category === undefined) throw new Error(`not a row of the data: ${line}`);
  return {
    session: Number(session),
    order: Number(order),
    day: `${year}-${twoDigits(month)}-${twoDigits(day)}`,
    country: countryCode(Number(country)),
    pageview: {
      page: `/p/${item}`,
      category,
      list: `/c/${category}/${columns[13]}`,
      slot: `grid/${location}`,
      item,
    },
  };
}

/**
 * @param csv With the header of the data; lines may end in LF or CRLF and stand in any order.
 * @returns Sessions by number. Throws where a session has a gap, two days or two countries.
 */
export function parseSessions(csv: string): Session[] {
  const [header, ...lines] = csv.split(/\r?\n/).filter((line) => line !== '');
  if (header !== HEADER) throw new Error('the first line is not the header of the data');
  const rows = lines.map(parseRow).sort((a, b) => a.session - b.session || a.order - b.order);
  return [...groupBy(rows, (row) => row.session)].map(([id, own]) => {
    const [{ day, country }] = own;
    own.forEach((row, i) => {
      if (row.order !== i + 1) throw new Error(`session ${id} has no click ${i + 1}`);
      if (row.day !== day || row.country !== country) {
        throw new Error(`session ${id} is on two days or from two countries`);
      }
    });
    return { id, day, country, pageviews: own.map((row) => row.pageview) };
  });
}
