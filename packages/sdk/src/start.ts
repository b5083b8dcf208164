/**
 * Starts Holloway on a page: reads the choice, and loads the session unless it is a refusal. All that a visitor who has
 * refused loads is what this imports; what else there is comes when it is needed (session).
 */
import { type Choices, CONTROL, type Language, OVERLAY_MARK } from '@holloway/protocol';
import { createControl } from './banner/control.ts';
import { LABELS } from './banner/labels.ts';
import { languageOf } from './banner/language.ts';
import { readCookie } from './consent/cookie-store.ts';
import { refusedOn } from './consent/refused.ts';
import { denyGoogle, hasObjection } from './consent/signals.ts';
import type { ConsentStatus, Holloway, StartOptions } from './holloway.ts';
import { listen } from './listen.ts';
import { once } from './once.ts';
import { attempt, quietly } from './quietly.ts';
import type { Session, Told } from './session.ts';
import { CHOICE_KEY, COUNTING_KEYS, PREFERENCES_KEY, parseStored } from './storage.ts';
import { VERSION } from './version.ts';

/** What a page tells before anybody listens. */
const MOST_TOLD = 100;

/**
 * @returns The same on every call for a page: a second call changes nothing.
 * @throws TypeError for an address that is none; afterwards nothing ever throws into the page.
 */
export function start({ collector, ...options }: StartOptions): Holloway {
  const service = new URL(collector.replace(/\/*$/, '/'), location.href).href;
  // An element with this id would be found here too.
  if (!window.holloway?.version) window.holloway = run(window, service, options);
  return window.holloway;
}

function run(
  window: Window & typeof globalThis,
  collector: string,
  options: Omit<StartOptions, 'collector'>,
): Holloway {
  const { document, navigator } = window;
  const { site, domain, keep, consentMode, debug } = options;
  const today = () => new Date().toISOString().slice(0, 10);
  const read = (key: string) => attempt(() => window.localStorage.getItem(key)) ?? null;
  const readRefusal = () =>
    refusedOn(domain || keep ? readCookie(document, CHOICE_KEY) : read(CHOICE_KEY), today());
  const language = languageOf(document, navigator, Object.keys(LABELS) as Language[]) as Language;
  const objection = hasObjection(navigator);
  /** Of a merchandiser, who comes from the dashboard to see the numbers over the page. */
  const [address, code] = window.location.href.split(OVERLAY_MARK);
  const listeners = new Set<(status: ConsentStatus) => void>();
  let status: ConsentStatus = {
    state: 'unknown',
    choices: { preferences: false, analytics: false, marketing: false },
    basis: null,
    objection,
    day: null,
  };
  let session: Session | null = null;
  const told: Told[] = [];

  const track = (...call: Told): void => {
    // A page may tell before anybody listens; for a visitor who refused nobody ever does. The oldest go.
    told.splice(0, told.push(call) - MOST_TOLD);
    session?.listen();
  };
  const erase = (keys: readonly string[]): void => {
    for (const key of keys) {
      attempt(() => window.localStorage.removeItem(key));
      attempt(() => window.sessionStorage.removeItem(key));
    }
  };
  const explain = quietly(async (...decision: [string, ...unknown[]]) => {
    if (debug) (await import('./debug/explain.ts')).explain(console, ...decision);
  });
  const warn = () => console.warn(`Holloway: no ${site} at ${collector}`);

  /** Tells everybody what is on, once for each change. @returns Whether it is one. */
  function tell(next: ConsentStatus): boolean {
    if (JSON.stringify(next) === JSON.stringify(status)) return false;
    status = next;
    explain('status', status);
    document.dispatchEvent(new CustomEvent('holloway:consent', { detail: status }));
    // An error of theirs is told to the console, and stops nobody.
    listeners.forEach(async (listener) => listener(status));
    return true;
  }

  const loadSession = once(async () => {
    const { createSession } = await import('./session.ts');
    session = createSession({
      ...options,
      window,
      collector,
      objection,
      today,
      tell,
      explain,
      warn,
      rest,
      hideControl: control.hide,
      told,
      code,
    });
    return session;
  }, warn);

  const open = async (): Promise<void> => (await loadSession()).open();
  const control = createControl(document, language, quietly(open));

  /** Nothing to ask at the moment: the control alone. */
  function rest(isFocused?: boolean): void {
    // Whoever signals an objection is shown that it is honoured.
    control.show(LABELS[language] + (objection && status.basis === null ? ' · GPC ✓' : ''), isFocused);
  }

  const recall = quietly(async () => {
    if (session) return session.recall();
    const day = readRefusal();
    // A visitor who refused is asked nothing, and nothing is asked of the service but where an embed could be let in.
    if (day) {
      // It may have been said in another tab, or on another sub-domain.
      erase([...COUNTING_KEYS, PREFERENCES_KEY]);
      tell({ ...status, state: 'rejected', basis: 'chosen', day });
      // In a turn of its own, so that the page is not held up.
      setTimeout(quietly(rest));
      if (!code && !document.querySelector('[data-holloway]:not(script)')) return undefined;
    }
    return (await loadSession()).recall();
  });

  const begin = (): void => {
    recall();
    // Another tab has chosen; or this page comes back, and did not hear of it.
    listen(window, 'storage pageshow visibilitychange', recall);
  };
  // At once: it is nobody else's, and works once.
  if (code) window.history.replaceState(window.history.state, '', address);
  // Before any of Google's tags runs.
  if (consentMode) denyGoogle(window);
  if (document.readyState === 'loading') listen(document, 'DOMContentLoaded', begin);
  else begin();

  return {
    version: VERSION,
    preferences: () => (parseStored(read(PREFERENCES_KEY)) ?? {}) as { [key: string]: string },
    pageview: () => track('page_view'),
    track,
    arm: async (test) =>
      (readRefusal() ? null : (await loadSession().catch(() => null))?.arm(test)) ?? CONTROL,
    consent: {
      get: () => status,
      open,
      async set(choices: Partial<Choices>) {
        // At once, even where the session is yet to come.
        if (choices.analytics === false) erase(COUNTING_KEYS);
        if (choices.preferences === false) erase([PREFERENCES_KEY]);
        return (session ?? (await loadSession())).set(choices);
      },
      on(listener) {
        listeners.add(listener);
        listener(status);
        return () => listeners.delete(listener);
      },
    },
  };
}
