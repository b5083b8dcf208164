/**
 * What banner and privacy centre need of the core, and what the core asks of them. Types alone: both are loaded when
 * they are shown, and know each other by this.
 */
import type { Choices, SiteConfig, Wording } from '@holloway/protocol';
import type { ConsentStatus } from '../holloway.ts';
import type { KeyValueStore } from '../storage.ts';

/** Where a choice was made, as it is counted. */
export type ChoiceSurface = 'banner' | 'centre' | 'embed' | 'api';

export interface UiDeps {
  readonly window: Window & typeof globalThis;
  /** Where the service is, ending with a slash. */
  readonly collector: string;
  readonly config: SiteConfig;
  readonly wording: Wording;
  /** As it is at this moment. */
  status(): ConsentStatus;
  /** The one way to change it: erases what is refused and stores the choice before it returns, then calls `rest`. */
  choose(choices: Choices, surface: ChoiceSurface): void;
  /** Erases everything that is held, the choice too; then the visitor is asked again. */
  eraseAll(): void;
  /** Of all tabs: choice, visit, ledger, stated preferences. */
  readonly shared: KeyValueStore;
  /** Of this tab: what waits to be sent, what was sent. */
  readonly own: KeyValueStore;
  /** Keeps what the visitor stated under a key of the store's; `null` takes it back. */
  state(key: string, value: string | null): void;
  /** Where the choice of this page's visitor was made; `null` where it was made on another page. */
  surface(): ChoiceSurface | null;
}

export interface Ui {
  /** Shows the banner, without taking the focus. */
  ask(): void;
  /** Shows the privacy centre; the focus goes to it, and back to what had it when it closes. */
  open(): void;
  /** Takes banner and centre away. @returns Whether the focus was in them: the core then gives it to the control. */
  rest(): boolean;
}

/** What `banner/ui.ts` exports. */
export type CreateUi = (deps: UiDeps) => Ui;
