/**
 * Statements and receipts: what a visitor agreed to, published, hashed, chained and signed; and the visitor's own copy.
 * Does not hash or sign (collector/consent, sdk/banner): only what exactly is hashed is said here.
 */
import type { Category, Choices, Jurisdiction, PolicyTable } from './consent.ts';
import type { Day } from './day.ts';
import type { FactName } from './facts.ts';
import type { DataGroup, Language, Wording } from './wording.ts';

/** A cookie or storage key that a service sets, for the visitor to read and for withdrawal to erase. */
export interface CookieDeclaration {
  /** Exact, or with `*` for any rest: `_ga*`. */
  readonly name: string;
  /** Without it: the host of the page and every domain above it. */
  readonly domain?: string;
  /** Default `/`. */
  readonly path?: string;
  /** `0`: until the browser is closed. */
  readonly days: number;
}

export interface Service {
  /** Lower-case letters, digits and hyphens; `data-holloway-service` names it. */
  readonly id: string;
  readonly category: Category;
  readonly cookies: readonly CookieDeclaration[];
}

/** How long counts are kept, and a choice before it is asked for again; in months, as every statement says it. */
export const RETENTION: Statement['retention'] = { countsMonths: 25, choiceMonths: 6 };

export interface Statement {
  readonly v: 1;
  readonly site: string;
  readonly published: Day;
  /** SHA-256 of the canonical JSON of the statement before, 64 hex digits; `null` for the first. */
  readonly previous: string | null;
  readonly controller: string;
  /** Those that the store asks about. `analytics` always. */
  readonly categories: readonly Category[];
  readonly services: readonly Service[];
  /** Everything that may be counted, from the fact catalogue. */
  readonly facts: { readonly [group in DataGroup]?: readonly FactName[] };
  readonly retention: { readonly countsMonths: number; readonly choiceMonths: number };
  /** Browsers behind every number that is let out. */
  readonly k: number;
  readonly policy: PolicyTable;
  readonly countsRefusals: boolean;
  /** SHA-256 of the canonical JSON of each wording. */
  readonly wordings: { readonly [language in Language]?: string };
}

/** A public key as JWK (RFC 8037): Ed25519. `kid` is its thumbprint (RFC 7638). */
export interface PublicKey {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  readonly kid: string;
  readonly use: 'sig';
  readonly alg: 'EdDSA';
}

export interface KeySet {
  readonly keys: readonly PublicKey[];
}

/** `GET /v1/sites/{site}/statements/{id}` */
export interface SignedStatement {
  /** The first 8 hex digits of `hash`; what a stored choice and a batch name. */
  readonly id: string;
  /** SHA-256 of the canonical JSON of `statement`, 64 hex digits. */
  readonly hash: string;
  readonly statement: Statement;
  /** JWS compact with detached payload (RFC 7515, appendix F): the payload is the canonical JSON of `statement`. */
  readonly signature: string;
}

/** `GET /v1/sites/{site}/statements`, oldest first. */
export interface StatementList {
  readonly statements: readonly (Pick<SignedStatement, 'id' | 'hash'> & {
    readonly published: Day;
    readonly languages: readonly Language[];
  })[];
  /** The id of the one that visitors are asked to agree to. */
  readonly current: string;
}

export const RECEIPT_SCHEMA = 'ISO/IEC TS 27560:2023 receipt, holloway 1';

export interface ReceiptPurpose {
  readonly category: Category;
  readonly name: string;
  readonly purpose: string;
  readonly legalBasis: 'consent' | 'opt-out';
  readonly consented: boolean;
  readonly dataCategories: readonly string[];
  readonly services: readonly string[];
  readonly storageLocations: readonly string[];
  readonly retention: string;
  readonly recipients: readonly string[];
}

export type ReceiptEvent = 'given' | 'refused' | 'withdrawn';

/** The visitor's own copy, in the shape of ISO/IEC TS 27560. Held nowhere but where the visitor keeps it. */
export interface Receipt {
  readonly schemaVersion: typeof RECEIPT_SCHEMA;
  /** Made when the receipt is, and told to nobody. */
  readonly receiptId: string;
  /** Whoever holds it. */
  readonly principal: 'bearer';
  readonly controller: Wording['controller'];
  readonly jurisdiction: Jurisdiction | null;
  readonly notice: {
    readonly statement: string;
    readonly hash: string;
    readonly language: Language;
  };
  readonly purposes: readonly ReceiptPurpose[];
  readonly events: readonly {
    readonly event: ReceiptEvent;
    readonly day: Day;
    /** Where it was chosen; absent where this browser does not remember. */
    readonly surface?: string;
    readonly choices: Choices;
  }[];
  /** How to withdraw, in the language of the notice. */
  readonly withdrawal: string;
  /** Whole, so that it verifies without the network. */
  readonly signedStatement: SignedStatement;
  readonly wording: Wording;
  readonly keys: KeySet;
}

/**
 * JSON with the keys of every object sorted and no white space: the same bytes wherever it is made.
 * @param value Plain data without `undefined`; numbers are integers (RFC 8785 says more than is needed here).
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

/** What is signed, and its head: `header..signature` becomes `header.payload.signature`. */
export const withPayload = (detached: string, payload: string): string =>
  detached.replace('..', `.${payload}.`);
