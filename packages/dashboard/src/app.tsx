/** Decides what is seen: the way in, one screen, or why neither. */
import type { SiteSummary } from '@holloway/protocol';
import { useEffect, useState } from 'preact/hooks';
import type { Api } from './api/client.ts';
import { daysOf } from './model/range.ts';
import { SCREEN_VIEWS } from './screens/screens.tsx';
import type { LinkDeps } from './shared/open-link.ts';
import { fetchAhead } from './shell/fetch-ahead.ts';
import { Shell } from './shell/shell.tsx';
import type { Location } from './state/location.ts';
import { screensFor } from './state/permits.ts';
import type { ReportStore } from './state/report-store.ts';
import { OWN_SCREENS, type Screen } from './state/route.ts';
import type { Session, SessionState } from './state/session.ts';
import { type Signal, useSignal } from './state/signal.ts';
import type { Theme } from './state/theme.ts';
import { ViewContext } from './state/view.ts';
import { ViewerContext } from './state/viewer.ts';
import { lazy } from './ui/lazy.tsx';
import { Failure } from './ui/states.tsx';
import { type InterfaceLanguage, t } from './words/words.ts';

export interface AppProps {
  readonly api: Api;
  readonly session: Session;
  readonly reports: ReportStore;
  readonly theme: { readonly current: Signal<Theme> };
  /** Keeps the language, and loads the page again in it. */
  readonly onLanguage: (language: InterfaceLanguage) => void;
  readonly location: Location;
  readonly linkDeps: LinkDeps;
}

/** Most who come find a screen. */
const NotForRole = lazy(async () => (await import('./screens/instead.tsx')).NotForRole);
const NoSuchSite = lazy(async () => (await import('./screens/instead.tsx')).NoSuchSite);
const NoSite = lazy(async () => (await import('./screens/instead.tsx')).NoSite);
const NotInstalled = lazy(async () => (await import('./screens/instead.tsx')).NotInstalled);
/** Most who come are signed in. */
const SignIn = lazy(async () => (await import('./screens/sign-in/sign-in.tsx')).SignIn);
/** Most who come have no link to a view. */
const SharedView = lazy(async () => (await import('./shared/shared-view.tsx')).SharedView);

export function App(props: AppProps) {
  const { session, location, api, onLanguage } = props;
  const state = useSignal(session.current);
  const entry = useSignal(location.entry);
  const isLink = entry?.kind === 'set-password';
  // Whoever is signed in sees by a link what everybody sees by it.
  if (entry?.kind === 'shared') return <SharedView key={entry.token} {...props} token={entry.token} />;
  if (state.state === 'failed')
    return (
      <main class="alone">
        <Failure error={state.error} onRetry={() => void session.start()} />
      </main>
    );
  if (state.state === 'starting') return <div class="starting" role="status" aria-label={t('Starting')} />;
  if (state.state === 'signed-in' && !isLink) return <SignedIn {...props} state={state} />;
  return <SignIn {...{ api, session, location, entry, onLanguage }} />;
}

type SignedInProps = AppProps & { readonly state: Extract<SessionState, { state: 'signed-in' }> };

function SignedIn(props: SignedInProps) {
  const { api, session, reports, theme, onLanguage, location, state } = props;
  const { account, sites } = state;
  const asked = useSignal(location.route);
  useRenewal();
  useEffect(() => fetchAhead(document, fetchScreen), []);
  const [first] = sites;
  const site = asked.site === null ? first : sites.find(({ id }) => id === asked.site);
  if (asked.site !== null && site === undefined) return <NoSuchSite route={asked} first={first} />;
  const screens = screensFor(account.permissions);
  // Where nothing was chosen yet, the first screen that there is for them.
  const isOpen = asked.site === null && !OWN_SCREENS.includes(asked.screen);
  const [screen = asked.screen] = isOpen && !screens.includes(asked.screen) ? screens : [];
  const route = { ...asked, screen, site: site?.id ?? null };
  const view =
    site === undefined ? null : { api, reports, location, site, days: daysOf(asked.range, site), route };
  const leave = (): void => {
    reports.clear();
    void session.signOut();
  };
  return (
    <ViewerContext.Provider value={{ api, account, sites, session, location, route }}>
      <ViewContext.Provider value={view}>
        <Shell site={site} theme={theme.current} onLanguage={onLanguage} onLeave={leave}>
          {screens.includes(screen) ? <Shown site={site} screen={screen} /> : <NotForRole screen={screen} />}
        </Shell>
      </ViewContext.Provider>
    </ViewerContext.Provider>
  );
}

const fetchScreen = (screen: Screen): void => SCREEN_VIEWS[screen].fetchAhead();

const RENEW_EVERY_MS = 30_000;

/** Draws again from time to time and on return to the window, so that aged reports are asked for again. */
function useRenewal(): void {
  const [, setDrawn] = useState(0);
  useEffect(() => {
    const renew = (): void => {
      if (document.visibilityState === 'visible') setDrawn((drawn) => drawn + 1);
    };
    const timer = setInterval(renew, RENEW_EVERY_MS);
    document.addEventListener('visibilitychange', renew);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', renew);
    };
  }, []);
}

interface ShownProps {
  readonly site: SiteSummary | undefined;
  readonly screen: Screen;
}

function Shown({ site, screen }: ShownProps) {
  const View = SCREEN_VIEWS[screen];
  if (OWN_SCREENS.includes(screen)) return <View />;
  if (site === undefined) return <NoSite />;
  if (site.firstDay === null && screen !== 'privacy' && screen !== 'experiments')
    return <NotInstalled site={site} origin={location.origin} />;
  // Keyed by site: what one has opened or searched in a shop says nothing about the next.
  return <View key={site.id} />;
}
