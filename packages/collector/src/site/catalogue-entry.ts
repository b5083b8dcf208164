/** What somebody declares of a store, as fields of a table or of JSON, to an entry of its catalogue; checked once. */
import {
  type CatalogueEntry,
  type Issue,
  isPrintable,
  MAX_TERM_LENGTH,
  normalisePath,
  OTHER,
  type ParseResult,
  TERM_KINDS,
} from '@holloway/protocol';
import { type Checked, checked, isFieldName, refused } from './issues.ts';

const FIELDS: ReadonlySet<string> = new Set(['kind', 'text', 'label', 'category']);

const isTerm = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= MAX_TERM_LENGTH && isPrintable(value);

/** @param fields An empty label or category is as none. */
export function parseEntry(fields: unknown): ParseResult<CatalogueEntry> {
  const issue = (field: keyof CatalogueEntry | '', rule: string): { ok: false; issue: Issue } => ({
    ok: false,
    issue: { field, rule },
  });
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
    return issue('', 'must be an object with kind, text, label, category');
  const unknown = Object.keys(fields).find((field) => !FIELDS.has(field));
  if (unknown !== undefined) {
    if (!isFieldName(unknown)) return issue('', 'has a field that is not known');
    return { ok: false, issue: { field: unknown, rule: 'is not known' } };
  }
  const given = fields as { readonly [field: string]: unknown };
  const kind = TERM_KINDS.find((known) => known === given.kind);
  if (kind === undefined) return issue('kind', `must be one of ${TERM_KINDS.join(', ')}`);
  const { text, label = '', category = '' } = given;
  if (!isTerm(text) || text === OTHER)
    return issue('text', `must be 1 to ${MAX_TERM_LENGTH} printable characters, and not ${OTHER}`);
  // A page by another name would never meet its counts.
  if (kind === 'page' && !text.startsWith('(') && normalisePath(text) !== text)
    return issue('text', 'of a page must be its path as it is counted; holloway site preview tells it');
  for (const [field, value] of Object.entries({ label, category })) {
    if (value !== '' && !isTerm(value))
      return issue(
        field === 'label' ? 'label' : 'category',
        `must be at most ${MAX_TERM_LENGTH} printable characters`,
      );
  }
  return {
    ok: true,
    value: {
      kind,
      text,
      ...(label === '' ? {} : { label: String(label) }),
      ...(category === '' ? {} : { category: String(category) }),
    },
  };
}

/** No more of them are told at once. */
const MAX_ISSUES = 100;

/** `{ entries: [...] }` to entries. */
export function parseEntries(input: unknown, max: number): Checked<readonly CatalogueEntry[]> {
  const list: unknown =
    typeof input === 'object' && input !== null && 'entries' in input ? input.entries : null;
  if (!Array.isArray(list) || list.length > max)
    return refused([{ field: 'entries', rule: `must be a list of at most ${max} entries` }]);
  const issues: Issue[] = [];
  const entries: CatalogueEntry[] = [];
  for (const [i, fields] of list.entries()) {
    const parsed = parseEntry(fields);
    if (parsed.ok) entries.push(parsed.value);
    else {
      const { field, rule } = parsed.issue;
      issues.push({ field: `entries[${i}]${field === '' ? '' : `.${field}`}`, rule });
    }
    if (issues.length === MAX_ISSUES) break;
  }
  return checked(entries, issues);
}
