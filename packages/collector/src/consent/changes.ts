/** What differs between two versions of what is published, by field and, for texts, by language. Pure. */
import type { Language, Wording } from '@holloway/protocol';
import type { StatementContent } from './draft.ts';

export interface Version {
  readonly content: StatementContent;
  readonly wordings: readonly Wording[];
}

export interface Change {
  readonly kind: 'added' | 'removed' | 'changed';
  /** Such as `services[kitchen-tv].cookies[ktv_*].days` or `messages.banner`. */
  readonly path: string;
  /** Of a text: in which it changed. Of `languages` itself: which ones. */
  readonly languages?: readonly Language[];
}

type Tree = { readonly [key: string]: unknown };

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What an element of a list is known by, so that a list may change its order: its name, or its place. */
function keyOf(element: unknown, place: number): string {
  if (typeof element === 'string' && /^[\w.*-]+$/.test(element)) return element;
  if (!isTree(element)) return String(place);
  const name = element.id ?? element.key ?? element.value ?? element.name;
  return typeof name === 'string' ? name : String(place);
}

/** The parts of a list or object by the path that leads to them; `null` for what has no parts. */
function partsOf(value: unknown): ReadonlyMap<string, unknown> | null {
  if (Array.isArray(value)) return new Map(value.map((each, place) => [`[${keyOf(each, place)}]`, each]));
  return isTree(value) ? new Map(Object.entries(value).map(([key, each]) => [`.${key}`, each])) : null;
}

/** The topmost differences: of what is wholly new or gone, no part is told. */
export function differences(before: unknown, after: unknown, path = ''): Change[] {
  if (before === undefined && after === undefined) return [];
  const at = path.replace(/^\./, '');
  if (before === undefined) return [{ kind: 'added', path: at }];
  if (after === undefined) return [{ kind: 'removed', path: at }];
  const [were, are] = [partsOf(before), partsOf(after)];
  if (were === null || are === null) return before === after ? [] : [{ kind: 'changed', path: at }];
  return [...new Set([...were.keys(), ...are.keys()])].flatMap((part) =>
    differences(were.get(part), are.get(part), `${path}${part}`),
  );
}

/** The same change in several languages is one. */
function textChanges(before: readonly Wording[], after: readonly Wording[]): Change[] {
  const told = new Map<string, Change & { readonly languages: Language[] }>();
  for (const { language, ...texts } of after) {
    const earlier = before.find((wording) => wording.language === language);
    if (earlier === undefined) continue;
    const { language: _, ...were } = earlier;
    for (const { kind, path } of differences(were, texts)) {
      const known = told.get(`${kind} ${path}`);
      if (known === undefined) told.set(`${kind} ${path}`, { kind, path, languages: [language] });
      else known.languages.push(language);
    }
  }
  return [...told.values()];
}

function languageChanges(before: readonly Wording[], after: readonly Wording[]): Change[] {
  const were = before.map(({ language }) => language);
  const are = after.map(({ language }) => language);
  const changes: Change[] = [
    { kind: 'added', path: 'languages', languages: are.filter((language) => !were.includes(language)) },
    { kind: 'removed', path: 'languages', languages: were.filter((language) => !are.includes(language)) },
  ];
  return changes.filter(({ languages }) => languages?.length !== 0);
}

export function changesBetween(before: Version, after: Version): readonly Change[] {
  const { wordings: _, ...were } = before.content;
  const { wordings: __, ...are } = after.content;
  return [
    ...differences(were, are),
    ...languageChanges(before.wordings, after.wordings),
    ...textChanges(before.wordings, after.wordings),
  ];
}
