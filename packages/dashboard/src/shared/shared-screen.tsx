/** A screen as a link shows it: where it is from and until when, the screens beside it, and no way to anything else. */
import type { Account, Shared } from '@holloway/protocol';
import { useEffect, useState } from 'preact/hooks';
import { ApiError } from '../api/client.ts';
import { formatDays } from '../model/format.ts';
import { sliceTitle } from '../model/names.ts';
import { problemWords } from '../model/problem-words.ts';
import { daysOf } from '../model/range.ts';
import { SCREEN_VIEWS } from '../screens/screens.tsx';
import { Appearance, type AppearanceProps } from '../shell/appearance.tsx';
import { SCREEN_NAMES, screenLink } from '../shell/navigation.tsx';
import { RangePicker } from '../shell/range-picker.tsx';
import { Provenance } from '../shell/shell.tsx';
import { createShortcuts } from '../shell/shortcuts.ts';
import { appliedSlice } from '../state/applied-slice.ts';
import type { Session } from '../state/session.ts';
import type { SharedLocation } from '../state/shared-location.ts';
import { SHARED_SCREENS, sharedRoute } from '../state/shared-route.ts';
import { useSignal } from '../state/signal.ts';
import { ViewContext } from '../state/view.ts';
import { ViewerContext } from '../state/viewer.ts';
import { Icon } from '../ui/icon.tsx';
import { Logo } from '../ui/logo.tsx';
import { Popover } from '../ui/popover.tsx';
import { saveFile } from '../ui/save-file.ts';
import { Message } from '../ui/states.tsx';
import { t } from '../words/words.ts';
import { csvName } from './csv-name.ts';
import type { OpenedLink } from './open-link.ts';

interface SharedScreenProps extends AppearanceProps {
  readonly link: OpenedLink;
  readonly shared: Shared;
  readonly location: SharedLocation;
  readonly session: Session;
}

export function SharedScreen(props: SharedScreenProps) {
  const { link, shared, location, session } = props;
  const { site, days: fixed, view } = shared;
  const route = useSignal(location.route);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    document.title = `${view.name} · Holloway`;
    const press = createShortcuts(document);
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [view.name]);
  useEffect(() => setProblem(null), [route]);
  const save = async (url: string): Promise<void> => {
    setProblem(null);
    try {
      saveFile(await link.api.getFile(url), csvName(url));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(problemWords(error));
    }
  };
  /** Addresses of the dashboard hold no token, and files are asked for with one: neither is for the browser to follow. */
  const follow = (event: MouseEvent): void => {
    const address = event.target instanceof Element ? event.target.closest('a')?.getAttribute('href') : null;
    if (address?.startsWith('/v1/')) {
      event.preventDefault();
      void save(address);
    }
    if (!address?.startsWith('#/')) return;
    event.preventDefault();
    const next = sharedRoute(address, shared);
    if (next === null) setProblem(t('This link does not show that.'));
    else location.go(next);
  };
  const Screen = SCREEN_VIEWS[route.screen];
  const days = daysOf(route.range, site);
  const viewer = { ...link, account: somebody(shared), sites: [site], session, location, route };
  return (
    <ViewerContext.Provider value={{ ...viewer, byLink: true }}>
      <ViewContext.Provider value={{ ...link, location, site, days, route }}>
        {/* A key on a link is a click of it. */}
        <div class="shared" onClickCapture={follow}>
          <SharedHead {...props} />
          <p class="problem" role="alert">
            {problem}
          </p>
          <main class="content">
            <div class="head">
              <h1>{t(SCREEN_NAMES[route.screen])}</h1>
              <div class="head-controls">
                <p class="shared-of">
                  {sliceTitle(appliedSlice(route))}
                  {fixed !== null && ` · ${formatDays(fixed.from, fixed.to)}`}
                </p>
                {fixed === null && site.firstDay !== null && <RangePicker />}
              </div>
              <Provenance site={site} />
            </div>
            {site.firstDay === null ? (
              <Message title={t('{site} has no numbers to show yet', { site: site.name })} />
            ) : (
              <Screen key={site.id} />
            )}
          </main>
        </div>
      </ViewContext.Provider>
    </ViewerContext.Provider>
  );
}

/** Reads the reports of the site, and may do nothing else. */
const somebody = ({ name, site }: Shared): Account => ({
  id: '',
  email: '',
  name,
  role: 'merchandiser',
  sites: [site.id],
  secondFactor: false,
  permissions: ['read'],
});

function SharedHead({ shared, location, theme, onLanguage }: SharedScreenProps) {
  const { site, view, expires } = shared;
  const route = useSignal(location.route);
  const until = expires.slice(0, 10);
  return (
    <>
      <header>
        <div class="shared-head">
          <p class="wordmark">
            <Logo /> <span>Holloway</span>
          </p>
          <p class="shared-name">
            <strong>{view.name}</strong> <small>{site.name}</small>
          </p>
          <Popover
            title={t('Language and appearance')}
            label={t('Language and appearance')}
            align="end"
            button={<Icon name="more" />}
          >
            {() => (
              <div class="account-panel">
                <Appearance theme={theme} onLanguage={onLanguage} />
              </div>
            )}
          </Popover>
        </div>
        <p class="shared-banner">
          {t('Shared by link, until {day}.', { day: formatDays(until, until) })}{' '}
          {t('To be read by whoever has the link; nothing can be changed here.')}
        </p>
      </header>
      <nav class="shared-nav" aria-label={t('Screens')}>
        {SHARED_SCREENS.map((screen) => (
          <a
            key={screen}
            href={screenLink(route, screen)}
            aria-current={screen === route.screen ? 'page' : undefined}
          >
            {t(SCREEN_NAMES[screen])}
          </a>
        ))}
      </nav>
    </>
  );
}
