/** Who is signed in, and what is theirs; light or dark, the keyboard, and the way out. */
import { screensFor } from '../state/permits.ts';
import { OWN_SCREENS } from '../state/route.ts';
import { useViewer } from '../state/viewer.ts';
import { Icon } from '../ui/icon.tsx';
import { lazy } from '../ui/lazy.tsx';
import { Popover } from '../ui/popover.tsx';
import { t } from '../words/words.ts';
import type { AppearanceProps } from './appearance.tsx';
import { SCREEN_NAMES, screenLink } from './navigation.tsx';

interface AccountProps extends AppearanceProps {
  readonly onLeave: () => void;
}

/** Used seldom: not of the first view. */
const OfThisBrowser = lazy(
  async () => (await import('./of-this-browser.tsx')).OfThisBrowser,
  () => null,
);

export function Account({ theme, onLanguage, onLeave }: AccountProps) {
  const { account, route } = useViewer();
  const screens = screensFor(account.permissions).filter((screen) => OWN_SCREENS.includes(screen));
  return (
    <Popover
      class="account"
      title={t('Account and appearance')}
      shortcut="?"
      button={
        <>
          <span class="initial" aria-hidden="true">
            {account.name.charAt(0).toUpperCase()}
          </span>
          <span class="visually-hidden">{t('Account:')} </span>
          <span class="account-name">{account.name}</span>
        </>
      }
    >
      {(close) => (
        <div class="account-panel">
          <p class="note">{account.email}</p>
          <ul class="choices">
            {screens.map((screen) => (
              <li key={screen}>
                <a
                  href={screenLink(route, screen)}
                  aria-current={route.screen === screen ? 'page' : undefined}
                  onClick={close}
                >
                  {t(SCREEN_NAMES[screen])}
                </a>
              </li>
            ))}
          </ul>
          <OfThisBrowser theme={theme} onLanguage={onLanguage} />
          <button type="button" class="button" onClick={onLeave}>
            <Icon name="leave" /> {t('Sign out')}
          </button>
        </div>
      )}
    </Popover>
  );
}
