/**
 * A developer's view of the counting, in the page: what would be counted, what waits, what was sent. Loaded where
 * debugging is on alone. While statistics are off it tries the counting without storing or sending anything.
 */
import type { SiteConfig } from '@holloway/protocol';
import { type Build, element } from '../banner/element.ts';
import type { ConsentStatus } from '../holloway.ts';
import { quietly } from '../quietly.ts';
import type { Told } from '../session.ts';
import type { KeyValueStore } from '../storage.ts';
import { createFeed, type DebugFeed, type Tap } from './debug-feed.ts';
import { beginDryRun, type DryRun } from './dry-run.ts';
import { createContent, titleOf } from './overlay-content.ts';
import { createPanel } from './overlay-panel.ts';

/** Often enough to look live. */
const REDRAW_MS = 100;

export interface OverlayDeps {
  readonly window: Window & typeof globalThis;
  /** Where the service is, ending with a slash. */
  readonly collector: string;
  readonly own: KeyValueStore;
  readonly told: readonly Told[];
  /** As it is at this moment; the document hears of changes. */
  status(): ConsentStatus;
  config(): Promise<SiteConfig>;
}

export interface Overlay {
  /** For the counting that begins, to be looked into. */
  tap(): Tap;
  /** The page has told something. */
  listen(): void;
}

export function createOverlay(deps: OverlayDeps): Overlay {
  const { window, collector, own, told, status, config } = deps;
  const { document } = window;
  const build: Build = (...made) => element(document, ...made);
  /** Of the counting in earnest. */
  let live: DebugFeed | null = null;
  let dryRun: DryRun | null = null;
  let isBeginning = false;
  let reason = '';
  let redraw = 0;

  const isOn = (): boolean => status().choices.analytics;
  const draw = quietly(() => {
    redraw = 0;
    const feed = isOn() ? live : (dryRun?.feed ?? null);
    panel.show(titleOf(status(), feed));
    if (panel.isOpen()) content.show(status(), reason, feed);
  });
  const change = (): void => {
    redraw = redraw || window.setTimeout(draw, REDRAW_MS);
  };
  const content = createContent(window, build);
  const panel = createPanel(window, build, content.nodes, draw);

  /** In the words of the console, which are there already. */
  const explain = quietly(async () => {
    const { explain: tell } = await import('./explain.ts');
    const info = (said: string): void => {
      reason = said.replace('Holloway: ', '');
    };
    tell({ info }, 'status', status());
    change();
  });

  /** Tries where nothing is counted, and stops where it is. */
  const follow = quietly(async () => {
    explain();
    if (isOn()) {
      dryRun?.stop();
      dryRun = null;
    } else if (!dryRun && !isBeginning) {
      isBeginning = true;
      try {
        const begun = await beginDryRun({
          window,
          config: await config(),
          collector,
          told,
          now: Date.now,
          onChange: change,
        });
        if (isOn())
          begun.stop(); // meanwhile
        else dryRun = begun;
      } finally {
        isBeginning = false;
      }
    }
  });
  document.addEventListener('holloway:consent', follow);
  follow();

  return {
    tap() {
      live = createFeed({ net: window, isDry: false, own, now: Date.now, onChange: change });
      change();
      return live.tap;
    },
    listen: () => dryRun?.listen(),
  };
}
