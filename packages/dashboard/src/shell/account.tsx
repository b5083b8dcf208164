/** Who is signed in; what is theirs is fetched when it is opened. */
import type { Signal } from '../state/signal.ts';
import type { Theme } from '../state/theme.ts';
import { useViewer } from '../state/viewer.ts';
import { lazy } from '../ui/lazy.tsx';
import { Popover } from '../ui/popover.tsx';
import { type InterfaceLanguage, t } from '../words/words.ts';

export interface AccountProps {
  readonly theme: Signal<Theme>;
  readonly onLanguage: (language: InterfaceLanguage) => void;
  readonly onLeave: () => void;
}

const AccountPanel = lazy(async () => (await import('./account-panel.tsx')).AccountPanel);

export function Account(props: AccountProps) {
  const { account } = useViewer();
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
      {(close) => <AccountPanel {...props} close={close} />}
    </Popover>
  );
}
