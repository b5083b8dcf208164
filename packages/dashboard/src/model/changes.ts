/**
 * What changed between two published statements, by field path, with the text before and after. Paths are those that
 * `holloway statement publish` and the record tell: `services[films].cookies[ktv_*].days`. Pure.
 */
import type { Language, Statement, Wording } from '@holloway/protocol';
import { t } from '../words/words.ts';

export interface Change {
  readonly path: string;
  /** `null`: it was not there. */
  readonly before: string | null;
  /** `null`: it is there no longer. */
  readonly after: string | null;
}

type Tree = { readonly [key: string]: unknown };

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What an element of a list is known by, so that a list may change its order: its name, or its place. */
function keyOf(element: unknown, place: number): string {
  if (typeof element === 'string' && /^[\w.*-]+$/.test(element)) return element;
  const name = isTree(element) ? (element.id ?? element.name) : null;
  return typeof name === 'string' ? name : String(place);
}

/** The parts of a list or object by the path that leads to them; `null` for what has no parts. */
function partsOf(value: unknown): ReadonlyMap<string, unknown> | null {
  if (Array.isArray(value)) return new Map(value.map((each, place) => [`[${keyOf(each, place)}]`, each]));
  return isTree(value) ? new Map(Object.entries(value).map(([key, each]) => [`.${key}`, each])) : null;
}

/** A value as it is read: lists and objects on one line. */
function told(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? t('yes') : t('no');
  if (Array.isArray(value)) return value.map(told).join(', ');
  if (!isTree(value)) return String(value);
  return Object.entries(value)
    .map(([key, each]) => `${key}: ${told(each) ?? '–'}`)
    .join('; ');
}

/** The topmost differences: what is wholly new or gone is one. In the order of `before`, then what is new. */
export function changesBetween(before: unknown, after: unknown, path = ''): Change[] {
  const [were, are] = [partsOf(before), partsOf(after)];
  if (were === null || are === null) {
    return before === after
      ? []
      : [{ path: path.replace(/^\./, ''), before: told(before), after: told(after) }];
  }
  return [...new Set([...were.keys(), ...are.keys()])].flatMap((part) =>
    changesBetween(were.get(part), are.get(part), path + part),
  );
}

/** Without what differs in every statement: its day, its place in the chain, and the hashes of its texts. */
export function statementChanges(before: Statement, after: Statement): Change[] {
  const content = ({ published, previous, wordings, ...rest }: Statement) => rest;
  return changesBetween(content(before), content(after));
}

export function wordingChanges(before: Wording, after: Wording): Change[] {
  const texts = ({ language, ...rest }: Wording) => rest;
  return changesBetween(texts(before), texts(after));
}

/** Languages whose text is not what it was, by what became of them. */
export function languageChanges(
  { wordings: before }: Pick<Statement, 'wordings'>,
  { wordings: after }: Pick<Statement, 'wordings'>,
): { readonly added: Language[]; readonly removed: Language[]; readonly changed: Language[] } {
  const were = Object.keys(before) as Language[];
  const are = Object.keys(after) as Language[];
  return {
    added: are.filter((language) => before[language] === undefined),
    removed: were.filter((language) => after[language] === undefined),
    changed: are.filter((language) => before[language] !== undefined && before[language] !== after[language]),
  };
}
