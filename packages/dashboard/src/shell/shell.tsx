/** What surrounds every screen: site, navigation, days, slice, and where the numbers come from. */
import type { SiteSummary } from '@holloway/protocol';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { OWN_SCREENS } from '../state/route.ts';
import type { Signal } from '../state/signal.ts';
import type { Theme } from '../state/theme.ts';
import { useMay, useViewer } from '../state/viewer.ts';
import { Logo } from '../ui/logo.tsx';
import { ViewsButton } from '../views/views-button.tsx';
import { type InterfaceLanguage, t } from '../words/words.ts';
import { Account } from './account.tsx';
import { FootNavigation, SCREEN_NAMES, SideNavigation } from './navigation.tsx';
import { Print } from './print.tsx';
import { RangePicker } from './range-picker.tsx';
import { createShortcuts } from './shortcuts.ts';
import { SiteSwitcher } from './site-switcher.tsx';
import { SlicePicker } from './slice-picker.tsx';

interface ShellProps {
  /** The one whose numbers are shown; `undefined` where there is none. */
  readonly site: SiteSummary | undefined;
  readonly theme: Signal<Theme>;
  readonly onLanguage: (language: InterfaceLanguage) => void;
  readonly onLeave: () => void;
  readonly children: ComponentChildren;
}

export function Shell({ site, theme, onLanguage, onLeave, children }: ShellProps) {
  const { route } = useViewer();
  const content = useRef<HTMLElement>(null);
  const name = t(SCREEN_NAMES[route.screen]);
  const title = site === undefined || OWN_SCREENS.includes(route.screen) ? name : `${name} · ${site.name}`;
  useEffect(() => {
    document.title = `${title} · Holloway`;
  }, [title]);
  useEffect(() => {
    const press = createShortcuts(document);
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return (
    <div class="shell">
      <button type="button" class="skip" onClick={() => content.current?.focus()}>
        {t('Skip to the content')}
      </button>
      <header class="side">
        <p class="wordmark">
          <Logo /> <span>Holloway</span>
        </p>
        {site !== undefined && <SiteSwitcher site={site} />}
        <SideNavigation />
        <Account theme={theme} onLanguage={onLanguage} onLeave={onLeave} />
      </header>
      <main class="content" ref={content} tabIndex={-1}>
        <div class="head">
          <h1>{name}</h1>
          {site !== undefined && !OWN_SCREENS.includes(route.screen) && <OfNumbers site={site} />}
        </div>
        {children}
      </main>
      <FootNavigation />
    </div>
  );
}

function OfNumbers({ site }: { readonly site: SiteSummary }) {
  const { route } = useViewer();
  const mayRead = useMay('read');
  return (
    <>
      {site.firstDay !== null && !['privacy', 'experiments'].includes(route.screen) && (
        <div class="head-controls">
          {mayRead && <SlicePicker />}
          <RangePicker />
          <ViewsButton />
          <Print />
        </div>
      )}
      <Provenance site={site} />
    </>
  );
}

export function Provenance({ site }: { readonly site: SiteSummary }) {
  if (site.kind !== 'test' && site.provenance === null) return null;
  return (
    <p class="provenance">
      {site.kind === 'test' && <span class="badge">{t('Test site, k\u00a0=\u00a0{k}', { k: site.k })}</span>}
      {site.provenance}
    </p>
  );
}
