/**
 * Two collectors that differ in k - 1 visitors alone, and everything that anybody may ask of either. What is answered
 * differently tells of them.
 */
import { type Increment, PAGE_REPORTS } from '@holloway/protocol';
import { createTestApp, type TestApp } from '../../packages/collector/test/app.ts';
import { policyOf } from '../../packages/collector/test/consent.ts';
import { assemble, declared, type TestCore, TODAY } from '../../packages/collector/test/core.ts';
import { count, seal } from '../../packages/collector/test/release.ts';
import { memoryStore } from '../../packages/collector/test/temporary.ts';

export const K = 10;
const YESTERDAY = '2026-11-22';
const DAY_MS = 86_400_000;

/** Everybody's: what is asked for by these names has an answer. */
const COMMON = { page: '/', other: '/c/kettles', term: 'kettle', country: 'DE' };
/** Those of the few. One page is declared, the rest came with them. */
export const RARE = { page: '/quiet', other: '/rare', term: 'rare term', country: 'MT' };
/** A page that is declared and was never seen, names that nobody knows, and a country without a visitor. */
export const ABSENT = { page: '/never', other: '/nowhere', term: 'no term', country: 'VU' };

const COMMON_SLICES = {
  country: 'DE',
  device: 'phone',
  browser: 'Chrome',
  os: 'Android',
  viewport: 's',
} as const;
const THEIRS = {
  country: 'MT',
  device: 'tv',
  browser: 'Opera',
  os: 'webOS',
  viewport: 'l',
  source: 'email',
} as const;

/** As they are asked for. */
export const RARE_SLICES: readonly string[] = Object.entries(THEIRS).map(
  ([kind, value]) => `${kind}:${value}`,
);

const visitTo = ({ page, other, term, country }: typeof COMMON): readonly Increment[] => [
  ['visit', [], 1, 2],
  ['visit.entry', [page], 1, 2],
  ['page.view', [page], 1, 2],
  ['page.view', [other], 1, 2],
  ['flow.page', ['(entry)', page], 1, 2],
  ['search.asked', [term], 1, 2],
  ['source.referrer', [`${country.toLowerCase()}.example`], 1, 2],
  ['commerce.purchase', ['EUR'], 1, 2, 7_777],
  ['slot.clicked', [page, `${page}/1`, other, 's'], 1, 2, 1],
];

/** @param few Whether the k - 1 came. */
async function world(few: boolean): Promise<TestCore> {
  const core = await assemble(memoryStore());
  const shop = await core.addSite({ k: K }, declared('page', '/', '/c/kettles', '/quiet', '/never'));
  await core.publisher.publish(shop, policyOf(), '2026-11-01');
  await count(core, 'shop', YESTERDAY, 3 * K, visitTo(COMMON), COMMON_SLICES);
  await seal(core, 'shop', YESTERDAY);
  // So many that the few lead over no multiple of k.
  await count(core, 'shop', TODAY, 2 * K, visitTo(COMMON), COMMON_SLICES);
  if (few) await count(core, 'shop', TODAY, K - 1, visitTo(RARE), THEIRS);
  return core;
}

/** Seals the day on which they came, and goes on to the next. */
export async function sealBoth({ without, having }: Worlds): Promise<void> {
  for (const core of [without, having]) {
    await seal(core, 'shop', TODAY);
    core.clock.ms += DAY_MS;
  }
}

export interface Worlds {
  readonly without: TestCore;
  readonly having: TestCore;
}

export const worlds = async (): Promise<Worlds> => ({
  without: await world(false),
  having: await world(true),
});

/** What is broken on purpose, to see that it shows. */
export type Fault = (core: TestCore) => TestCore;
export const appOf = (core: TestCore, fault: Fault = (same) => same): TestApp => createTestApp(fault(core));

interface Described {
  readonly paths: {
    readonly [path: string]: {
      readonly get?: {
        readonly parameters?: readonly { name: string; schema: { type?: string; enum?: string[] } }[];
      };
    };
  };
}

