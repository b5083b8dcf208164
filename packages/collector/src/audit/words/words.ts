/** What the page about counting says beside the wording of the statement. `{name}` is filled in by whoever shows it. */
import type { SliceKind } from '@holloway/protocol';

export interface Words {
  /** `{site}`. */
  readonly title: string;
  /** `{site}`; where nothing is counted before agreement. */
  readonly asksFirst: string;
  /** `{site}`; where some jurisdictions are counted until objection. */
  readonly asksByPlace: string;
  /** Of a test site. */
  readonly test: string;
  readonly languages: string;
  /** Heads the names of all counts, which are in English. */
  readonly details: string;
  readonly how: string;
  /** Precedes the list of slices. */
  readonly slices: string;
  readonly slice: { readonly [kind in SliceKind]: string };
  /** `{k}`. */
  readonly k: string;
  readonly waiting: string;
  /** `{days}`. */
  readonly byDay: string;
  readonly never: string;
  readonly neverList: readonly string[];
  readonly limits: string;
  readonly limitsList: readonly string[];
  readonly rights: string;
  /** `{open}`. */
  readonly change: string;
  readonly unmatched: string;
  readonly ask: string;
  readonly check: string;
  /** `{id}` and `{day}` of the statement. */
  readonly statement: string;
  readonly allStatements: string;
  readonly forMachines: string;
  readonly keys: string;
}
