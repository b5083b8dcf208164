/** What the builders of reports share: what they are given, and what they hand back. */
import type {
  Experiment,
  FactName,
  PageFact,
  Report,
  ReportName,
  ReportRows,
  TermKind,
} from '@holloway/protocol';
import type { Catalogue } from '../site/catalogue.ts';
import type { ReportQuery } from './query.ts';
import type { Release, Released, Scope } from './release.ts';

/** Rows of any report, the facts behind them with the first measure's first, and the kinds of their terms. */
export interface Built {
  readonly rows: readonly ReportRows[ReportName][];
  readonly facts: readonly (readonly [FactName, Released])[];
  readonly labels?: readonly (readonly [TermKind, string])[];
  /** Where they are more than what the first fact shows. */
  readonly totals?: Report['totals'];
  readonly declared?: readonly Experiment[];
}

export interface Context {
  /** @param slice Default: the one that is asked for. */
  readonly read: (fact: FactName, slice?: string) => Promise<Released>;
  /** The same, of the pages that are asked for. */
  readonly readPages: (fact: PageFact, slice?: string) => Promise<Released>;
  readonly release: Release;
  readonly scope: Scope;
  readonly catalogue: Catalogue;
  readonly query: ReportQuery;
}

/** A category is named with those above it: `kettles/gooseneck` needs the name of `kettles` too. */
const withAncestors = (category: string): string[] =>
  category.split('/').map((_, i, segments) => segments.slice(0, i + 1).join('/'));

export const ofKind = (kind: TermKind, texts: readonly string[]) => {
  const named = [...new Set(texts)];
  const all = kind === 'category' ? new Set(named.flatMap(withAncestors)) : named;
  return [...all].map((text) => [kind, text] as const);
};
