/**
 * Strings that may be counted: of a length the wire carries and printable. The collector admits them by k browsers.
 */
import { MAX_TERM_LENGTH, normalisePath } from '@holloway/protocol';

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const UNPRINTABLE = /[\u0000-\u001f\u007f]/;

/** A string that the store wrote into its markup. @returns `undefined` where it is empty, too long or unprintable. */
export function declaredTerm(text: string | null | undefined): string | undefined {
  const term = text?.trim() ?? '';
  return term === '' || term.length > MAX_TERM_LENGTH || UNPRINTABLE.test(term) ? undefined : term;
}

/** A string that others had a hand in. What a path would not be counted with, it is not counted with either. */
export function observedTerm(text: string | null | undefined): string | undefined {
  const term = declaredTerm(text);
  const isPlain = term?.split(/[/?#;]/).every((part) => !normalisePath(part).includes(':id'));
  return isPlain ? term : undefined;
}

/** `Coffee & Tea` is `coffee-tea`; letters of every script are kept. */
export const slugify = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
