/**
 * What a data protection officer files: everything that a site published, whether it holds, and how it can be checked
 * by somebody else. Gathers; how it looks is record-page.ts.
 */
import {
  type ConsentRow,
  DATA_GROUPS,
  type DataGroup,
  type Day,
  type FactName,
  factOf,
  type KeySet,
  type Language,
  type SiteKind,
  type Statement,
  type Wording,
} from '@holloway/protocol';
import type { SiteRecord, Store } from '../store/store.ts';
import { holds, type Verdict, verifyChain } from './chain.ts';
import { type Change, changesBetween } from './changes.ts';
import { contentHash } from './hash.ts';
import { MESSAGES } from './messages/index.ts';
import { versionOf } from './publish.ts';
import { languagesOf } from './site-config.ts';

/** Choices by day, as far as they may be shown. */
export interface Coverage {
  readonly rows: readonly ConsentRow[];
  /** Choices that are not in the rows: too few to show yet. */
  readonly waiting: number;
}

export interface RecordedStatement extends Verdict {
  readonly statement: Statement;
  readonly signature: string;
  readonly hash: string;
  readonly holds: boolean;
  /** Against the one before. */
  readonly changes: readonly Change[];
  readonly languages: readonly Language[];
  /** As it was shown, in the language of the record or the statement's first. */
  readonly wording: Wording | null;
}

export interface ConsentRecord {
  readonly made: Day;
  readonly from: Day;
  readonly to: Day;
  readonly site: {
    readonly id: string;
    readonly name: string;
    readonly kind: SiteKind;
    readonly timeZone: string;
    readonly k: number;
  };
  /** Oldest first; the last is the one that visitors are asked to agree to. */
  readonly statements: readonly RecordedStatement[];
  /** What may be counted under the current statement. */
  readonly facts: readonly {
    readonly group: DataGroup;
    /** In English, as the meanings are. */
    readonly text: string;
    readonly facts: readonly { readonly name: FactName; readonly meaning: string }[];
  }[];
  readonly coverage: Coverage;
  readonly keys: KeySet;
  readonly verification: readonly string[];
}

const VERIFICATION: readonly string[] = [
  'The hash of a statement is the SHA-256 of its canonical JSON: the keys of every object sorted, no white space, UTF-8. Its id is the first 8 hex digits. The hash of a wording is made the same way.',
  'Each statement names the hash of the one before it as "previous", so that none can be changed, left out or added later without breaking every one after it.',
  'The signature is a JSON Web Signature (RFC 7515, appendix F) with Ed25519: put the canonical JSON of the statement, in base64url, between its two dots, and verify it with the key that its header names.',
  'A key is known by its thumbprint (RFC 7638). Compare it with one that you were given on another way than this document.',
  '`holloway receipt verify` checks the receipt that a visitor kept against the same keys, without the network. Nobody but the visitor holds it: no record of single choices exists.',
];

export interface RecordRequest {
  readonly site: SiteRecord;
  readonly from: Day;
  readonly to: Day;
  /** `null`: of each statement its first. */
  readonly language: Language | null;
  readonly made: Day;
  readonly coverage: Coverage;
}

/** Whether each text that the statement names is there, as it was hashed. */
const textsHold = (
  { wordings }: Statement,
  version: Awaited<ReturnType<typeof versionOf>> | undefined,
): boolean =>
  Object.entries(wordings).every(([language, hash]) => {
    const text = version?.wordings.find((wording) => wording.language === language);
    return text !== undefined && contentHash(text) === hash;
  });

export async function consentRecord(
  store: Pick<Store, 'statements' | 'wording' | 'publicKeys'>,
  { site, from, to, language, made, coverage }: RecordRequest,
): Promise<ConsentRecord> {
  const [chain, keys] = await Promise.all([store.statements(site.id), store.publicKeys()]);
  const [verdicts, versions] = await Promise.all([
    verifyChain(chain, keys),
    Promise.all(chain.map((signed) => versionOf(store, signed))),
  ]);
  const statements = chain.map(({ id, hash, statement, signature }, i): RecordedStatement => {
    const verdict = verdicts[i] ?? { id, intact: false, chained: false, key: null };
    const [before, version] = [versions[i - 1], versions[i]];
    const languages = languagesOf(statement, site);
    const shown = languages.find((each) => each === language) ?? languages[0];
    return {
      ...verdict,
      hash,
      statement,
      signature,
      holds: holds(verdict) && statement.site === site.slug && textsHold(statement, version),
      changes: before === undefined || version === undefined ? [] : changesBetween(before, version),
      languages,
      wording: version?.wordings.find((wording) => wording.language === shown) ?? null,
    };
  });
  const { slug, name, kind, timeZone, k } = site;
  return {
    made,
    from,
    to,
    site: { id: slug, name, kind, timeZone, k },
    statements,
    facts: DATA_GROUPS.flatMap((group) => {
      const facts = chain.at(-1)?.statement.facts[group];
      if (facts === undefined) return [];
      const named = facts.map((name) => ({ name, meaning: factOf(name).meaning }));
      return [{ group, text: MESSAGES.en.groups[group], facts: named }];
    }),
    coverage,
    keys: { keys },
    verification: VERIFICATION,
  };
}
