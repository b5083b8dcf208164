/** Who is signed in, light or dark, the keys, and the way out. */
import type { Signal } from '@preact/signals';
import type { User } from '../api/client.ts';
import { THEMES, type Theme } from '../state/theme.ts';
import { Icon } from '../ui/icon.tsx';
import { Popover } from '../ui/popover.tsx';
import { Segmented } from '../ui/segmented.tsx';

interface AccountProps {
  readonly user: User;
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

export const Account = ({ user, theme, onLeave }: AccountProps) => (
  <Popover
    class="account"
    title="Account and appearance"
    shortcut="?"
    button={
      <>
        <span class="initial" aria-hidden="true">
          {(user.name ?? user.email).charAt(0).toUpperCase()}
        </span>
        <span class="visually-hidden">Account: </span>
        <span class="account-name">{user.name ?? user.email}</span>
      </>
    }
  >
    {() => (
      <div class="account-panel">
        <p class="note">{user.email}</p>
        <p class="eyebrow">Appearance</p>
        <Segmented
          label="Appearance"
          value={theme.value}
          choices={THEMES.map((choice) => [choice, THEME_NAMES[choice]] as const)}
          onChoose={(choice) => {
            theme.value = choice;
          }}
        />
        <p class="eyebrow">Keys</p>
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
