/**
 * Strings that may be counted: of a length the wire carries and printable. The collector admits them by k browsers.
 */
import { isPrintable, MAX_TERM_LENGTH, normalisePath } from '@holloway/protocol';

/** A string that the store wrote into its markup. @returns `undefined` where it is empty, too long or unprintable. */
export function declaredTerm(text: string | null | undefined): string | undefined {
  const term = text?.trim() ?? '';
  return term !== '' && term.length <= MAX_TERM_LENGTH && isPrintable(term) ? term : undefined;
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
