/** Who is signed in, and what is theirs; light or dark, the keyboard, and the way out. */
import { screensFor } from '../state/permits.ts';
import { OWN_SCREENS } from '../state/route.ts';
import type { Signal } from '../state/signal.ts';
import type { Theme } from '../state/theme.ts';
import { useViewer } from '../state/viewer.ts';
import { Icon } from '../ui/icon.tsx';
import { lazy } from '../ui/lazy.tsx';
import { Popover } from '../ui/popover.tsx';
import { type InterfaceLanguage, t } from '../words/words.ts';
import { Appearance } from './appearance.tsx';
import { SCREEN_NAMES, screenLink } from './navigation.tsx';

interface AccountProps {
  readonly theme: Signal<Theme>;
  readonly onLanguage: (language: InterfaceLanguage) => void;
  readonly onLeave: () => void;
}

/** Read once, if at all. */
const Keyboard = lazy(
  async () => (await import('./keyboard.tsx')).Keyboard,
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
          <Appearance theme={theme} onLanguage={onLanguage} />
          <Keyboard />
          <button type="button" class="button" onClick={onLeave}>
            <Icon name="leave" /> {t('Sign out')}
          </button>
        </div>
      )}
    </Popover>
  );
}
