/** Which shop: its name, and what kind of numbers it holds. */
import type { SiteKind, SiteSummary } from '@holloway/protocol';
import { screensFor } from '../state/permits.ts';
import { OWN_SCREENS, writeRoute } from '../state/route.ts';
import { useViewer } from '../state/viewer.ts';
import { Icon } from '../ui/icon.tsx';
import { Popover } from '../ui/popover.tsx';
import { type Msg, msg, t } from '../words/words.ts';

const KIND_NAMES: { readonly [kind in SiteKind]: Msg } = {
  live: msg('Live'),
  test: msg('Test site'),
  archive: msg('Archive'),
};

export function SiteSwitcher({ site }: { readonly site: SiteSummary }) {
  const { sites, route, account } = useViewer();
  const isOwn = OWN_SCREENS.includes(route.screen);
  const [screen = route.screen] = isOwn ? screensFor(account.permissions) : [];
  return (
    <Popover
      class="sites"
      title={t('Choose a site')}
      button={
        <>
          <span class="sites-name">
            <span class="visually-hidden">{t('Site:')} </span>
            {site.name}
            <small>{t(KIND_NAMES[site.kind])}</small>
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
                  <small>{t('{kind}, k = {k}', { kind: t(KIND_NAMES[one.kind]), k: one.k })}</small>
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
