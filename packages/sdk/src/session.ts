/**
 * What goes on for a visitor who has not refused: asks, counts, lets in, and takes back, by what is on. The parts it puts
 * together are loaded when they are needed. Started by start.ts, which keeps what is shared with a visitor who refused.
 */
import { type Choices, CONTROL, type Day, OVERLAY_CODE } from '@holloway/protocol';
import type { Analytics } from './analytics.ts';
import type { ShownArms } from './arms/arms.ts';
import { languageOf } from './banner/language.ts';
import type { ChoiceSurface, Ui } from './banner/ui-contract.ts';
import { type Choice, choicesBy, isAny, parseChoice, storeChoice } from './consent/choice.ts';
import { type Consent, type ConsentEvent, isDecided, isToAsk, reduce, statusOf } from './consent/consent.ts';
import { createCookieStore } from './consent/cookie-store.ts';
import { tellGoogle } from './consent/signals.ts';
import type { Overlay } from './debug/overlay.ts';
import type { Gate } from './gate/gate-contract.ts';
import type { ConsentStatus, StartOptions } from './holloway.ts';
import { once } from './once.ts';
import { attempt, quietly } from './quietly.ts';
import { fetchSiteConfig, fetchWording } from './site-config.ts';
import { ARMS_KEY, CHOICE_KEY, COUNTING_KEYS, createStore, PREFERENCES_KEY, parseStored } from './storage.ts';

export interface SessionDeps
  extends Pick<StartOptions, 'site' | 'domain' | 'keep' | 'nonce' | 'consentMode' | 'debug'> {
  readonly window: Window & typeof globalThis;
  /** Where the service is, ending with a slash. */
  readonly collector: string;
  readonly objection: boolean;
  /** In UTC. */
  today(): Day;
  /** @returns Whether it has changed. */
  tell(status: ConsentStatus): boolean;
  explain(...decision: [string, ...unknown[]]): void;
  /** The service does not answer. */
  warn(): void;
  /** Shows the control. */
  rest(isFocused: boolean): void;
  hideControl(): void;
  /** What the page told by `track`, and nobody has listened to yet. */
  readonly told: Told[];
  /**
   * Where a merchandiser looks at the numbers of the page: whoever looks at them is not counted. From the address, so that it
   * may be no code at all.
   */
  readonly code?: string | undefined;
}

/** The name of an event and what belongs to it. */
export type Told = readonly [name: string, params?: unknown];

export interface Session {
  /** Reads the choice again, which another tab or another page may have changed, and acts on it. */
  recall(): Promise<void>;
  open(): Promise<void>;
  /** What is not named stays as it is. What is refused is erased before it returns. */
  set(choices: Partial<Choices>): Promise<void>;
  /** The page has told something. */
  listen(): void;
  /** The arm of a layout test that the page is to show. */
  arm(test: string): Promise<string>;
}

