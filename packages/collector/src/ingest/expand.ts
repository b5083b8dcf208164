/**
 * Turns a batch into additions: every increment with its ids, its slices and the marginals that the collector adds.
 * Pure but for new slice terms, which it puts into `terms`. Does not decide which strings get a name: admit.
 */
import {
  dayNumber,
  type FactName,
  type First,
  factOf,
  type HistoricalBatch,
  type Increment,
  OTHER,
  SLICE_KINDS,
  type SliceScope,
  sliceName,
} from '@holloway/protocol';
import type { Dictionary } from '../site/dictionary.ts';
import type { FactCodes } from '../site/facts.ts';
import { ALL_SLICES, type SiteRecord, type Term } from '../store/store.ts';
import type { Addition, Dimension } from './admit.ts';

/** A batch on its way to the store. */
export interface Contribution {
  readonly site: SiteRecord;
  /** Day number it counts for. */
  readonly day: number;
  readonly batch: HistoricalBatch;
  /** History is counted on its own day or not at all; a browser's batch moves on to a day that is open. */
  readonly isHistory?: boolean;
  /** Who vouches for strings that are not admitted yet: see admit. */
  readonly supporter: string;
}

type SliceIds = { readonly [scope in SliceScope]: readonly number[] };

function sliceIds({ slices }: HistoricalBatch, dictionary: Dictionary, terms: Term[]): SliceIds {
  const all = [ALL_SLICES];
  const device = [ALL_SLICES];
  for (const kind of SLICE_KINDS) {
    const value = slices[kind];
    if (value === undefined) continue;
    const name = sliceName(kind, value);
    let id = dictionary.idOf('slice', name);
    if (id === undefined) {
      const term = dictionary.add('slice', name);
      terms.push(term);
      id = term.id;
    }
    all.push(id);
    if (kind === 'device') device.push(id);
  }
  return { all, device, none: [ALL_SLICES] };
}

/** What the collector alone knows of a visit, once for each `visit` that the batch counts. */
function marginals({ slices, model, increments }: HistoricalBatch): Increment[] {
  const known: [FactName, string | undefined][] = [
    ['device.model', model],
    ['device.browser', slices.browser],
    ['device.os', slices.os],
    ['device.viewport', slices.viewport],
    ['geo.country', slices.country],
  ];
  return increments
    .filter(([fact]) => fact === 'visit')
    .flatMap(([, , n, first = 0]) =>
      known.flatMap(([fact, value]): Increment[] => (value === undefined ? [] : [[fact, [value], n, first]])),
    );
}

function dimensionsOf([fact, values]: Increment): Dimension[] {
  return factOf(fact).dimensions.map((dimension, i) => {
    const value = values[i];
    if (dimension.kind === 'count') return Number(value) - dimension.min + 1;
    const text = String(value);
    if (text === OTHER) return 0;
    return dimension.kind === 'enum' ? dimension.values.indexOf(text) + 1 : { kind: dimension.terms, text };
  });
}

/** The collector looks countries up itself, so that no browser has to vouch for those. */
function declareCountries(dimensions: readonly Dimension[], dictionary: Dictionary, terms: Term[]): void {
  for (const dimension of dimensions) {
    if (typeof dimension === 'number' || dimension.kind !== 'country') continue;
    if (dictionary.idOf(dimension.kind, dimension.text) === undefined) {
      terms.push(dictionary.add(dimension.kind, dimension.text));
    }
  }
}

export function expand(
  { site, day, batch, supporter }: Contribution,
  codes: FactCodes,
  dictionary: Dictionary,
  terms: Term[],
): Addition[] {
  const slices = sliceIds(batch, dictionary, terms);
  // The ledger spaces its marks by its own days: on another day the same browser might be counted a second time.
  const onLedgersDay = dayNumber(batch.day) === day;
  const toAddition = (increment: Increment, dimensions: Dimension[]): Addition => {
    const [name, , n, marked = 0, total = 0] = increment;
    const first: First = onLedgersDay ? marked : 0;
    return {
      site: site.id,
      k: site.k,
      ceilings: site.ceilings,
      day,
      fact: codes.id(name),
      dimensions,
      slices: slices[factOf(name).slices],
      measures: { n, people: first > 0 ? 1 : 0, reach: first === 2 ? 1 : 0, total },
      supporter,
    };
  };
  return [
    ...batch.increments.map((increment) => toAddition(increment, dimensionsOf(increment))),
    ...marginals(batch).map((increment) => {
      const dimensions = dimensionsOf(increment);
      declareCountries(dimensions, dictionary, terms);
      return toAddition(increment, dimensions);
    }),
  ];
}
