/** What stands in place of a screen: no site, none of that name, none that counted yet, or not for one's role. */
import { ALL, type SiteSummary } from '@holloway/protocol';
import { scriptTag } from '../model/script-tag.ts';
import { ROLE_NAMES, ROLE_WORDS } from '../model/staff-words.ts';
import { SCREEN_NAMES } from '../shell/navigation.tsx';
import { screensFor } from '../state/permits.ts';
import { type Route, type Screen, writeRoute } from '../state/route.ts';
import { useMay, useViewer } from '../state/viewer.ts';
import { Message } from '../ui/states.tsx';
import { ToCopy } from '../ui/to-copy.tsx';
import { t, tn } from '../words/words.ts';

/** An address of a screen that the navigation does not offer. */
export function NotForRole({ screen }: { readonly screen: Screen }) {
  const { account, route } = useViewer();
  const [first = 'account'] = screensFor(account.permissions);
  return (
    <Message title={t('{screen} is not for your role', { screen: t(SCREEN_NAMES[screen]) })}>
      <p>
        {t(
          'You are signed in as {role}. Who has that role {deeds}. Owners of the collector decide who has which.',
          { role: t(ROLE_NAMES[account.role]), deeds: t(ROLE_WORDS[account.role]) },
        )}
      </p>
      <a class="button" href={writeRoute({ ...route, screen: first, options: {} })}>
        {t('Go to {place}', { place: t(SCREEN_NAMES[first]) })}
      </a>
    </Message>
  );
}

interface NoSuchSiteProps {
  readonly route: Route;
  readonly first: SiteSummary | undefined;
}

/** An address of a site that is gone, mistyped, or not for this account. */
export const NoSuchSite = ({ route, first }: NoSuchSiteProps) => (
  <main class="alone">
    <Message title={t('There is no site “{site}”', { site: route.site ?? '' })}>
      <p>{t('It may have been removed, its name may be spelled differently, or it is not among yours.')}</p>
      <a class="button" href={writeRoute({ ...route, site: first?.id ?? null, slice: ALL, options: {} })}>
        {first === undefined ? t('Go to the beginning') : t('Go to {place}', { place: first.name })}
      </a>
    </Message>
  </main>
);

/** Before the first, or for whoever may see none. */
export const NoSite = () =>
  useMay('operate') ? (
    <Message title={t('There is no site yet')}>
      <p>{t('Add the first one where the collector runs:')}</p>
      <pre class="code">
        <code>holloway site add store --origin https://store.example</code>
      </pre>
    </Message>
  ) : (
    <Message title={t('No site is open to you yet')}>
      <p>{t('An owner of the collector can name the sites that you may see.')}</p>
    </Message>
  );

/** A site that never counted: what to paste. */
export function NotInstalled({ site, origin }: { readonly site: SiteSummary; readonly origin: string }) {
  return (
    <Message title={t('{site} has not counted a visit yet', { site: site.name })}>
      <p>
        {tn(
          site.k,
          'Paste this line into the head of every page of the store. Numbers appear here once visitors agree to be counted, and a first browser has sent them.',
          'Paste this line into the head of every page of the store. Numbers appear here once visitors agree to be counted, and {n} browsers have sent them.',
        )}
      </p>
      <ToCopy text={scriptTag(site.id, origin)} action={t('Copy the line')} />
    </Message>
  );
}
