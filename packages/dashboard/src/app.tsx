/** Decides what is seen: sign-in, one screen of one site, or why neither. */
import { ALL, type SiteSummary } from '@holloway/protocol';
import type { Signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { Api } from './api/client.ts';
import { daysOf } from './model/range.ts';
import { SCREEN_VIEWS } from './screens/screens.tsx';
import { SignIn } from './screens/sign-in.tsx';
import { Shell } from './shell/shell.tsx';
import type { Location } from './state/location.ts';
import type { ReportStore } from './state/report-store.ts';
import { type Route, writeRoute } from './state/route.ts';
import type { Session, SessionState } from './state/session.ts';
import type { Theme } from './state/theme.ts';
import { ViewContext } from './state/view.ts';
import { Failure, Message, NotInstalled } from './ui/states.tsx';

export interface AppProps {
  readonly api: Api;
  readonly session: Session;
  readonly reports: ReportStore;
  readonly theme: { readonly current: Signal<Theme> };
  readonly location: Location;
}

export function App(props: AppProps) {
  const { session } = props;
  const state = session.current.value;
  switch (state.state) {
    case 'starting':
      return <div class="starting" role="status" aria-label="Starting" />;
    case 'failed':
      return (
        <main class="alone">
          <Failure error={state.error} onRetry={() => void session.start()} />
        </main>
      );
    case 'signed-out':
      return <SignIn ended={state.reason === 'ended'} signIn={session.signIn} />;
    case 'signed-in':
      return <SignedIn {...props} state={state} />;
  }
}

type SignedInProps = AppProps & { readonly state: Extract<SessionState, { state: 'signed-in' }> };

function SignedIn({ api, session, reports, theme, location, state }: SignedInProps) {
  const route = location.route.value;
  useRenewal();
  const [first] = state.sites;
  const leave = (): void => {
    reports.clear();
    void session.signOut();
  };
  if (first === undefined) return <NoSite onLeave={leave} />;
  const site = route.site === null ? first : state.sites.find(({ id }) => id === route.site);
  if (site === undefined) return <NoSuchSite route={route} first={first} />;
  const view = {
    api,
    reports,
    location,
    site,
    days: daysOf(route.range, site),
    route: { ...route, site: site.id },
  };
  return (
    <ViewContext.Provider value={view}>
      <Shell sites={state.sites} user={state.user} theme={theme.current} onLeave={leave}>
        <Screen site={site} name={route.screen} />
      </Shell>
    </ViewContext.Provider>
  );
}

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

function Screen({ site, name }: { readonly site: SiteSummary; readonly name: keyof typeof SCREEN_VIEWS }) {
  if (site.firstDay === null) return <NotInstalled site={site} origin={location.origin} />;
  const View = SCREEN_VIEWS[name];
  // Keyed by site: what one has opened or searched in a shop says nothing about the next.
  return <View key={site.id} />;
}

/** An address of a site that is gone, mistyped, or not for this account. */
const NoSuchSite = ({ route, first }: { readonly route: Route; readonly first: SiteSummary }) => (
  <main class="alone">
    <Message title={`There is no site “${route.site}”`}>
      <p>It may have been removed, or its name is spelled differently.</p>
      <a class="button" href={writeRoute({ ...route, site: first.id, slice: ALL, options: {} })}>
        Go to {first.name}
      </a>
    </Message>
  </main>
);

const NoSite = ({ onLeave }: { readonly onLeave: () => void }) => (
  <main class="alone">
    <Message title="There is no site yet">
      <p>Add the first one where the collector runs:</p>
      <pre class="code">
        <code>holloway site add store --origin https://store.example</code>
      </pre>
      <button type="button" class="button" onClick={onLeave}>
        Sign out
      </button>
    </Message>
  </main>
);
