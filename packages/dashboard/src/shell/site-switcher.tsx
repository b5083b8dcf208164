/** Which shop: its name, and what kind of numbers it holds. */
import type { SiteKind, SiteSummary } from '@holloway/protocol';
import { screensFor } from '../state/permits.ts';
import { OWN_SCREENS, writeRoute } from '../state/route.ts';
import { useViewer } from '../state/viewer.ts';
import { Icon } from '../ui/icon.tsx';
import { Popover } from '../ui/popover.tsx';

const KIND_NAMES: { readonly [kind in SiteKind]: string } = {
  live: 'Live',
  test: 'Test site',
  archive: 'Archive',
};

export function SiteSwitcher({ site }: { readonly site: SiteSummary }) {
  const { sites, route, account } = useViewer();
  const isOwn = OWN_SCREENS.includes(route.screen);
  const [screen = route.screen] = isOwn ? screensFor(account.permissions) : [];
  return (
    <Popover
      class="sites"
      title="Choose a site"
      button={
        <>
          <span class="sites-name">
            <span class="visually-hidden">Site: </span>
            {site.name}
            <small>{KIND_NAMES[site.kind]}</small>
          </span>
          <Icon name="down" />
        </>
      }
    >
      {(close) => (
        <ul class="choices">
          {sites.map((one) => (
            <li key={one.id}>
              <a
                // Slices and options are of one shop; screen and days go with you.
                href={writeRoute({ ...route, screen, site: one.id, slice: '*', options: {} })}
                aria-current={one.id === site.id ? 'true' : undefined}
                onClick={close}
              >
                <span>
                  {one.name}
                  <small>
                    {KIND_NAMES[one.kind]}, k = {one.k}
                  </small>
                </span>
                {one.id === site.id && <Icon name="check" />}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Popover>
  );
}
