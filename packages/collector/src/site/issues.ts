/** What is wrong with something that somebody sent, all of it: each names a field and a rule, never the value. */
import type { Issue } from '@holloway/protocol';
import * as v from 'valibot';

/** At least one; the first is said where there is room for one only. */
export type Issues = readonly [Issue, ...Issue[]];

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issue: Issue; readonly issues: Issues };

export function refused([issue, ...more]: Issues): Extract<Checked<never>, { ok: false }> {
  return { ok: false, issue, issues: [issue, ...more] };
}

/** `value` where there are no issues. */
export function checked<T>(value: T, [issue, ...more]: readonly Issue[]): Checked<T> {
  return issue === undefined ? { ok: true, value } : refused([issue, ...more]);
}

/** Where, such as `routes[0].pattern`. */
const fieldOf = (path: readonly { readonly key: unknown }[]): string =>
  path.reduce((field, { key }) => {
    if (typeof key === 'number') return `${field}[${key}]`;
    return field === '' ? String(key) : `${field}.${String(key)}`;
  }, '');

/** Whether somebody may be told the name that they gave a field: only what could be one of ours, misspelt. */
export const isFieldName = (text: string): boolean => /^[a-z][A-Za-z]{0,31}$/.test(text);

/** @param whole What the whole is called. Every message of the schema must be a rule. */
export const issuesOf = (
  [first, ...more]: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]],
  whole: string,
): Issues => {
  const issueOf = (issue: v.BaseIssue<unknown>): Issue => {
    const holders = issue.path?.slice(0, -1) ?? [];
    const name = issue.path?.at(-1)?.key;
    if (typeof name === 'string' && !isFieldName(name))
      return { field: fieldOf(holders) || whole, rule: 'has a field that is not known' };
    return { field: fieldOf(issue.path ?? []) || whole, rule: issue.message };
  };
  return [issueOf(first), ...more.map(issueOf)];
};

/** An object with these fields and no others. */
export const strictObject = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  v.strictObject(entries, ({ expected, received }) => {
    if (expected === 'never') return 'is not known';
    return received === 'undefined' ? 'is needed' : 'must be an object';
  });
