/** Texts of a policy: what a visitor may be shown, in one language or in several. */
import { isPrintable, LANGUAGES, type Language } from '@holloway/protocol';
import * as v from 'valibot';

const MAX_TEXT_LENGTH = 2_000;

/** One paragraph that a visitor can read. */
export const TEXT = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty('must not be empty'),
  v.maxLength(MAX_TEXT_LENGTH, `must be at most ${MAX_TEXT_LENGTH} characters`),
  v.check(isPrintable, 'must be one line of printable characters'),
);

export type TextByLanguage = { readonly [language in Language]?: string };
/** The same in every language, or by language. */
export type LocalText = string | TextByLanguage;

export const LANGUAGE = v.picklist(LANGUAGES);

export const LOCAL_TEXT = v.union(
  [TEXT, v.record(LANGUAGE, TEXT)],
  'must be a text, or texts by the code of their language',
);

/** In this language; else in the first that the policy publishes, else in English. */
export const textIn = (
  text: LocalText,
  language: Language,
  fallback: Language | undefined,
): string | undefined =>
  typeof text === 'string'
    ? text
    : (text[language] ?? (fallback === undefined ? undefined : text[fallback]) ?? text.en);
