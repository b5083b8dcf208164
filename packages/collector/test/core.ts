/** The parts of a collector on a store of the test's choice, with a clock that the test moves and no timers. */
import type { CatalogueEntry, HistoricalBatch, Increment } from '@holloway/protocol';
import { dayNumber } from '@holloway/protocol';
import type { SigningKeys } from '../src/consent/keys.ts';
import { makeKey } from '../src/consent/sign.ts';
import { type Parts, assemble as wire } from '../src/core.ts';
import type { Outcome } from '../src/ingest/commit.ts';
import type { Contribution } from '../src/ingest/expand.ts';
import { addSite } from '../src/site/add-site.ts';
import type { SealPlan } from '../src/store/seal-plan.ts';
import type { NewSite, SiteRecord, Store } from '../src/store/store.ts';

export interface TestCore extends Parts {
  /** The present, for the test to set. */
  readonly clock: { ms: number; now(): number };
  addSite(site?: Partial<NewSite>, catalogue?: readonly CatalogueEntry[]): Promise<SiteRecord>;
  /** As it is now; sealing moves it on. */
  site(slug: string): Promise<SiteRecord>;
  /** Commits the contributions in one transaction. */
  commit(...contributions: readonly Contribution[]): Promise<Outcome[]>;
}

export const NOON = Date.parse('2026-11-23T12:00:00Z');
export const TODAY = '2026-11-23';

/** A site of which nothing is published. */
export const SHOP: Omit<SiteRecord, 'id' | 'sealedThrough'> = {
  slug: 'shop',
  name: 'Shop',
  kind: 'live',
  k: 3,
  promisedK: 3,
  timeZone: 'UTC',
  currency: 'EUR',
  origins: ['https://shop.example'],
  statement: '00000000',
  policy: null,
  routes: [],
  ceilings: {},
  experiments: [],
  provenance: null,
  retention: { days: 92, months: 25 },
  kept: { from: null, monthsThrough: null },
  namesForgotten: 0,
};

export const declared = (
  kind: CatalogueEntry['kind'],
  ...texts: readonly string[]
): readonly CatalogueEntry[] => texts.map((text) => ({ kind, text }));

/** Keys in memory; rotating makes another. */
function memoryKeys(): SigningKeys {
  let key = makeKey();
  return {
    current: () => key,
    rotate: () => {
      key = makeKey();
      return key;
    },
  };
}

/** Of cells that a test makes up: they are not those of visits, and need not add up as those do. */
const withoutFamilies = (plan: SealPlan): SealPlan => ({
  ...plan,
  families: [],
  twins: [],
  sliceTwins: [],
  toldWith: [],
  slices: false,
});

/** @param options.families Whether cells wait for the sake of those that they add up with. Default: true. */
export async function assemble(store: Store, { families = true } = {}): Promise<TestCore> {
  const clock = {
    ms: NOON,
    now() {
      return this.ms;
    },
  };
  // Nothing is written before the test asks for it.
  const parts = await wire(store, clock, memoryKeys(), () => () => undefined);
  const { registry, committer, codes } = parts;
  if (!families) Object.assign(codes, { sealPlan: withoutFamilies(codes.sealPlan) });
  return {
    ...parts,
    clock,
    addSite: (site = {}, catalogue = []) => addSite({ store, registry }, { ...SHOP, ...site }, catalogue),
    async site(slug) {
      const site = await registry.site(slug);
      if (site === undefined) throw new Error(`the test added no site ${slug}`);
      return site;
    },
    async commit(...contributions) {
      const pending = Promise.all(contributions.map((contribution) => committer.add(contribution)));
      const [outcomes] = await Promise.all([pending, committer.drain()]);
      return outcomes;
    },
  };
}

let batches = 0;
/** 11 characters of base64url, never the same twice. */
export const nextNonce = (): string => String(++batches).padStart(11, '0');

export const batchOf = (
  increments: readonly Increment[],
  given: Partial<HistoricalBatch> = {},
): HistoricalBatch => ({
  v: 1,
  site: SHOP.slug,
  day: TODAY,
  batch: nextNonce(),
  statement: '00000000',
  basis: 'chosen',
  slices: {},
  increments,
  ...given,
});

/** A batch on its way, from a network of its own, on the day that it claims. */
export function contributionOf(
  site: SiteRecord,
  increments: readonly Increment[],
  given: Partial<HistoricalBatch> & { readonly supporter?: string } = {},
): Contribution {
  const { supporter, ...fields } = given;
  const batch = batchOf(increments, { site: site.slug, ...fields });
  return { site, day: dayNumber(batch.day), batch, supporter: supporter ?? `network of ${batch.batch}` };
}
