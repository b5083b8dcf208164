/** The way between screens: a column at the side, a bar at the foot of a phone. */

import { type Route, SCREENS, type Screen, writeRoute } from '../state/route.ts';
import { useView } from '../state/view.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { Popover } from '../ui/popover.tsx';

export const SCREEN_NAMES: { readonly [screen in Screen]: string } = {
  overview: 'Overview',
  paths: 'Click paths',
  categories: 'Categories',
  pages: 'Pages',
  layout: 'Layout',
  devices: 'Devices',
  countries: 'Countries',
  sources: 'Sources',
  consent: 'Consent',
};

/** On a phone these stand in the bar, the rest behind "More". */
const FIRST: readonly Screen[] = ['overview', 'paths', 'categories', 'layout'];

/** Another screen of the same site, days and slice. */
export const screenLink = (route: Route, screen: Screen): string =>
  writeRoute({ ...route, screen, options: {} });

const icon = (screen: Screen): IconName => screen;

interface LinkProps {
  readonly screen: Screen;
  readonly onFollow?: () => void;
}

function NavigationLink({ screen, onFollow }: LinkProps) {
  const { route } = useView();
  return (
    <a
      class="nav-link"
      href={screenLink(route, screen)}
      aria-current={route.screen === screen ? 'page' : undefined}
      onClick={onFollow}
    >
      <Icon name={icon(screen)} />
      <span>{SCREEN_NAMES[screen]}</span>
    </a>
  );
}

export const SideNavigation = () => (
  <nav class="side-nav" aria-label="Screens">
    {SCREENS.map((screen) => (
      <NavigationLink key={screen} screen={screen} />
    ))}
  </nav>
);

export function FootNavigation() {
  const { route } = useView();
  const rest = SCREENS.filter((screen) => !FIRST.includes(screen));
  return (
    <nav class="foot-nav" aria-label="Screens">
      {FIRST.map((screen) => (
        <NavigationLink key={screen} screen={screen} />
      ))}
      <Popover
        class={rest.includes(route.screen) ? 'foot-more current' : 'foot-more'}
        title="More screens"
        align="end"
        button={
          <>
            <Icon name="more" />
            <span>More</span>
          </>
        }
      >
        {(close) => rest.map((screen) => <NavigationLink key={screen} screen={screen} onFollow={close} />)}
      </Popover>
    </nav>
  );
}
