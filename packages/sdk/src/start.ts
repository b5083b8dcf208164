/**
 * Starts Holloway on a page: reads the choice, asks where there is none, counts where the visitor agreed.
 * The one place where the parts are put together.
 */
import { dayAt, isSiteId, type SiteConfig } from '@holloway/protocol';
import { type Analytics, startAnalytics } from './analytics.ts';
import { createSurface } from './banner/surface.ts';
import { type Choice, type Choices, readChoice, storeChoice } from './consent/choice.ts';
import {
  type Consent,
  type ConsentEvent,
  choicesOf,
  initialConsent,
  isAgreed,
  reduceConsent,
} from './consent/consent.ts';
import type { Holloway } from './holloway.ts';
import { listen } from './listen.ts';
import { quietly } from './quietly.ts';
import { fetchSiteConfig } from './site-config.ts';
import { CHOICE_KEY, createStore, LEDGER_KEY, OUTBOX_KEY, VISIT_KEY } from './storage.ts';
import { VERSION } from './version.ts';

export interface StartOptions {
  /** The id of the site, as the collector knows it. */
  readonly site: string;
  /** Address of the collector, such as `https://stats.example`; a path is kept. */
  readonly collector: string;
  /** Default: the page's own. */
  readonly window?: Window & typeof globalThis;
}

const UTC = 'UTC';

/** No configuration: nobody is asked, nothing is counted. */
const ignore = (): void => {};

/**
 * @returns The same on every call for a page: a second call changes nothing.
 * @throws TypeError for an option that cannot be; afterwards nothing ever throws into the page.
 */
export function start({ site, collector, window = globalThis.window }: StartOptions): Holloway {
  if (!isSiteId(site))
    throw new TypeError('holloway: site must be 1 to 63 lower-case letters, digits or hyphens');
  const service = new URL(collector.replace(/\/*$/, '/'), window.location.href).href;
  // An element with this id would be found here too.
  if (window.holloway?.version === undefined) window.holloway = run(window, site, service);
  return window.holloway;
}

function run(window: Window & typeof globalThis, site: string, collector: string): Holloway {
  const { document } = window;
  const navigator: Navigator & { globalPrivacyControl?: boolean } = window.navigator;
  const shared = createStore(() => window.localStorage);
  const own = createStore(() => window.sessionStorage);
  const today = () => dayAt(Date.now(), UTC);

  let consent: Consent = initialConsent(navigator.globalPrivacyControl === true);
  let analytics: Analytics | null = null;
  let config: Promise<SiteConfig> | null = null;

  /** Once; a failure may be tried again. */
  const loadConfig = (): Promise<SiteConfig> => {
    config ??= fetchSiteConfig(window.fetch.bind(window), collector, site).catch((error: unknown) => {
      config = null;
      throw error;
    });
    return config;
  };

  const surface = createSurface(document, {
    onChoice: (choices) => choose(choices).catch(ignore),
    onOpen: () => open().catch(ignore),
  });

  function erase(): void {
    analytics?.stop();
    analytics = null;
    for (const key of [VISIT_KEY, LEDGER_KEY]) shared.remove(key);
    own.remove(OUTBOX_KEY);
  }

  /** Everything that a change of consent brings about, in the same tick. */
  function apply(event: ConsentEvent): void {
    consent = reduceConsent(consent, event);
    if (!isAgreed(consent, 'analytics')) erase();
  }

  function decide(choices: Choices, statement: string): void {
    const choice: Choice = { v: 1, statement, choices, day: today() };
    apply({ kind: 'chosen', choice });
    storeChoice(shared, choice);
    surface.rest();
  }

  /** Counts, where that is agreed to for the statement of today; asks, where nothing is known. */
  async function proceed(): Promise<void> {
    if (consent.state === 'rejected') return surface.rest();
    const loaded = await loadConfig();
    apply({ kind: 'asked', statement: loaded.statement });
    if (consent.state === 'unknown') return surface.ask(consent, false);
    surface.rest();
    if (analytics !== null || !isAgreed(consent, 'analytics')) return;
    analytics = startAnalytics({
      window,
      config: loaded,
      collector,
      statement: loaded.statement,
      shared,
      own,
    });
  }

  async function choose(choices: Choices): Promise<void> {
    // What is refused is erased before anything is waited for.
    if (!choices.analytics) erase();
    const known = choices.analytics ? null : consent.choice;
    decide(choices, known?.statement ?? (await loadConfig()).statement);
    await proceed();
  }

  async function open(): Promise<void> {
    const { statement } = await loadConfig();
    apply({ kind: 'asked', statement });
    surface.ask(consent, true);
  }

  const recall = (): void => {
    apply({ kind: 'recalled', choice: readChoice(shared), today: today() });
    proceed().catch(ignore);
  };

  const begin = quietly(() => {
    recall();
    // Another tab has chosen; or this page comes back from the cache, where it did not hear of it.
    listen<StorageEvent>(window, 'storage', ({ key }) => (key === CHOICE_KEY || key === null) && recall());
    listen<PageTransitionEvent>(window, 'pageshow', ({ persisted }) => persisted && recall());
  });
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin, { once: true });
  else begin();

  return {
    version: VERSION,
    pageview: quietly(() => analytics?.pageview()),
    consent: {
      get: () => ({ state: consent.state, choices: choicesOf(consent), objection: consent.objection }),
      set: (choices) => choose({ ...choicesOf(consent), ...choices }),
      open,
    },
  };
}
