/** What surrounds every screen: site, navigation, days, slice, and where the numbers come from. */
import type { SiteSummary } from '@holloway/protocol';
import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { User } from '../api/client.ts';
import type { Theme } from '../state/theme.ts';
import { useView } from '../state/view.ts';
import { Logo } from '../ui/logo.tsx';
import { Account } from './account.tsx';
import { FootNavigation, SCREEN_NAMES, SideNavigation } from './navigation.tsx';
import { RangePicker } from './range-picker.tsx';
import { pressShortcut } from './shortcuts.ts';
import { SiteSwitcher } from './site-switcher.tsx';
import { SlicePicker } from './slice-picker.tsx';

interface ShellProps {
  readonly sites: readonly SiteSummary[];
  readonly user: User;
  readonly theme: Signal<Theme>;
  readonly onLeave: () => void;
  readonly children: ComponentChildren;
}

export function Shell({ sites, user, theme, onLeave, children }: ShellProps) {
  const { site, route } = useView();
  const content = useRef<HTMLElement>(null);
  const name = SCREEN_NAMES[route.screen];
  useEffect(() => {
    document.title = `${name} · ${site.name} · Holloway`;
  }, [name, site.name]);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => pressShortcut(event, document);
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return (
    <div class="shell">
      <button type="button" class="skip" onClick={() => content.current?.focus()}>
        Skip to the numbers
      </button>
      <header class="side">
        <p class="wordmark">
          <Logo /> <span>Holloway</span>
        </p>
        <SiteSwitcher sites={sites} />
        <SideNavigation />
        <Account user={user} theme={theme} onLeave={onLeave} />
      </header>
      <main class="content" ref={content} tabIndex={-1}>
        <div class="head">
          <h1>{name}</h1>
          {site.firstDay !== null && (
            <div class="head-controls">
              <SlicePicker />
              <RangePicker />
            </div>
          )}
          <Provenance site={site} />
        </div>
        {children}
      </main>
      <FootNavigation />
    </div>
  );
}

function Provenance({ site }: { readonly site: SiteSummary }) {
  if (site.kind !== 'test' && site.provenance === null) return null;
  return (
    <p class="provenance">
      {site.kind === 'test' && <span class="badge">Test site, k&nbsp;=&nbsp;{site.k}</span>}
      {site.provenance}
    </p>
  );
}
