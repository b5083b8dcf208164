/** What the parts of the gate ask it: what may be let in, and how that is said. Types alone. */
import type { Trust } from './trust.ts';

export interface Permit {
  readonly trust: Trust;
  /** Agreed to, by category or this once. What is in no category that there is never is. */
  isOn(element: HTMLElement): boolean;
  /** The visitor agreed to this embed alone: until the page is left, or its category withdrawn. */
  allowOnce(embed: HTMLElement): void;
  /** Whether a script is the page's own, by the page's nonce. One that is not is explained. */
  isTrusted(script: HTMLScriptElement): boolean;
  /** Explains that an element is held back. */
  hold(element: HTMLElement): void;
  /** @returns What `work` does; `undefined` where the page refuses it. Either is explained. */
  letIn<T>(element: HTMLElement, work: () => T): T | undefined;
}
