/**
 * What a page may ask of Holloway: `window.holloway`, and what `start` returns.
 */
import type { Choices } from './consent/choice.ts';
import type { Consent } from './consent/consent.ts';

export interface ConsentStatus extends Pick<Consent, 'state'> {
  /** The browser sends Global Privacy Control: an objection until the visitor chooses otherwise. */
  readonly objection: boolean;
  /** All `false` until the visitor has chosen. */
  readonly choices: Choices;
}

export interface Holloway {
  readonly version: string;
  readonly consent: {
    get(): ConsentStatus;
    /**
     * Chooses for the visitor, who must have done so: `set({ analytics: true })`. What is not named stays as it is.
     * What is refused is erased before this returns.
     * @returns Rejects when the site's configuration cannot be had; then nothing is agreed to.
     */
    set(choices: Partial<Choices>): Promise<void>;
    /** Shows the banner. */
    open(): Promise<void>;
  };
  /** Counts another view of the page. Changes of the path are counted without it. */
  pageview(): void;
}

declare global {
  interface Window {
    holloway?: Holloway;
  }
}
