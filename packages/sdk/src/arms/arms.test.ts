// @vitest-environment happy-dom
import type { RunningExperiment } from '@holloway/protocol';
import { beforeEach, describe, expect, it } from 'vitest';
import { setUrl } from '../../test/dom.ts';
import type { Seen } from '../record/memory.ts';
import { ARMS_KEY, createStore } from '../storage.ts';
import { type ArmsDeps, createArms } from './arms.ts';

const HALVES = [{ name: 'a', share: 50 }, { name: 'b', share: 50 }]; // biome-ignore format: a list
const HERO: RunningExperiment = { id: 'hero', arms: HALVES, pages: '/', zone: 'hero' };
const GRID: RunningExperiment = { id: 'grid', arms: HALVES, pages: '/c/:top' };
const A = 0.2;
const B = 0.7;

const pageview = (path: string, isReload = false): Seen => ({
  kind: 'pageview',
  page: { path, type: 'page', category: null },
  provenance: { source: 'direct' },
  isReload,
});
const clicked = (zone: string): Seen => ({
  kind: 'zone',
  measure: 'clicked',
  zone,
  isFirst: true,
  page: '/',
  viewport: 'l',
});
const traded = (stage: 'cart' | 'checkout' | 'order', order?: string): Seen => ({
  kind: 'commerce',
  stage,
  currency: null,
  items: [],
  value: 0,
  isHome: true,
  order,
});

const shared = createStore(() => localStorage);
const kept = () => localStorage.getItem(ARMS_KEY);
/** Which arms of the test are to be seen. */
const shown = () =>
  [...document.querySelectorAll<HTMLElement>('[data-holloway-arm]')]
    .filter(({ hidden }) => !hidden)
    .map(({ dataset }) => dataset.hollowayArm);

/** @param sinceMs How long the page has been there to be read. */
function open({ sinceMs = 500, random = B, isRemembered = true, tests = [HERO, GRID] } = {}) {
  const performance = { now: () => 3_000 + sinceMs, getEntriesByType: () => [{ domInteractive: 3_000 }] };
  const page = { document, location: window.location, performance } as unknown as ArmsDeps['window'];
  const arms = createArms({
    ...{ window: page, config: { experiments: tests }, shared, isRemembered },
    random: () => random,
  });
  const tap = arms.tap(undefined);
  const taken: string[] = [];
  /** As the counting does: it looks on, then takes down. */
  const see = async (seen: Seen): Promise<void> => {
    const take = (one: Seen): void => {
      if (one.kind !== 'tested') taken.push(one.kind);
      else taken.push([one.experiment, one.arm, one.metric, ...(one.order ? [one.order] : [])].join(' '));
    };
    tap.onSeen(seen, take);
    take(seen);
    await Promise.resolve();
  };
  return { arms, see, taken };
}

beforeEach(() => {
  localStorage.clear();
  setUrl('https://shop.example/');
  document.body.innerHTML =
    '<h1 data-holloway-experiment="hero" data-holloway-arm="a">Now</h1><h1 data-holloway-experiment="hero" data-holloway-arm="b" hidden>New</h1>';
});

describe('the markup of a test', () => {
  it('shows the arm that was drawn, and hides the others', () => {
    open();
    expect(shown()).toEqual(['b']);
    expect(kept()).toBe('hero=b');
  });

  it('shows the same arm on the next page, whatever would be drawn', () => {
    open();
    document.body.innerHTML = document.body.innerHTML.replace(' hidden', '');
    open({ random: A });
    expect(shown()).toEqual(['b']);
  });

  it.each([
    ['comes too late', { sinceMs: 2_000 }],
    ['agreed on this very page', { isRemembered: false }],
  ])('stays as it is under the eyes of a visitor who %s', async (_, how) => {
    const { see, taken } = open(how);
    await see(pageview('/'));
    expect([shown(), kept(), taken]).toEqual([['a'], null, ['pageview']]);
  });

  it('stays as it is on pages that the test is not of', async () => {
    setUrl('https://shop.example/c/kettles');
    const { see, taken } = open();
    await see(pageview('/c/kettles'));
    expect([shown(), kept(), taken]).toEqual([['a'], null, ['pageview']]);
  });

  it('is shown on the next page of a router to a visitor who agreed on the one before', async () => {
    const { see, taken } = open({ isRemembered: false });
    await see(pageview('/'));
    await see(pageview('/'));
    expect(shown()).toEqual(['b']);
    // The second time once the pageview is there that may begin a visit.
    expect(taken).toEqual(['pageview', 'hero b (any)', 'pageview', 'hero b (any)']);
  });
});

describe('a page that asks for the arm', () => {
  it('is told the one that was drawn, from then on the same', () => {
    const { arms } = open({ isRemembered: false });
    expect([arms.of('hero'), kept(), open({ random: A }).arms.of('hero')]).toEqual(['b', 'hero=b', 'b']);
  });

  it.each(['grid', 'unknown'])('is told a of %s, which is not shown here, and nothing is drawn', (id) => {
    document.body.innerHTML = '';
    expect([open().arms.of(id), kept()]).toEqual(['a', null]);
  });

  it('forgets the arms of tests that have ended', () => {
    shared.set(ARMS_KEY, 'old=b grid=a');
    open().arms.of('hero');
    expect(kept()).toBe('hero=b grid=a');
  });
});

/** Of a page that may be the next of a visit: whether it is, the visit knows. */
const FIRST = ['hero b onward', 'pageview', 'hero b (any)'];

describe('the counting is told', () => {
  it('after the pageview of the arm that is shown', async () => {
    const { see, taken } = open();
    await see(pageview('/'));
    expect(taken).toEqual(FIRST);
  });

  it('at once of an arm that is asked for later', async () => {
    document.body.innerHTML = '';
    const { arms, see, taken } = open({ random: A });
    await see(pageview('/'));
    arms.of('hero');
    expect(taken).toEqual(['pageview', 'hero a (any)']);
  });

  it('before what comes of it is taken down: a move, a cart, an order, a click in its region', async () => {
    const { see, taken } = open();
    await see(pageview('/'));
    await see(clicked('hero'));
    await see(clicked('menu'));
    setUrl('https://shop.example/c/kettles');
    await see(pageview('/c/kettles'));
    await see(traded('cart'));
    await see(traded('checkout'));
    await see(traded('order', '1042'));
    expect(taken).toEqual([
      ...FIRST,
      ...['hero b clicked', 'zone', 'zone', 'hero b onward', 'pageview'],
      ...['hero b added', 'commerce', 'commerce', 'hero b order 1042', 'commerce'],
    ]);
  });

  it('of no move where a page is loaded again', async () => {
    const { see, taken } = open();
    await see(pageview('/', true));
    expect(taken).toEqual(['pageview', 'hero b (any)']);
  });

  it('nothing of a browser that is in no arm', async () => {
    document.body.innerHTML = '';
    const { see, taken } = open();
    await see(pageview('/'));
    await see(traded('order', '1042'));
    expect([taken, kept()]).toEqual([['pageview', 'commerce'], null]);
  });

  it('nothing where storage was erased meanwhile', async () => {
    const { see, taken } = open();
    await see(pageview('/'));
    shared.remove(ARMS_KEY);
    await see(traded('order', '1042'));
    expect(taken).toEqual([...FIRST, 'commerce']);
  });
});
