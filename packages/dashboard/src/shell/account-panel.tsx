/** What is theirs who are signed in; light or dark, the language, the keyboard, and the way out. */
import { screensFor } from '../state/permits.ts';
import { OWN_SCREENS } from '../state/route.ts';
import { useViewer } from '../state/viewer.ts';
import { Icon } from '../ui/icon.tsx';
import { t } from '../words/words.ts';
import type { AccountProps } from './account.tsx';
import { Appearance } from './appearance.tsx';
import { Keyboard } from './keyboard.tsx';
import { SCREEN_NAMES, screenLink } from './navigation.tsx';

interface PanelProps extends AccountProps {
  readonly close: () => void;
}

export function AccountPanel({ theme, onLanguage, onLeave, close }: PanelProps) {
  const { account, route } = useViewer();
  const screens = screensFor(account.permissions).filter((screen) => OWN_SCREENS.includes(screen));
  return (
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
  );
}
