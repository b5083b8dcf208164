/** Who is signed in, and what is theirs; light or dark, the keyboard, and the way out. */
import { screensFor } from '../state/permits.ts';
import { OWN_SCREENS } from '../state/route.ts';
import { type Signal, useSignal } from '../state/signal.ts';
import { THEMES, type Theme } from '../state/theme.ts';
import { useViewer } from '../state/viewer.ts';
import { Icon } from '../ui/icon.tsx';
import { Popover } from '../ui/popover.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { SCREEN_NAMES, screenLink } from './navigation.tsx';

interface AccountProps {
  readonly theme: Signal<Theme>;
  readonly onLeave: () => void;
}

const THEME_NAMES: { readonly [theme in Theme]: string } = { system: 'System', light: 'Light', dark: 'Dark' };

const KEYS = [
  ['/', 'Search'],
  ['d', 'Days'],
  ['f', 'Slice'],
  ['?', 'This panel'],
  ['← →', 'From column to column'],
  ['↑ ↓', 'From row to row'],
] as const;

export function Account({ theme, onLeave }: AccountProps) {
  const { account, route } = useViewer();
  const chosen = useSignal(theme);
  const screens = screensFor(account.permissions).filter((screen) => OWN_SCREENS.includes(screen));
  return (
    <Popover
      class="account"
      title="Account and appearance"
      shortcut="?"
      button={
        <>
          <span class="initial" aria-hidden="true">
            {account.name.charAt(0).toUpperCase()}
          </span>
          <span class="visually-hidden">Account: </span>
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
                  {SCREEN_NAMES[screen]}
                </a>
              </li>
            ))}
          </ul>
          <p class="eyebrow">Appearance</p>
          <Segmented
            label="Appearance"
            value={chosen}
            choices={THEMES.map((choice) => [choice, THEME_NAMES[choice]] as const)}
            onChoose={(choice) => {
              theme.value = choice;
            }}
          />
          <p class="eyebrow">Keyboard</p>
          <dl class="keys">
            {KEYS.map(([key, meaning]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
          <button type="button" class="button" onClick={onLeave}>
            <Icon name="leave" /> Sign out
          </button>
        </div>
      )}
    </Popover>
  );
}
