/**
 * Takes in a site that was exported elsewhere, as it was there. Nobody sees it before all of it is there; what an import
 * that was interrupted left behind is deleted at the next start. The file is checked before (check-export).
 */
import { type Day, dayNumber, factOf, OTHER } from '@holloway/protocol';
import { createDictionary, type Dictionary, sliceId } from '../site/dictionary.ts';
import { COLUMNS, type FactCodes } from '../site/facts.ts';
import type { Registry } from '../site/registry.ts';
import type { SealedRow } from '../store/keeping.ts';
import type { Dimensions, SiteRecord, Store, Term } from '../store/store.ts';
import type { ArrivingWork } from '../store/workspace.ts';
import { type CheckedExport, currentOf } from './check-export.ts';
import type { Cell } from './export-format.ts';
import { parseLine } from './parse-export.ts';

/** Rows that are written in one transaction: some tens of milliseconds. */
const ROWS_AT_ONCE = 2_000;

export interface ImportSiteDeps {
  readonly store: Store;
  readonly registry: Pick<Registry, 'forget'>;
  readonly codes: Pick<FactCodes, 'id'>;
}

const numberOf = (day: Day | null): number | null => (day === null ? null : dayNumber(day));

/** Ids of a cell's names; those that are new go into `fresh`. */
function rowOf(
  { fact, slice, day, dimensions, measures }: Cell,
  codes: ImportSiteDeps['codes'],
  dictionary: Dictionary,
  fresh: Term[],
): SealedRow {
  const idOf = (kind: Term['kind'], text: string): number => {
    const known = dictionary.idOf(kind, text);
    if (known !== undefined) return known;
    const term = dictionary.add(kind, text);
    fresh.push(term);
    return term.id;
  };
  const declared = factOf(fact).dimensions;
  // Of a fact without dimensions the first is 1, so that all zeros stay (other).
  const row: { -readonly [column in keyof Dimensions]: number } = {
    ...{ a: declared.length === 0 ? 1 : 0, b: 0, c: 0, d: 0 },
  };
  declared.forEach((dimension, i) => {
    const value = dimensions[i] ?? OTHER;
    const column = COLUMNS[i] ?? 'a';
    if (dimension.kind === 'count') row[column] = Number(value) - dimension.min + 1;
    else if (dimension.kind === 'enum') row[column] = dimension.values.indexOf(String(value)) + 1;
    else row[column] = idOf(dimension.terms, String(value));
  });
  const known = sliceId(dictionary, slice);
  return {
    ...{ fact: codes.id(fact), slice: known ?? idOf('slice', slice), day: dayNumber(day) },
    ...row,
    ...measures,
  };
}

async function receiveCells(
  { store, codes }: ImportSiteDeps,
  site: number,
  lines: AsyncIterable<string>,
  of: CheckedExport['header']['site'],
  onProgress: (cells: number) => void,
): Promise<void> {
  const dictionary = createDictionary(site, await store.terms(site));
  let terms: Term[] = [];
  let rows: SealedRow[] = [];
  let received = 0;
  const send = async (): Promise<void> => {
    await store.receive(site, terms, rows);
    received += rows.length;
    onProgress(received);
    terms = [];
    rows = [];
  };
  let isHeader = true;
  for await (const text of lines) {
    const line = isHeader ? null : parseLine(text, of);
    isHeader = false;
    if (line === null || !line.ok || line.value.kind !== 'cell') continue;
    rows.push(rowOf(line.value.cell, codes, dictionary, terms));
    if (rows.length === ROWS_AT_ONCE) await send();
  }
  await send();
}

/** Who did it had an account of the other collector. */
const unsigned = ({ views, annotations, actions }: CheckedExport['work']): ArrivingWork => ({
  views: views.map((view) => ({ ...view, author: null })),
  notes: annotations.map((note) => ({ ...note, author: null })),
  actions: actions.map(({ id, history: [last, ...before] }) => ({
    id,
    history: [{ ...last, author: null }, ...before.map((step) => ({ ...step, author: null }))],
  })),
});

/**
 * @param checked What `checkExport` said of the same file.
 * @param lines Of the file, again.
 * @returns The site. Rejects with a StoreUnavailableError where it could not be taken in; then it is not there.
 */
export async function importSite(
  deps: ImportSiteDeps,
  checked: CheckedExport,
  lines: AsyncIterable<string>,
  onProgress: (cells: number) => void = () => undefined,
): Promise<SiteRecord> {
  const { store, registry } = deps;
  const { header, site: settings, keys, wordings, chain, entries, work } = checked;
  const policy = header.policy === null ? null : JSON.stringify(header.policy);
  const id = await store.expect();
  await store.declare(id, entries);
  for (const key of keys) await store.addPublicKey(key);
  for (const signed of chain) {
    const said = Object.values(signed.statement.wordings).map((of) => [of, wordings.get(of) ?? ''] as const);
    await store.publish(id, { signed, wordings: new Map(said), policy, terms: [] });
  }
  await receiveCells(deps, id, lines, header.site, onProgress);
  const site = await store.arrive(id, {
    site: settings,
    statement: currentOf(checked),
    policy,
    sealedThrough: numberOf(header.sealedThrough),
    work: unsigned(work),
    kept: { from: numberOf(header.keptFrom), monthsThrough: numberOf(header.monthsThrough) },
  });
  registry.forget();
  return site;
}
