/**
 * Attack 10: whoever may read everything tries to find out whether k - 1 visitors came, what they looked at and where they
 * are from, by asking all that can be asked: reports, ranges, slices, pages, lists, errors, files, and how long they take.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import {
  ABSENT,
  answerTo,
  appOf,
  type Fault,
  K,
  questionsFor,
  RARE,
  RARE_SLICES,
  sealBoth,
  tellingApart,
  worlds,
} from './worlds.ts';

const questions = async () => questionsFor(appOf((await worlds()).without));

/** Lets numbers out one browser too early. */
const offByOne: Fault = (core) => ({
  ...core,
  release: {
    ...core.release,
    cells: (fact, scope, asked) =>
      core.release.cells(fact, { ...scope, site: { ...scope.site, promisedK: K - 1 } }, asked),
  },
});
/** Offers the slices that there are, whoever is in them. */
const listsAll: Fault = (core) => ({
  ...core,
  release: {
    ...core.release,
    slices: async ({ id }) =>
      (await core.store.terms(id)).filter(({ kind }) => kind === 'slice').map(({ text }) => text),
  },
});
/** Looks longer for what is there. */
const takesItsTime: Fault = (core) => ({
  ...core,
  release: {
    ...core.release,
    async cells(fact, scope, asked) {
      const names = await core.registry.dictionary(scope.site.id);
      if (names.idOf('slice', scope.slice) !== undefined) await sleep(2);
      return core.release.cells(fact, scope, asked);
    },
  },
});

/** Only the few are in these slices, and only they saw these pages. */
const isAboutThem = (question: string): boolean => {
  const asked = new URL(question, 'http://collector').searchParams;
  const slice = asked.get('slice') ?? '';
  const pages = asked.getAll('page');
  const isRare = (page: string): boolean => page === RARE.page || page === RARE.other;
  return RARE_SLICES.includes(slice) || (pages.length > 0 && pages.every(isRare));
};

describe('nine visitors where k is ten', () => {
  it('change no answer while the day is open', async () => {
    const all = await questions();
    expect(all.length).toBeGreaterThan(400);
    expect(await tellingApart(await worlds(), all)).toEqual([]);
  });

  it('change no answer about them once it is sealed, and nothing that they alone brought is named', async () => {
    const both = await worlds();
    await sealBoth(both);
    const all = await questions();
    const aboutThem = all.filter(isAboutThem);
    expect(aboutThem.length).toBeGreaterThan(100);
    expect(await tellingApart(both, aboutThem)).toEqual([]);
    const app = appOf(both.having);
    for (const question of all.filter((each) => !isAboutThem(each) && !each.includes('/preview'))) {
      const { body } = await answerTo(app, question);
      expect(body, question).not.toMatch(/\/rare|rare term|mt\.example|\bMT\b/);
    }
  });

  it.each([
    { what: 'a release that is off by one', fault: offByOne, tells: '/v1/sites/shop/reports/pages' },
    { what: 'a list of all slices', fault: listsAll, tells: '/v1/sites/shop/slices' },
  ])('are found by $what', async ({ fault, tells }) => {
    expect(await tellingApart(await worlds(), await questions(), fault)).toContain(tells);
  });
});

/** The same question about what is suppressed, what is absent and what is unknown. */
const ALIKE: readonly (readonly [string, ...string[]])[] = [
  [RARE.page, RARE.other, ABSENT.page, ABSENT.other].map(
    (page) => `/v1/sites/shop/reports/layout?page=${page}`,
  ) as unknown as [string],
  [RARE, ABSENT].map(
    ({ page, other }) => `/v1/sites/shop/reports/layout?page=${page}&page=${other}`,
  ) as unknown as [string],
  ...['overview', 'pages', 'flows', 'categories'].map(
    (report) =>
      [RARE, ABSENT].map(
        ({ country }) => `/v1/sites/shop/reports/${report}?slice=country:${country}`,
      ) as unknown as [string],
  ),
  ['Opera', 'Vivaldi'].map(
    (name) => `/v1/sites/shop/reports/pages?slice=browser:${name}&format=csv`,
  ) as unknown as [string],
];
/** Without what was asked for, which an answer repeats. */
const anonymous = (text: string): string =>
  text.replaceAll(/(country|browser):\w+/g, 'slice').replaceAll(/\/(quiet|rare|never|nowhere)/g, '/page');

describe('what is suppressed, absent or unknown', () => {
  it.each(ALIKE.map((alike) => ({ question: alike[0], alike })))(
    'is answered alike: $question',
    async ({ alike }) => {
      const app = appOf((await worlds()).having);
      const answers = await Promise.all(
        alike.map(async (question) => anonymous(JSON.stringify(await answerTo(app, question)))),
      );
      expect(new Set(answers).size).toBe(1);
    },
  );

  const [LEAST_ROUNDS, MOST_ROUNDS] = [60, 600];
  /** Less than what the way to a server varies by; a disk that is asked once more takes less. */
  const UNTOLD_MS = 0.5;
  /**
   * Of each the fastest of many, in turn: whatever else the machine does makes answers slower only, so that more rounds come
   * nearer to what they take. A difference that is there stays, however many there are.
   */
  async function fastest(fault?: Fault): Promise<readonly number[]> {
    const app = appOf((await worlds()).having, fault);
    const asked = [RARE, ABSENT].map(
      ({ country }) => `/v1/sites/shop/reports/overview?slice=country:${country}`,
    );
    const best = asked.map(() => Number.POSITIVE_INFINITY);
    const isClose = (): boolean => Math.max(...best) - Math.min(...best) < UNTOLD_MS;
    for (let round = 0; round < MOST_ROUNDS && (round < LEAST_ROUNDS || !isClose()); round += 1) {
      for (const [i, question] of asked.entries()) {
        const begun = performance.now();
        await answerTo(app, question);
        best[i] = Math.min(best[i] ?? 0, performance.now() - begun);
      }
    }
    return best;
  }
  it('takes as long to be answered', async () => {
    const [suppressed = 0, absent = 0] = await fastest();
    expect(Math.abs(suppressed - absent)).toBeLessThan(UNTOLD_MS);
  });

  it('would take longer where something is looked up that is there alone', async () => {
    const [suppressed = 0, absent = 0] = await fastest(takesItsTime);
    expect(suppressed - absent).toBeGreaterThan(UNTOLD_MS);
  });
});
