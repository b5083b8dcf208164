/**
 * Sixty days of browsers to which everything happens: many tabs, jumps of the clock, storage that fails, networks that
 * break, tabs that vanish. Between steps whatever can be done by then is done.
 */
import { offsetsOf } from '@holloway/protocol';
import type { Seen } from '../../src/record/memory.ts';
import type { Page } from '../../src/visit/observation.ts';
import { type Browser, createBrowser, type Mutation, type Tab, type World } from './browser.ts';
import { type Collector, createCollector } from './collector.ts';
import type { NetworkMode } from './network.ts';
import { createRandom, type Random } from './random.ts';
import type { StorageMode } from './storage.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** An hour before midnight at the site, whose clocks are set back on the 25th of October. */
const BEGIN = Date.UTC(2026, 8, 27, 21);
const DAYS = 60;
const TIME_ZONE = 'Europe/Rome';

export interface Trouble {
  /** Clocks that jump, by hours or by years. */
  readonly clocks: boolean;
  readonly storage: boolean;
  readonly network: boolean;
  /** Tabs that crash, are duplicated, or leave nothing to be heard of. */
  readonly tabs: boolean;
}

export const EVERY_TROUBLE: Trouble = { clocks: true, storage: true, network: true, tabs: true };
export const NO_TROUBLE: Trouble = { clocks: false, storage: false, network: false, tabs: false };

const JUMPS_MS = [
  2 * MINUTE_MS,
  -2 * MINUTE_MS,
  HOUR_MS,
  -HOUR_MS,
  9 * HOUR_MS,
  -DAY_MS,
  DAY_MS,
  2 * DAY_MS,
  -20 * DAY_MS,
  20 * DAY_MS,
  -40 * DAY_MS,
  40 * DAY_MS,
  400 * DAY_MS,
  -400 * DAY_MS,
  1500 * DAY_MS,
  -30_000 * DAY_MS,
];
const STORAGE_MODES: readonly StorageMode[] = ['works', 'works', 'works', 'full', 'read-only', 'blocked'];
const NETWORK_MODES: readonly NetworkMode[] = [
  'works',
  'works',
  'works',
  'slow',
  'deaf',
  'busy',
  'refuses',
  'down',
  'offline',
];

const page = (i: number): Page => ({ path: `/p-${i}`, type: 'page', category: null });
const exposure = (i: number, random: Random): Seen => ({
  kind: 'zone',
  measure: 'exposed',
  zone: random.pick(['grid', 'teaser', 'related']),
  page: page(i).path,
  viewport: 's',
  isFirst: true,
});
const click = (i: number): Seen => ({
  kind: 'slot',
  measure: 'clicked',
  page: page(i).path,
  slot: 'grid/1',
  item: 'KE-101',
  viewport: 's',
});

/** Lets every promise that can be kept be kept. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export interface Options {
  /** Of the collector. Default: false. */
  readonly believesEveryClock?: boolean;
}

export interface Outcome {
  readonly collector: Collector;
  readonly browsers: readonly Browser[];
}