/** Every value that is worth a try, by the name of the parameter. */
const TRIES: { readonly [name: string]: readonly string[] } = {
  slice: [
    ...Object.entries({ ...COMMON_SLICES, ...THEIRS }).map(([kind, value]) => `${kind}:${value}`),
    ...['country:DE', 'country:VU', 'device:phone', 'visitor:new', 'browser:Firefox', 'nonsense'],
  ],
  page: [COMMON, RARE, ABSENT].flatMap(({ page, other }) => [page, other]),
  url: [RARE, ABSENT]
    .flatMap(({ page, other }) => [page, other])
    .map((path) => `https://shop.example${path}`),
  after: ['/n', '/o'],
  from: [TODAY, YESTERDAY],
  to: [TODAY, YESTERDAY],
};

/** Values that are asked for at once, of what takes several: of the few, of nobody, and of the many with either. */
const TOGETHER: { readonly [name: string]: readonly (readonly string[])[] } = {
  page: [
    [RARE.page, RARE.other],
    [ABSENT.page, ABSENT.other],
    [COMMON.page, RARE.page],
    [COMMON.page, ABSENT.page],
  ],
};

/** Which reports look at which parameters; all look at the others. */
const OF_REPORTS: { readonly [name: string]: readonly string[] } = {
  page: PAGE_REPORTS,
  level: ['flows'],
  dimension: ['devices', 'sources', 'consent'],
};
const isLookedAt = (name: string, report: string): boolean =>
  report === '' || OF_REPORTS[name] === undefined || OF_REPORTS[name].includes(report);

/**
 * Every address of the site that is answered to somebody who may read all of it, with each parameter at each of its
 * values; made from the description for machines, so that what is added later is asked too.
 */
export async function questionsFor({ app }: TestApp): Promise<readonly string[]> {
  const { paths } = (await (await app.request('/openapi.json')).json()) as Described;
  return Object.entries(paths).flatMap(([template, { get }]) => {
    if (get === undefined || !template.includes('{site}')) return [];
    const parameters = get.parameters ?? [];
    const reports = parameters.find(({ name }) => name === 'report')?.schema.enum ?? [''];
    return reports.flatMap((report) => {
      const path = template
        .replace('{site}', 'shop')
        .replace('{report}', report)
        .replace('{id}', '00000000')
        .replace('{language}', 'en.json');
      const queries = parameters
        .filter(({ name }) => !template.includes(`{${name}}`) && isLookedAt(name, report))
        .flatMap(({ name, schema }) =>
          [
            ...(TRIES[name] ?? schema.enum ?? []).map((value) => [value]),
            ...(schema.type === 'array' ? (TOGETHER[name] ?? []) : []),
          ].map((values) => `?${new URLSearchParams(values.map((value) => [name, value]))}`),
        );
      return ['', ...queries].flatMap((query) => {
        const csv = template.startsWith('/v1/sites/{site}/reports/')
          ? [`${path}${query}${query ? '&' : '?'}format=csv`]
          : [];
        return [path + query, ...csv];
      });
    });
  });
}

export interface Answered {
  readonly status: number;
  readonly headers: string;
  readonly body: string;
}

export async function answerTo({ get }: TestApp, question: string): Promise<Answered> {
  const answer = await get(question);
  return {
    status: answer.status,
    headers: JSON.stringify([...answer.headers].sort()),
    body: await answer.text(),
  };
}

/** What each world has of its own, whoever came: the key that it signs with, what that signed, and the sum of both. */
async function ownOf({ store }: TestCore): Promise<readonly string[]> {
  const keys = (await store.publicKeys()).flatMap(({ kid, x }) => [kid, x]);
  const signed = (await store.statements(1)).map(({ signature }) => signature);
  return [...keys, ...signed];
}

const withoutOwn = (text: string, own: readonly string[]): string =>
  own
    .reduce((rest, each, i) => rest.replaceAll(each, `own ${i}`), text)
    .replace(/(sha256\\":\\")[0-9a-f]{64}/, '$1');

/** @returns The questions whose answers are not the same to the letter. */
export async function tellingApart(
  worlds: Worlds,
  questions: readonly string[],
  fault?: Fault,
): Promise<string[]> {
  const [one, other] = [appOf(worlds.without, fault), appOf(worlds.having, fault)];
  const [ownOne, ownOther] = [await ownOf(worlds.without), await ownOf(worlds.having)];
  const telling: string[] = [];
  for (const question of questions) {
    const without = withoutOwn(JSON.stringify(await answerTo(one, question)), ownOne);
    if (withoutOwn(JSON.stringify(await answerTo(other, question)), ownOther) !== without)
      telling.push(question);
  }
  return telling;
}
