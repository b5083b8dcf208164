/** What visitors read, in every language there is. */
import { LANGUAGES, type Language, type Messages } from '@holloway/protocol';
import { en } from './en.ts';

export const MESSAGES = Object.fromEntries(LANGUAGES.map((language) => [language, en])) as {
  readonly [language in Language]: Messages;
};
