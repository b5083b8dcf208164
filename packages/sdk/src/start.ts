/**
 * Starts Holloway on a page: reads the choice, asks where there is none, counts where the visitor agreed.
 * The one place where the parts are put together.
 */
import { dayAt, type SiteConfig } from '@holloway/protocol';
import { type Analytics, startAnalytics } from './analytics.ts';
import { createSurface } from './banner/surface.ts';
import { type Choice, type Choices, choicesBy, readChoice, storeChoice } from './consent/choice.ts';
import { type Consent, choicesOf, consentBy, consentTo, isAgreed, UNKNOWN } from './consent/consent.ts';
import type { ConsentStatus, Holloway } from './holloway.ts';
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
}

/**
 * @returns The same on every call for a page: a second call changes nothing.
 * @throws TypeError for an address that is none; afterwards nothing ever throws into the page.
 */
export function start({ site, collector }: StartOptions): Holloway {
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
  const today = () => dayAt(Date.now(), 'UTC');

  let consent = UNKNOWN;
  let analytics: Analytics | null = null;
  let config: Promise<SiteConfig> | null = null;

  /** Once; a failure may be tried again. */
  const loadConfig = (): Promise<SiteConfig> => {
    config =
      config ??
      fetchSiteConfig(window, collector, site).catch((error: unknown) => {
        config = null;
        console.warn(`Holloway: ${collector} does not know the site ${site}, or does not answer`);
        throw error;
      });
    return config;
  };

  const status = (): ConsentStatus => ({
    state: consent.state,
    choices: choicesOf(consent),
    objection: navigator.globalPrivacyControl === true,
  });

  const surface = createSurface(document, {
    onChoice: quietly(choose),
    onOpen: quietly(() => proceed(true)),
  });

  function erase(): void {
    analytics?.stop();
    analytics = null;
    shared.remove(VISIT_KEY);
    shared.remove(LEDGER_KEY);
    own.remove(OUTBOX_KEY);
  }

  /** What is not agreed to any more is erased in the same tick. */
  function change(next: Consent): void {
    consent = next;
    if (!isAgreed(consent, 'analytics')) erase();
  }

  /** Counts, where that is agreed to for the statement of today; asks, where nothing is known or it `isWanted`. */
  async function proceed(isWanted = false): Promise<void> {
    if (consent.state === 'rejected' && !isWanted) return surface.rest();
    const loaded = await loadConfig();
    change(consentTo(consent, loaded.statement));
    if (consent.state === 'unknown' || isWanted) return surface.ask(status(), isWanted);
    surface.rest();
    if (analytics || !isAgreed(consent, 'analytics')) return;
    analytics = startAnalytics({ window, config: loaded, collector, shared, own });
  }

  async function choose(choices: Choices): Promise<void> {
    // What is refused is erased before anything is waited for; a refusal needs nothing that is not known.
    if (!choices.analytics) erase();
    const { statement } = (!choices.analytics && consent.choice) || (await loadConfig());
    const choice: Choice = { v: 1, statement, choices, day: today() };
    change(consentBy(choice, choice.day));
    storeChoice(shared, choice);
    surface.rest();
    await proceed();
  }

  // Without a configuration nobody is asked and nothing is counted.
  const recall = quietly(() => {
    change(consentBy(readChoice(shared), today()));
    return proceed();
  });

  const begin = (): void => {
    recall();
    // Another tab has chosen; or this page comes back from the cache, where it did not hear of it.
    listen<StorageEvent>(window, 'storage', ({ key }) => (key === CHOICE_KEY || key === null) && recall());
    listen<PageTransitionEvent>(window, 'pageshow', ({ persisted }) => persisted && recall());
  };
  if (document.readyState === 'loading') listen(document, 'DOMContentLoaded', begin);
  else begin();

  return {
    version: VERSION,
    pageview: quietly(() => analytics?.pageview()),
    consent: {
      get: status,
      set: (choices) => choose(choicesBy((category) => choices[category] ?? choicesOf(consent)[category])),
      open: () => proceed(true),
    },
  };
}
