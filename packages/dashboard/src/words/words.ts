/**
 * The words of the interface in the language of the reader. The English text is the key, so that code reads as the
 * screen does; other languages are loaded before anything is drawn, and kept until the page is loaded again.
 */

import { keyOf } from './key-of.ts';

export const INTERFACE_LANGUAGES = ['en', 'de', 'fr', 'it', 'es'] as const;
export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number];

/**
 * By the English text or its key; of a text with a number, by those of the English plural: what is said of one, and of more.
 */
export type Words = { readonly [english: string]: string | readonly [one: string, many: string] };

declare const marked: unique symbol;
/** An English text that a constant holds until it is said. */
export type Msg = string & { readonly [marked]: true };
/** Marks a text of a constant, so that no language is without it: `t` says such texts, and those written in its call. */
export const msg = (english: string): Msg => english as Msg;

export type Sayable<S extends string> = string extends S ? Msg : S;
type Values = { readonly [name: string]: string | number };

let language: InterfaceLanguage = 'en';
let words: Words = {};

/** Before the first text is asked for. */
export function speak(next: InterfaceLanguage, dictionary: Words): void {
  language = next;
  words = dictionary;
}

export const spoken = (): InterfaceLanguage => language;

/** BCP 47, as numbers and days are written. */
export const locale = (): string => (language === 'en' ? 'en-GB' : language);

/** What formats in a language, made when it is first asked for. */
export function inLocale<T>(make: (locale: string) => T): () => T {
  let made: { readonly of: string; readonly value: T } | undefined;
  return () => {
    if (made?.of !== locale()) made = { of: locale(), value: make(locale()) };
    return made.value;
  };
}

const plurals = inLocale((of) => new Intl.PluralRules(of));
const digits = inLocale((of) => new Intl.NumberFormat(of));

/** By the text in the sources, by its key as built. */
const saidOf = (english: string): Words[string] | undefined =>
  language === 'en' ? undefined : (words[english] ?? words[keyOf(english)]);

const fill = (text: string, values: Values): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** @param english With `{name}` where a value stands. */
export function t<const S extends string>(english: Sayable<S>, values: Values = {}): string {
  const said = saidOf(english);
  return fill(typeof said === 'string' ? said : english, values);
}

/**
 * A text that depends on a number, such as `tn(3, '{n} page', '{n} pages')`.
 * @param values `n` as it is to be printed; by default in the digits of the language.
 */
export function tn(n: number, one: string, many: string, values: Values = {}): string {
  const said = saidOf(many);
  const [ofOne, ofMany] = Array.isArray(said) ? said : [one, many];
  const text = plurals().select(n) === 'one' ? ofOne : ofMany;
  return fill(text, { n: digits().format(n), ...values });
}
