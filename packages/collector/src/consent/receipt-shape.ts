/** The shape of a receipt: untrusted JSON to something whose parts can be looked at. Says nothing of whether it is true. */
import {
  CATEGORIES,
  type Category,
  isDay,
  isPrintable,
  JURISDICTIONS,
  LANGUAGES,
  type ParseResult,
  RECEIPT_SCHEMA,
  type Receipt,
} from '@holloway/protocol';
import * as v from 'valibot';

const TEXTS = v.array(v.string());
const CHOICES = v.strictObject({
  preferences: v.boolean(),
  analytics: v.boolean(),
  marketing: v.boolean(),
} satisfies { readonly [category in Category]: unknown });
const DAY = v.pipe(
  v.string(),
  v.check((text) => isDay(text)),
);

/** Of statement and wording the parts that are looked into; the rest their hashes answer for. */
const STATEMENT = v.looseObject({
  published: DAY,
  categories: v.array(v.picklist(CATEGORIES)),
  services: v.array(v.looseObject({ id: v.string(), category: v.picklist(CATEGORIES) })),
  policy: v.looseObject({}),
  wordings: v.looseObject({}),
});

const CATEGORY_WORDS = Object.fromEntries(
  CATEGORIES.flatMap((category) => [category, `${category}Purpose`]).map((name) => [name, v.string()]),
);

const WORDING = v.looseObject({
  language: v.string(),
  // It is printed: no controls in it that would hide what stands beside it.
  controller: v.looseObject({ name: v.pipe(v.string(), v.check(isPrintable)) }),
  messages: v.looseObject({
    ...CATEGORY_WORDS,
    change: v.string(),
    open: v.string(),
    groups: v.looseObject({}),
  }),
  services: v.array(
    v.looseObject({ id: v.string(), name: v.string(), provider: v.string(), data: v.string() }),
  ),
});

const RECEIPT = v.strictObject({
  schemaVersion: v.literal(RECEIPT_SCHEMA),
  receiptId: v.string(),
  principal: v.literal('bearer'),
  controller: v.looseObject({}),
  jurisdiction: v.nullable(v.picklist(JURISDICTIONS)),
  notice: v.strictObject({ statement: v.string(), hash: v.string(), language: v.picklist(LANGUAGES) }),
  purposes: v.array(
    v.strictObject({
      category: v.picklist(CATEGORIES),
      name: v.string(),
      purpose: v.string(),
      legalBasis: v.picklist(['consent', 'opt-out']),
      consented: v.boolean(),
      dataCategories: TEXTS,
      services: TEXTS,
      storageLocations: TEXTS,
      retention: v.string(),
      recipients: TEXTS,
    }),
  ),
  events: v.pipe(
    v.array(
      v.strictObject({
        event: v.picklist(['given', 'refused', 'withdrawn']),
        day: DAY,
        surface: v.exactOptional(v.string()),
        choices: CHOICES,
      }),
    ),
    v.minLength(1),
  ),
  withdrawal: v.string(),
  signedStatement: v.looseObject({
    id: v.string(),
    hash: v.string(),
    signature: v.string(),
    statement: STATEMENT,
  }),
  wording: WORDING,
  keys: v.looseObject({}),
});

export function parseReceipt(input: unknown): ParseResult<Receipt> {
  const result = v.safeParse(RECEIPT, input);
  // Statement and wording are of another shape only where their hashes say so.
  if (result.success) return { ok: true, value: result.output as unknown as Receipt };
  const named = (result.issues[0].path ?? []).map(({ key }) => String(key)).join('.');
  // A key of the file itself may be anything.
  const field = /^[\w.-]{1,100}$/.test(named) ? named : 'receipt';
  return { ok: false, issue: { field, rule: `is not as a receipt of ${RECEIPT_SCHEMA} has it` } };
}
