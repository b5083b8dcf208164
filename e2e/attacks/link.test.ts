/**
 * Attack 4: somebody has every byte of the disk after the first day and after the second, and tries to tell which visits
 * were those of the same browser. Browsers that did the same on the first day trade their second visits: if anything told
 * whose visit it was, it would show. What may tell is a count alone: a page that one browser sees on both days has one
 * browser less behind it than if it were two, which is why small counts are shown to nobody (attacks 6 and 10).
 */

import { FACT_NAMES, type HistoricalBatch, type Increment } from '@holloway/protocol';
import { expect, it } from 'vitest';
import { createBrowser } from '../../packages/collector/test/browser.ts';
import { held } from '../../packages/collector/test/cells.ts';
import { assemble, contributionOf, declared } from '../../packages/collector/test/core.ts';
import { seal } from '../../packages/collector/test/release.ts';
import { memoryStore } from '../../packages/collector/test/temporary.ts';
import { createNonce } from '../../packages/sdk/src/transport/bodies.ts';

const DAYS = ['2026-11-21', '2026-11-22'] as const;
const SLICES = ['*', 'device:phone'];
/** Browsers of a group look at the same pages on the first day, and each at another on the second. */
const GROUPS = 3;
const OF_GROUP = 4;
const names = Array.from({ length: GROUPS * OF_GROUP }, (_, i) => i);
const firstPages = (browser: number): string[] => ['/', `/group-${Math.floor(browser / OF_GROUP)}`];
const secondPages = (visit: number): string[] => ['/sale', `/second-${visit}`];

/** How a browser is changed so that its visits can be told to be of one. */
type Fault = (batch: HistoricalBatch, browser: number) => HistoricalBatch;
const asItIs: Fault = (batch) => batch;
/** Draws its nonces from numbers of its own. */
const ownNonces: Fault = (batch, browser) => ({
  ...batch,
  batch: `id${String(browser).padStart(4, '0')}${batch.batch.slice(6)}`,
});
/** Counts each page as come to from one of its own. */
const ownPage: Fault = (batch, browser) => ({
  ...batch,
  increments: batch.increments.flatMap((increment): Increment[] => {
    const [fact, [page = '']] = increment;
    return fact === 'page.view' ? [increment, ['flow.page', [`/by-${browser}`, page], 1, 2]] : [increment];
  }),
});

interface Seen {
  /** Every number under its name, and every name. */
  readonly kept: unknown;
  /** As they were written on each day. */
  readonly nonces: readonly (readonly string[])[];
}

/** @param whose Which browser makes the second visit with this number. */
async function play(whose: (visit: number) => number, fault: Fault = asItIs): Promise<Seen> {
  const store = memoryStore();
  let written: readonly string[] = [];
  const core = await assemble({
    ...store,
    commit(nonces, ...rest) {
      written = nonces;
      return store.commit(nonces, ...rest);
    },
  });
  const pages = [
    ...names.flatMap(firstPages),
    ...names.flatMap(secondPages),
    ...names.map((i) => `/by-${i}`),
  ];
  await core.addSite({ k: 3 }, declared('page', ...new Set(pages)));
  const browsers = names.map((i) => createBrowser(`browser ${i}`, { slices: { device: 'phone' } }));
  const nonces: (readonly string[])[] = [];
  for (const [day, pagesOf] of [
    [DAYS[0], firstPages],
    [DAYS[1], secondPages],
  ] as const) {
    const site = await core.site('shop');
    const visits = names.map((visit) => {
      const browser = day === DAYS[0] ? visit : whose(visit);
      const { increments = [], ...rest } = browsers[browser]?.visit(day, pagesOf(visit)) ?? {};
      const { increments: counted, ...given } = fault(
        { ...(rest as HistoricalBatch), increments, batch: createNonce(crypto) },
        browser,
      );
      return contributionOf(site, counted, given);
    });
    await core.commit(...visits);
    nonces.push(written);
    await seal(core, 'shop', day);
  }
  const site = await core.site('shop');
  const numbers = await Promise.all(
    FACT_NAMES.flatMap((fact) =>
      SLICES.map(async (slice) => [fact, slice, await held(core, site, fact, { slice })]),
    ),
  );
  const terms = (await core.store.terms(site.id)).map(({ kind, text }) => `${kind} ${text}`).sort();
  return { kept: { numbers, terms }, nonces };
}

/** The next of the same group. */
const traded = (visit: number): number => Math.floor(visit / OF_GROUP) * OF_GROUP + ((visit + 1) % OF_GROUP);
const own = (visit: number): number => visit;

const BEGINNING = 6;
/** How many of the second day's begin as one of the first does: of drawn ones, one pair in seventy billion does. */
const linked = ([first = [], second = []]: Seen['nonces']): number =>
  second.filter((nonce) => first.some((other) => beginning(other) === beginning(nonce))).length;
/** Without the id of the site. */
const beginning = (nonce: string): string => nonce.slice(nonce.indexOf(':') + 1).slice(0, BEGINNING);

it('visits of one browser on two days leave the same as those of two browsers', async () => {
  const [kept, tradedAway] = [await play(own), await play(traded)];
  expect(tradedAway.kept).toEqual(kept.kept);
  for (const { nonces } of [kept, tradedAway]) {
    expect(nonces.map(({ length }) => length)).toEqual([names.length, names.length]);
    expect(linked(nonces)).toBe(0);
  }
});

it('are told apart where a browser counts moves from a page of its own', async () => {
  expect((await play(traded, ownPage)).kept).not.toEqual((await play(own, ownPage)).kept);
});

it('are linked where a browser draws its nonces from numbers of its own', async () => {
  expect(linked((await play(own, ownNonces)).nonces)).toBe(names.length);
});
