/**
 * Strings that may be counted: of a length the wire carries and printable. The collector admits them by k browsers.
 */
import { isPrintable, MAX_TERM_LENGTH, normalisePath } from '@holloway/protocol';

/** A string that the store wrote into its markup. @returns `undefined` where it is empty, too long or unprintable. */
export function declaredTerm(text: string | null | undefined): string | undefined {
  const term = text?.trim() ?? '';
  return term !== '' && term.length <= MAX_TERM_LENGTH && isPrintable(term) ? term : undefined;
}

/**
 * What people write as no address of a page has it: numbers with anything between their digits, e-mail without an `@`.
 * No lookbehind: it is younger than browsers that this runs in.
 */
const PERSONAL = [
  /\p{Nd}{6}/u,
  // Nine digits with no letter between or right behind: a telephone, a card, an account. `225/45/17 94w` is a tyre.
  /(?:\p{Nd}[\s/.()[\]+-]*){8}\p{Nd}(?!\p{Nd}*\p{L})/u,
  // `+49 30/12345`; an `s24+ 256 512` is none.
  /(?:^|[^\p{L}\p{Nd}])\+\(?[1-9](?:[\s/.()[\]-]*\p{Nd}){6}/u,
  // `030/1234`, `(030) 1234`, `01-234 56`: a code and the rest; `03/2026`, `01/02/2026` and `0805 1206` are none.
  /(?:^|[^\p{L}\p{Nd}])0(?!\d[/-]\d\d?[/-]20\d\d(?!\d))[1-9](?:\d{1,3}[/)](?:[\s/.-]*\d){4}|\d{0,3}[\s/)-](?:[\s/.-]*\d){5})/u,
  // Where numbers have no code: `12 34 56 78`, `912 34 567`.
  /^(?:\d\d[ .-]){3}\d\d$|^\d{3}([ -])\d\d\1\d{3}$/,
  // `anna (at) home`, `anna at home.example`, `anna at home dot example`.
  /[([{<]\s*at\s*[)\]}>]|[\s_-]at[\s_-]+[\p{L}\p{Nd}-]+(?:\s?\.\s?|\W+(?:dot|point|punkt|punto)\W+)\p{L}{2}/iu,
];

/** A string that others had a hand in. What a path would not be counted with, it is not counted with either. */
export function observedTerm(text: string | null | undefined): string | undefined {
  const term = declaredTerm(text);
  // Full-width and other forms are judged as what they stand for, and so is what invisible characters part.
  const plain = term
    ?.normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Pd}−]/gu, '-');
  if (plain === undefined || PERSONAL.some((shape) => shape.test(plain))) return undefined;
  return plain.split(/[/?#;]/).some((part) => normalisePath(part).includes(':id')) ? undefined : term;
}

/** `Coffee & Tea` is `coffee-tea`; letters of every script are kept. */
export const slugify = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/**
 * The place of something in a tree of categories: `['tea-coffee', 'kettles']` is `tea-coffee/kettles`. Levels without a
 * name are left out. Where the whole is longer than the wire carries it ends at the last level that fits.
 * @returns `undefined` where no level has a name, or the first is too long.
 */
export function treePath(slugs: readonly (string | undefined)[]): string | undefined {
  let path = '';
  for (const slug of slugs.filter(Boolean)) {
    const below = path ? `${path}/${slug}` : `${slug}`;
    if (below.length > MAX_TERM_LENGTH) break;
    path = below;
  }
  return path || undefined;
}