function step(browser: Browser, tab: Tab, { random }: World, trouble: Trouble): void {
  const { storage, network } = browser;
  const i = random.below(6);
  const [kind] = random.pick([
    ['load'],
    ['load'],
    ['reload'],
    ['exposures'],
    ['exposures'],
    ['click'],
    ['wait'],
    ['tick'],
    ['hide'],
    ['open'],
    ...(trouble.clocks ? [['jump'], ['correct']] : []),
    ...(trouble.storage ? [['storage'], ['storage']] : []),
    ...(trouble.network ? [['network'], ['network'], ['answers']] : []),
    ...(trouble.tabs ? [['storm'], ['duplicate'], ['crash'], ['crash midway'], ['clear']] : []),
  ]);
  switch (kind) {
    case 'load':
      tab.hide();
      tab.load(page(i), false);
      break;
    case 'reload':
      tab.hide();
      tab.load(page(i), true);
      break;
    case 'storm':
      for (let times = 0; times < 15; times++) {
        if (random.chance(0.8)) tab.hide();
        tab.load(page(i), random.chance(0.8));
      }
      break;
    case 'exposures':
      for (let times = random.below(25); times >= 0; times--) tab.seeSoon(exposure(i, random));
      break;
    case 'click':
      tab.see(click(i));
      break;
    case 'wait':
      tab.wait();
      break;
    case 'tick':
      tab.flush(false);
      break;
    case 'hide':
      tab.hide();
      break;
    case 'open':
      browser.open().load(page(i), false);
      break;
    case 'duplicate':
      browser.open(tab).load(page(i), random.chance(0.5));
      break;
    case 'crash':
      tab.crash();
      break;
    case 'crash midway':
      tab.see(click(i));
      tab.crash(random.below(4));
      break;
    case 'clear':
      if (random.chance(0.1)) browser.clear();
      break;
    case 'jump':
      if (random.chance(0.2)) browser.clockErrorMs += random.pick(JUMPS_MS);
      break;
    case 'correct':
      browser.clockErrorMs = 0;
      break;
    case 'storage':
      storage.mode = random.pick(STORAGE_MODES);
      break;
    case 'network':
      network.mode = random.pick(NETWORK_MODES);
      break;
    case 'answers':
      network.answer(random.below(4));
      break;
  }
}

/** Most of what goes wrong is over the next time. */
function recover(browser: Browser, { random }: World): void {
  if (random.chance(0.7)) browser.clockErrorMs = 0;
  if (random.chance(0.8)) browser.storage.mode = 'works';
  if (random.chance(0.8)) browser.network.mode = 'works';
}

/** Does what waits, or some of it: what remains waits on, over midnight if it comes to that. */
async function carryOn(browser: Browser, { random }: World): Promise<void> {
  if (random.chance(0.7)) browser.storage.settle();
  browser.grantLocks(random.chance(0.7) ? undefined : random.below(3));
  await settle();
}

export async function liveThrough(
  seed: number,
  trouble: Trouble,
  mutation: Mutation = {},
  options: Options = {},
): Promise<Outcome> {
  const random = createRandom(seed);
  const collector = createCollector({ timeZone: TIME_ZONE, ...options });
  const world: World = {
    random,
    collector,
    offsets: offsetsOf(TIME_ZONE, BEGIN, BEGIN + 100 * DAY_MS),
    mutation,
    now: BEGIN,
  };
  const browsers = Array.from({ length: 6 }, (_, i) => createBrowser(`${seed}-${i}`, world, i % 6 !== 5));
  for (let day = 0; day < DAYS; day++) {
    const dayBegins = BEGIN + day * DAY_MS;
    world.now = Math.max(world.now, dayBegins);
    for (const browser of browsers.filter(() => random.chance(0.6))) {
      world.now = Math.max(world.now, dayBegins + random.below(4 * HOUR_MS));
      recover(browser, world);
      for (let steps = 4 + random.below(14); steps > 0; steps--) {
        world.now += random.pick([500, 4_000, 40_000, 40 * MINUTE_MS * random.next()]);
        const [tab = browser.open()] = browser.tabs.filter(() => random.chance(0.5));
        step(browser, tab, world, trouble);
        await carryOn(browser, world);
      }
      for (const tab of browser.tabs.slice(random.below(2))) {
        tab.hide();
        tab.crash();
      }
    }
  }
  // Whoever has something left to send sends it.
  world.now += HOUR_MS;
  for (const browser of browsers) {
    browser.storage.mode = 'works';
    browser.network.mode = 'works';
    browser.clockErrorMs = 0;
    browser.grantLocks();
    await settle();
    for (const tab of browser.tabs) tab.hide();
    browser.network.answer();
    await settle();
  }
  return { collector, browsers };
}
