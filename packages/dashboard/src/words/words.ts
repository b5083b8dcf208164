/**
 * The words of the interface in the language of the reader. The English text is the key, so that code reads as the
 * screen does; other languages are loaded before anything is drawn, and kept until the page is loaded again.
 */

export const INTERFACE_LANGUAGES = ['en', 'de', 'fr', 'it', 'es'] as const;
export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number];

/** By the English text; of a text with a number, by the English plural: what is said of one, and of more. */
export type Words = { readonly [english: string]: string | readonly [one: string, many: string] };

type Values = { readonly [name: string]: string | number };

let language: InterfaceLanguage = 'en';
let words: Words = {};
let plurals = new Intl.PluralRules('en');

/** Before the first text is asked for. */
export function speak(next: InterfaceLanguage, dictionary: Words): void {
  language = next;
  words = dictionary;
  plurals = new Intl.PluralRules(next);
}

/** BCP 47, as numbers and days are written. */
export const locale = (): string => (language === 'en' ? 'en-GB' : language);

const fill = (text: string, values: Values): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** @param english With `{name}` where a value stands. */
export function t(english: string, values: Values = {}): string {
  const said = words[english];
  return fill(typeof said === 'string' ? said : english, values);
}

/**
 * A text that depends on a number, such as `tn(3, '{n} page', '{n} pages')`.
 * @param values `n` as it is to be printed; by default in the digits of the language.
 */
export function tn(n: number, one: string, many: string, values: Values = {}): string {
  const said = words[many];
  const [ofOne, ofMany] = Array.isArray(said) ? said : [one, many];
  const text = plurals.select(n) === 'one' ? ofOne : ofMany;
  return fill(text, { n: new Intl.NumberFormat(locale()).format(n), ...values });
}