export function createSession(deps: SessionDeps): Session {
  const { window, collector, site, domain = '', keep, nonce = '', debug, today, explain, told } = deps;
  const code = OVERLAY_CODE.test(deps.code ?? '') && deps.code;

  const { document, navigator } = window;
  const shared = createStore(() => window.localStorage);
  const own = createStore(() => window.sessionStorage);
  const kept = domain || keep ? createCookieStore(document, domain) : shared;
  const address = `${collector}v1/sites/${site}/`;

  let consent: Consent = { choice: null, asks: null, objection: deps.objection };
  /** The stored choice as it was last read; `undefined` before. */
  let recalled: string | null | undefined;
  /** What is known has been acted on once. */
  let hasBegun = false;
  /** Of the choices made here: the last one holds. */
  let turn = 0;
  /** What the shop's own server is being told. */
  let keeping = new AbortController();
  let surface: ChoiceSurface | null = null;
  let analytics: Analytics | null = null;
  /** Statistics have been on since the page was opened: it may have begun without a session, under a refusal. */
  let wasOn = window.holloway?.consent.get().state !== 'rejected';
  if (!wasOn) told.splice(0);
  let gate: Gate | null = null;
  /** Once it is there, what is shown can be taken away at once. */
  let ui: Ui | null = null;
  /** Where debugging is on alone. */
  let overlay: Overlay | null = null;

  const status = (): ConsentStatus => statusOf(consent);
  const isCounted = (): boolean => !code && status().choices.analytics;

  const loadConfig = once(() => fetchSiteConfig(window, address), deps.warn);
  const loadWording = once(async () => {
    const config = await loadConfig();
    return fetchWording(window, address, config, languageOf(document, navigator, config.languages) ?? 'en');
  }, deps.warn);
  const loadUi = once(async () => {
    const config = await loadConfig();
    const [wording, { createUi }] = await Promise.all([loadWording(), import('./banner/ui.ts')]);
    ui = createUi({
      window,
      collector,
      config,
      wording,
      shared,
      own,
      status,
      state,
      choose: quietly(choose),
      eraseAll: quietly(eraseAll),
      surface: () => surface,
    });
    return ui;
  }, deps.warn);

  const loadOverlay = quietly(async () => {
    if (!debug) return;
    const { createOverlay } = await import('./debug/overlay.ts');
    overlay = overlay ?? createOverlay({ window, collector, own, told, status, config: loadConfig });
  });

  /** `null` where no layout test runs. To be called where statistics are on. */
  const loadArms = once(async (): Promise<ShownArms | null> => {
    const config = await loadConfig();
    if (config.experiments) {
      const { createArms } = await import('./arms/arms.ts');
      return createArms({ window, config, shared, isRemembered: wasOn, random: Math.random });
    }
    shared.remove(ARMS_KEY);
    return null;
  }, deps.warn);

  function stopCounting(): void {
    analytics?.stop();
    analytics = null;
    // What could not be stored, too.
    for (const key of COUNTING_KEYS) {
      shared.remove(key);
      own.remove(key);
    }
  }

  /** Statistics are known to be off. */
  const isOff = (): boolean => (consent.asks !== null || isDecided(consent)) && !status().choices.analytics;

  /** What is off is erased in the same tick. */
  function change(event: ConsentEvent): void {
    const wasOff = isOff();
    consent = reduce(consent, event);
    const now = status();
    // What a page told while they were off is never listened to, wherever its visitor then agrees.
    if (wasOff || isOff()) {
      told.splice(0);
      wasOn = false;
    }
    if (isDecided(consent)) {
      if (!now.choices.analytics) stopCounting();
      if (!now.choices.preferences) shared.remove(PREFERENCES_KEY);
    }
    gate?.apply(now.choices);
    // Whoever was let in or told may have chosen anew, within.
    if (deps.tell(status()) && deps.consentMode) tellGoogle(window, status().choices);
  }

  async function loadGate(): Promise<void> {
    const { services } = await loadConfig();
    if (gate || (services.length === 0 && !document.querySelector('[data-holloway]'))) return;
    const { createGate } = await import('./gate/gate.ts');
    gate =
      gate ??
      createGate({
        window,
        services,
        nonce,
        wording: loadWording,
        agree: (choices) => quietly(choose)({ ...status().choices, ...choices }, 'embed'),
        explain: (decision) => explain('gate', decision),
      });
    gate.apply(status().choices);
  }

  async function loadAnalytics(): Promise<void> {
    const config = await loadConfig();
    await loadOverlay();
    if (analytics || !isCounted()) return;
    const [{ startAnalytics }, arms] = await Promise.all([
      import('./analytics.ts'),
      loadArms().catch(() => null),
    ]);
    if (analytics || !isCounted()) return; // meanwhile
    const basis = () => status().basis ?? 'chosen';
    const tap = arms?.tap(overlay?.tap()) ?? overlay?.tap();
    const isRemembered = wasOn;
    const counting = { window, config, collector, shared, own, basis, told, isRemembered, tap };
    // Where it fails nothing is counted; what was chosen holds all the same.
    analytics = attempt(() => startAnalytics(counting)) ?? null;
  }

  /**
   * Acts on what is known: asks, counts, lets in.
   * @param isErasing What is shown stays, to say so.
   */
  async function proceed(isErasing = false): Promise<void> {
    if (status().state !== 'rejected') change({ asks: await loadConfig() });
    if (isToAsk(consent)) await ask();
    else if (!isErasing) deps.rest(ui?.rest() === true);
    await Promise.all([loadAnalytics(), loadGate()]);
  }

  async function ask(): Promise<void> {
    const loaded = await loadUi();
    if (!isToAsk(consent)) return; // meanwhile
    deps.hideControl();
    loaded.ask();
    explain('asked');
  }

  async function choose(choices: Choices, from: ChoiceSurface): Promise<void> {
    const before = status();
    const held = consent.choice;
    // What is refused is erased before anything is waited for; a refusal needs nothing that is not known.
    if (!choices.analytics) stopCounting();
    const mine = ++turn;
    let statement = consent.asks?.statement ?? (isAny(choices) ? null : consent.choice?.statement);
    if (!statement) {
      const config = await loadConfig();
      if (mine !== turn) return; // chosen anew meanwhile
      change({ asks: config });
      statement = config.statement;
    }
    surface = from;
    // What the store does not ask about is not agreed to either.
    const asked = choicesBy((category) => choices[category] && consent.asks?.categories.includes(category));
    const choice: Choice = { v: 1, statement, choices: asked, day: today() };
    storeChoice(kept, choice);
    recalled = kept.get(CHOICE_KEY);
    explain('chosen', asked, from);
    change({ choice, today: choice.day });
    deps.rest(ui?.rest() === true);
    if (keep) {
      // An answer that comes late would bring an earlier choice back.
      keeping.abort();
      keeping = new AbortController();
      const { signal } = keeping;
      quietly(() =>
        window.fetch(keep, { method: 'POST', body: JSON.stringify(choice), keepalive: true, signal }),
      )();
    }
    await proceed();
    const isNew = before.basis !== 'chosen' || JSON.stringify(before.choices) !== JSON.stringify(asked);
    if (isNew) await countChoice(asked, from, held);
  }

  /**
   * Counts the choice itself, for those who agreed; a refusal only where the site counts those, and says so.
   * @param held What the browser remembered until then.
   */
  async function countChoice(choices: Choices, from: ChoiceSurface, held: Choice | null): Promise<void> {
    if (code || (!choices.analytics && isAny(choices))) return;
    const config = await loadConfig();
    const { statement, categories, countsRefusals } = config;
    if (choices.analytics) {
      const isAll = categories.every((category) => choices[category]);
      analytics?.count({ kind: 'choice', statement, surface: from, choice: isAll ? 'accepted' : 'chosen' });
    } else if (countsRefusals && !consent.objection) {
      (await import('./consent/refusal.ts')).sendRefusal(window, collector, config, from, held);
    }
  }

  /** Keeps what the visitor stated under a key of the store's; `null` takes it back. */
  function state(key: string, value: string | null): void {
    if (!status().choices.preferences) return;
    const stated = {
      ...(parseStored(shared.get(PREFERENCES_KEY)) as object | null),
      [key]: value ?? undefined,
    };
    const text = JSON.stringify(stated);
    if (text === '{}') shared.remove(PREFERENCES_KEY);
    else shared.set(PREFERENCES_KEY, text);
    if (value !== null) analytics?.count({ kind: 'preference', key, value });
    document.dispatchEvent(new CustomEvent('holloway:preferences', { detail: JSON.parse(text) }));
  }

  async function eraseAll(): Promise<void> {
    keeping.abort();
    // Where nobody is asked, to forget a refusal would be to agree.
    if (consent.asks?.model !== 'opt-out' || status().state !== 'rejected') {
      kept.remove(CHOICE_KEY);
      shared.remove(CHOICE_KEY);
    }
    stopCounting();
    shared.remove(PREFERENCES_KEY);
    recalled = undefined; // what this page alone remembers is forgotten too
    await recall(true);
  }

  /** @returns Whether the stored choice has changed since it was last read. */
  function read(): boolean {
    const text = kept.get(CHOICE_KEY);
    if (text === recalled) return false;
    recalled = text;
    change({ choice: parseChoice(text), today: today() });
    return true;
  }

  async function recall(isErasing = false): Promise<void> {
    if (!read() && hasBegun) return;
    hasBegun = true;
    try {
      await proceed(isErasing);
    } catch (error) {
      hasBegun = false; // to be tried again
      throw error;
    }
  }

  if (code)
    import('./overlay/live-overlay.ts').then(
      ({ openLiveOverlay }) => openLiveOverlay({ window, collector, site, code }),
      deps.warn,
    );

  return {
    recall,
    async open() {
      read();
      // Nothing else is to be done for a visitor who has refused.
      if (status().state === 'rejected') hasBegun = true;
      change({ asks: await loadConfig() });
      (await loadUi()).open();
    },
    async set(choices) {
      read();
      if (choices.analytics === false) stopCounting();
      if (choices.preferences === false) shared.remove(PREFERENCES_KEY);
      // What is not named stays as it is, which is not known before. A refusal of all needs no more than is known.
      if (!isDecided(consent))
        await loadConfig().then(
          (asks) => change({ asks }),
          quietly(() => {}),
        );
      return choose(
        choicesBy((category) => choices[category] ?? status().choices[category]),
        'api',
      );
    },
    listen: () => (analytics ?? overlay)?.listen(),
    async arm(test) {
      try {
        read();
        change({ asks: await loadConfig() });
        return isCounted() ? ((await loadArms())?.of(test) ?? CONTROL) : CONTROL;
      } catch {
        return CONTROL; // the service does not answer
      }
    },
  };
}
