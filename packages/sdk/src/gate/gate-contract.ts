/**
 * What the gate of other people's code needs of the core, and what the core asks of it. Types alone: the gate is
 * loaded where a page has something for it to hold back, or a service whose cookies may have to go.
 */
import type { Choices, Service, Wording } from '@holloway/protocol';

export interface GateDeps {
  readonly window: Window & typeof globalThis;
  readonly services: readonly Service[];
  /**
   * Of the page's policy. Under `strict-dynamic` a browser runs whatever a trusted script puts in: a held-back script
   * without this nonce, which somebody else may have put into the page, is refused. Empty: there is none.
   */
  readonly nonce: string;
  /** In the visitor's language; loaded when a placeholder has to ask. Rejects where it cannot be had. */
  wording(): Promise<Wording>;
  /** The visitor agreed, at a placeholder, to everything of this service's category. */
  agree(choices: Partial<Choices>): void;
  /** Told each decision, in words for a developer; does nothing unless debugging is on. */
  explain(decision: string): void;
}

export interface Gate {
  /**
   * Lets in what is agreed to, on the page and whatever is added later; puts placeholders in the place of what is not;
   * and clears, before it returns, the cookies of each service whose category was on before and is no longer.
   */
  apply(choices: Choices): void;
}

/** What `gate/gate.ts` exports. */
export type CreateGate = (deps: GateDeps) => Gate;
