/** The shape of a policy file. What its parts must have in common is in policy.ts. */
import { CATEGORIES, isPrintable, LANGUAGES, MAX_TERM_LENGTH, MODELS, POSITIONS } from '@holloway/protocol';
import * as v from 'valibot';
import { OVERRIDES } from './overrides.ts';
import { LANGUAGE, LOCAL_TEXT, TEXT } from './text.ts';

const MAX_LISTED = 200;
/** Ten years: longer is no duration that a visitor can agree to. */
const MAX_COOKIE_DAYS = 3_660;

const listOf = <const Item extends v.GenericSchema>(item: Item) =>
  v.pipe(v.array(item), v.maxLength(MAX_LISTED, `must be at most ${MAX_LISTED}`));

const ID = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'must be 1 to 63 lower-case letters, digits or hyphens'),
);
// Nothing else: the address becomes a link in the store's own page.
const URL = v.pipe(
  v.string(),
  v.regex(/^https?:\/\/[^\s"'<>]+$/, 'must be an address that begins with https://'),
);
const EMAIL = v.pipe(v.string(), v.regex(/^[^\s@]+@[^\s@]+$/, 'must be an e-mail address'));

const COOKIE = v.strictObject({
  // `*` alone would clear whatever the store itself keeps.
  name: v.pipe(
    v.string(),
    v.regex(/^[^\s*;,="]{1,200}\*?$/, 'must be the name of a cookie, with * at most at its end'),
  ),
  domain: v.exactOptional(
    v.pipe(v.string(), v.regex(/^\.?[a-z0-9-]+(\.[a-z0-9-]+)*$/, 'must be a host name in lower case')),
  ),
  path: v.exactOptional(
    v.pipe(v.string(), v.regex(/^\/[^\s;]*$/, 'must be a path that begins with a slash')),
  ),
  days: v.pipe(
    v.number(),
    v.integer('must be a whole number'),
    v.minValue(0, 'must be at least 0, which means until the browser is closed'),
    v.maxValue(MAX_COOKIE_DAYS, `must be at most ${MAX_COOKIE_DAYS}`),
  ),
});

const SERVICE = v.strictObject({
  id: ID,
  category: v.picklist(CATEGORIES),
  name: LOCAL_TEXT,
  provider: LOCAL_TEXT,
  purpose: LOCAL_TEXT,
  data: LOCAL_TEXT,
  duration: v.exactOptional(LOCAL_TEXT),
  policy: v.exactOptional(URL),
  cookies: v.exactOptional(listOf(COOKIE), []),
});

const VALUE = v.pipe(
  v.string(),
  v.nonEmpty('must not be empty'),
  v.maxLength(MAX_TERM_LENGTH, `must be at most ${MAX_TERM_LENGTH} characters`),
  v.check(isPrintable, 'must be printable characters'),
);

const PREFERENCE = v.strictObject({
  key: ID,
  label: LOCAL_TEXT,
  values: v.pipe(
    listOf(v.strictObject({ value: VALUE, label: LOCAL_TEXT })),
    v.minLength(1, 'must have at least one value'),
  ),
});

const MODEL = v.picklist(MODELS);

export const POLICY = v.strictObject({
  controller: v.strictObject({
    name: TEXT,
    address: v.exactOptional(listOf(TEXT), []),
    email: v.exactOptional(EMAIL),
    policy: v.exactOptional(URL),
  }),
  // English first, so that a visitor of another language falls back to it.
  languages: v.exactOptional(
    v.pipe(listOf(LANGUAGE), v.minLength(1, 'must have at least one language')),
    () => ['en' as const, ...LANGUAGES.filter((language) => language !== 'en')],
  ),
  services: v.exactOptional(listOf(SERVICE), []),
  preferences: v.exactOptional(listOf(PREFERENCE), []),
  position: v.exactOptional(v.picklist(POSITIONS), 'bar'),
  jurisdictions: v.exactOptional(
    v.strictObject({
      eu: v.exactOptional(
        v.literal(
          'opt-in',
          'must be opt-in: the law of the EU and EEA leaves no choice (ePrivacy Directive, article 5(3))',
        ),
      ),
      uk: v.exactOptional(MODEL),
      ch: v.exactOptional(MODEL),
      us: v.exactOptional(MODEL),
      other: v.exactOptional(MODEL),
    }),
    {},
  ),
  countsRefusals: v.exactOptional(v.boolean(), false),
  messages: v.exactOptional(v.record(LANGUAGE, OVERRIDES), {}),
});

const EXPECTED: { readonly [type: string]: string } = {
  string: 'must be a text',
  number: 'must be a number',
  boolean: 'must be true or false',
  array: 'must be a list',
  strict_object: 'must be an object',
  record: 'must be an object by the code of a language',
};

type PolicyIssue = v.BaseIssue<unknown>;

/** The rule that was broken. The library's own messages would repeat the value. */
export function ruleOf({ kind, type, expected, received, message }: PolicyIssue): string {
  if (kind === 'validation' || type === 'union' || type === 'literal') return message;
  if (type === 'strict_object' && expected === 'never') return 'is not known';
  if (received === 'undefined') return 'is needed';
  if (type === 'picklist')
    return `must be ${(expected ?? '').replaceAll(/["()]/g, '').replaceAll(' | ', ', ')}`;
  return EXPECTED[type] ?? 'is not valid';
}

/** Where, such as `services[0].cookies[1].days`. */
export const fieldOf = ({ path }: PolicyIssue): string =>
  (path ?? []).reduce(
    (field, { key }) =>
      typeof key === 'number' ? `${field}[${key}]` : field === '' ? String(key) : `${field}.${String(key)}`,
    '',
  );
