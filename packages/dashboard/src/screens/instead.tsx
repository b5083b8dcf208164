/** What stands in place of a screen: no site, none of that name, none that counted yet, or not for one's role. */
import { ALL, type SiteSummary } from '@holloway/protocol';
import { useEffect } from 'preact/hooks';
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

const ASK_EVERY_MS = 10_000;

/** Asks whether numbers have come, as long as somebody looks, and shows them then. */
function useFirstNumbers(id: string): void {
  const { api, session } = useViewer();
  useEffect(() => {
    const ask = async (): Promise<void> => {
      if (document.visibilityState !== 'visible') return;
      // Unreachable for a while: it is asked again.
      const sites = await api.getSites().catch(() => []);
      if (sites.some((site) => site.id === id && site.firstDay !== null)) await session.start();
    };
    const timer = setInterval(ask, ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [id]);
}

/** A site without numbers: what to paste, and how to see that it works. */
export function NotInstalled({ site, origin }: { readonly site: SiteSummary; readonly origin: string }) {
  useFirstNumbers(site.id);
  return (
    <Message title={t('{site} has no numbers to show yet', { site: site.name })}>
      <p>
        {tn(
          site.k,
          'Paste this line into the head of every page of the store. Numbers appear here once visitors agree to be counted, and a first browser has sent them.',
          'Paste this line into the head of every page of the store. Numbers appear here once visitors agree to be counted, and {n} browsers have sent them.',
        )}
      </p>
      <ToCopy text={scriptTag(site.id, origin)} action={t('Copy the line')} />
      <p>
        {t(
          'To see at once whether it works, open a page of the store with ?holloway-debug at the end of its address: a corner of the page shows what it sends, and that it is counted.',
        )}
      </p>
      <p class="note">
        {site.k > 1 &&
          `${t('What fewer browsers sent is not told from nothing, here either: a first visitor would be seen to have come.')} `}
        {t('This page looks for the first numbers by itself.')}
      </p>
    </Message>
  );
}
