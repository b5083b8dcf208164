/** The way between screens: a column at the side, a bar at the foot of a phone. What one may not see is not in it. */
import { screensFor } from '../state/permits.ts';
import { OWN_SCREENS, type Route, type Screen, writeRoute } from '../state/route.ts';
import { useViewer } from '../state/viewer.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { Popover } from '../ui/popover.tsx';
import { type Msg, msg, t } from '../words/words.ts';
import { SCREEN_KEYS } from './screen-keys.ts';

export const SCREEN_NAMES: { readonly [screen in Screen]: Msg } = {
  overview: msg('Overview'),
  actions: msg('Actions'),
  paths: msg('Click paths'),
  categories: msg('Categories'),
  pages: msg('Pages'),
  layout: msg('Layout'),
  products: msg('Products'),
  search: msg('Search desk'),
  funnel: msg('Funnel'),
  experiments: msg('Experiments'),
  visits: msg('Visits'),
  devices: msg('Devices'),
  countries: msg('Countries'),
  sources: msg('Sources'),
  preferences: msg('Preferences'),
  consent: msg('Consent'),
  privacy: msg('Privacy'),
  account: msg('Account'),
  people: msg('People'),
  keys: msg('Keys'),
  settings: msg('Settings'),
};

type SiteScreen = Screen & IconName;

/** In the order of SCREENS, under what they are about. */
const GROUPS: readonly { readonly name: Msg; readonly screens: readonly Screen[] }[] = [
  {
    name: msg('Shop'),
    screens: [
      'overview',
      'actions',
      'paths',
      'categories',
      'pages',
      'layout',
      'products',
      'search',
      'funnel',
      'experiments',
    ],
  },
  { name: msg('Visitors'), screens: ['visits', 'devices', 'countries', 'sources', 'preferences'] },
  { name: msg('Trust'), screens: ['consent', 'privacy'] },
];

/** On a phone these stand in the bar, the rest behind "More". */
const FIRST: readonly Screen[] = ['overview', 'paths', 'categories', 'layout'];

/** Another screen of the same site, days and slice. */
export const screenLink = (route: Route, screen: Screen): string =>
  writeRoute({ ...route, screen, options: {} });

const isOfSite = (screen: Screen): screen is SiteScreen => !OWN_SCREENS.includes(screen);

/** Those of a site that one may see; none where there is no site. */
function useSiteScreens(): readonly SiteScreen[] {
  const { account, sites } = useViewer();
  return sites.length === 0 ? [] : screensFor(account.permissions).filter(isOfSite);
}

interface LinkProps {
  readonly screen: SiteScreen;
  readonly onFollow?: () => void;
}

function NavigationLink({ screen, onFollow }: LinkProps) {
  const { route } = useViewer();
  return (
    <a
      class="nav-link"
      href={screenLink(route, screen)}
      aria-current={route.screen === screen ? 'page' : undefined}
      data-go={SCREEN_KEYS[screen]}
      onClick={onFollow}
    >
      <Icon name={screen} />
      <span>{t(SCREEN_NAMES[screen])}</span>
    </a>
  );
}

export function SideNavigation() {
  const offered = useSiteScreens();
  return (
    <nav class="side-nav" aria-label={t('Screens')}>
      {GROUPS.map(({ name, screens }) => {
        const links = offered.filter((screen) => screens.includes(screen));
        if (links.length === 0) return null;
        return (
          <div class="nav-group" key={name}>
            <p class="nav-title">{t(name)}</p>
            {links.map((screen) => (
              <NavigationLink key={screen} screen={screen} />
            ))}
          </div>
        );
      })}
    </nav>
  );
}

export function FootNavigation() {
  const { route } = useViewer();
  const screens = useSiteScreens();
  const rest = screens.filter((screen) => screens.length > FIRST.length && !FIRST.includes(screen));
  if (screens.length === 0) return null;
  return (
    <nav class="foot-nav" aria-label={t('Screens')}>
      {screens
        .filter((screen) => !rest.includes(screen))
        .map((screen) => (
          <NavigationLink key={screen} screen={screen} />
        ))}
      {rest.length > 0 && (
        <Popover
          class={rest.some((screen) => screen === route.screen) ? 'foot-more current' : 'foot-more'}
          title={t('More screens')}
          align="end"
          button={
            <>
              <Icon name="more" />
              <span>{t('More')}</span>
            </>
          }
        >
          {(close) => rest.map((screen) => <NavigationLink key={screen} screen={screen} onFollow={close} />)}
        </Popover>
      )}
    </nav>
  );
}
