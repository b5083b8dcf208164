/** Sites whose counts a test writes out by hand, and what release tells of them. */
import { dayNumber, type FactName, type Increment } from '@holloway/protocol';
import type { Released } from '../src/report/release.ts';
import { contributionOf, type TestCore, TODAY } from './core.ts';

export interface Told {
  /** `n` by dimensions, joined by ` > `. */
  readonly rows: { readonly [dimensions: string]: number };
  readonly waiting: { readonly rows: number; readonly n: number };
  readonly other: number;
}

/** The same increments of so many browsers that were never here before, on one day. */
export async function count(
  core: TestCore,
  slug: string,
  day: string,
  browsers: number,
  increments: readonly Increment[],
  slices = {},
): Promise<void> {
  const site = await core.site(slug);
  await core.commit(
    ...Array.from({ length: browsers }, () => contributionOf(site, increments, { day, slices })),
  );
}

export async function seal(core: TestCore, slug: string, day: string): Promise<void> {
  await core.sealer.sealThrough(slug, dayNumber(day));
}

export async function released(
  core: TestCore,
  slug: string,
  fact: FactName,
  { from = '2026-01-01', to = TODAY, slice = '*' } = {},
): Promise<Released> {
  return core.release.cells(fact, { site: await core.site(slug), slice, from, to });
}

export const told = ({ rows, balance: { waiting, other } }: Released): Told => ({
  rows: Object.fromEntries(rows.map(({ dimensions, n }) => [dimensions.join(' > '), n])),
  waiting,
  other,
});
