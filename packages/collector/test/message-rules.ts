/**
 * What the messages of every language keep to, whatever they say. Each rule is pure and returns what breaks it, so that
 * an empty answer is a good one. Does not judge how well a text is worded.
 */
import type { Language, Messages } from '@holloway/protocol';

/** Every text by its path: `open`, `groups.visits`, `sent.one`. */
export type Texts = ReadonlyMap<string, string>;

export function textsOf(tree: object, path = ''): Texts {
  return new Map(
    Object.entries(tree).flatMap(([key, each]: [string, string | object]) =>
      typeof each === 'string' ? [[`${path}${key}`, each] as const] : [...textsOf(each, `${path}${key}.`)],
    ),
  );
}

/** What one of both has and the other has not. */
const difference = (one: ReadonlySet<string>, other: ReadonlySet<string>): readonly string[] => [
  ...[...one].filter((each) => !other.has(each)),
  ...[...other].filter((each) => !one.has(each)),
];

/** Each language has the plural forms of its own: here all of them stand for the one that every language has. */
const inEveryLanguage = (path: string): string => path.replace(/^(queued|sent)\..*/, '$1.other');

/** Paths that the original has and the translation has not or leaves blank, and those that only the translation has. */
export function misplaced(translation: Texts, original: Texts): readonly string[] {
  const asked = new Set([...original.keys()].map(inEveryLanguage));
  const given = new Set([...translation.keys()].map(inEveryLanguage));
  const blank = [...translation].filter(([, text]) => text.trim() === '').map(([path]) => path);
  return [...difference(asked, given), ...blank];
}

const placeholdersOf = (text: string): string => (text.match(/\{.*?\}/g) ?? []).sort().join();

/** Texts that fill in anything else than the original does. */
export function filledInOtherwise(translation: Texts, original: Texts): readonly string[] {
  return [...translation]
    .filter(
      ([path, text]) => placeholdersOf(text) !== placeholdersOf(original.get(inEveryLanguage(path)) ?? ''),
    )
    .map(([path]) => path);
}

/** Plural forms that the language has and the messages have not, or the other way round. */
export function pluralsAmiss(
  language: Language,
  messages: Pick<Messages, 'queued' | 'sent'>,
): readonly string[] {
  const categories = new Set<string>(new Intl.PluralRules(language).resolvedOptions().pluralCategories);
  return (['queued', 'sent'] as const).flatMap((name) =>
    difference(categories, new Set(Object.keys(messages[name]))).map((form) => `${name}.${form}`),
  );
}

/** Texts that are the original's, letter for letter. */
export const sameAs = (translation: Texts, original: Texts): readonly string[] =>
  [...translation].filter(([path, text]) => text === original.get(path)).map(([path]) => path);

/** Texts with quotation marks or apostrophes of a typewriter. */
export const straightQuoted = (texts: Texts): readonly string[] =>
  [...texts].filter(([, text]) => /["'`´]/.test(text)).map(([path]) => path);

const ALPHABETS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];

/** Words in letters of two alphabets: they look right, but are found by no search and read out wrongly. */
export const mixedWords = (texts: Texts): readonly string[] =>
  [...texts.values()]
    .flatMap((text) => text.match(/\p{L}+/gu) ?? [])
    .filter((word) => ALPHABETS.filter((alphabet) => alphabet.test(word)).length > 1);

/** Characters; a longer word is broken, or widens its button beyond the other two. */
const LONGEST_ON_A_BUTTON = 18;

/** Words on the banner's three buttons that are too long for a screen of 320 px. */
export const tooLongForButtons = ({
  acceptAll,
  rejectAll,
  choose,
}: Pick<Messages, 'acceptAll' | 'rejectAll' | 'choose'>): readonly string[] =>
  [acceptAll, rejectAll, choose]
    .flatMap((label) => label.split(' '))
    .filter((word) => word.length > LONGEST_ON_A_BUTTON);

/** What browsers' own helpers look for in a banner; every language writes it so at least in brackets. */
export const saysCookies = (banner: string): boolean => /cookie/i.test(banner);
