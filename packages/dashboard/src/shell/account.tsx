/** Who is signed in, and what is theirs; light or dark, the keyboard, and the way out. */
import { screensFor } from '../state/permits.ts';
import { OWN_SCREENS } from '../state/route.ts';
import { type Signal, useSignal } from '../state/signal.ts';
import { THEMES, type Theme } from '../state/theme.ts';
import { useViewer } from '../state/viewer.ts';
import { Icon } from '../ui/icon.tsx';
import { LanguagePicker } from '../ui/language-picker.tsx';
import { lazy } from '../ui/lazy.tsx';
import { Popover } from '../ui/popover.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { type InterfaceLanguage, type Msg, msg, t } from '../words/words.ts';
import { SCREEN_NAMES, screenLink } from './navigation.tsx';

interface AccountProps {
  readonly theme: Signal<Theme>;
  readonly onLanguage: (language: InterfaceLanguage) => void;
  readonly onLeave: () => void;
}

const THEME_NAMES: { readonly [theme in Theme]: Msg } = {
  system: msg('System'),
  light: msg('Light'),
  dark: msg('Dark'),
};

/** Most know the keys that they use. */
const Keyboard = lazy(async () => (await import('./keyboard.tsx')).Keyboard);

export function Account({ theme, onLanguage, onLeave }: AccountProps) {
  const { account, route } = useViewer();
  const chosen = useSignal(theme);
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
          <p class="eyebrow">{t('Appearance')}</p>
          <Segmented
            label={t('Appearance')}
            value={chosen}
            choices={THEMES.map((choice) => [choice, t(THEME_NAMES[choice])] as const)}
            onChoose={(choice) => {
              theme.value = choice;
            }}
          />
          <p class="eyebrow">{t('Language')}</p>
          <LanguagePicker onChoose={onLanguage} />
          <p class="eyebrow">{t('Keyboard')}</p>
          <Keyboard />
          <button type="button" class="button" onClick={onLeave}>
            <Icon name="leave" /> {t('Sign out')}
          </button>
        </div>
      )}
    </Popover>
  );
}
