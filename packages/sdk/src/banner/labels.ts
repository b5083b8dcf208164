/**
 * What the control says, in every language: the one text that a visitor reads who has refused, without a further
 * request. The collector's messages say the same (`open`), and a test of theirs holds both together.
 */
import type { Language } from '@holloway/protocol';

export const LABELS: { readonly [language in Language]: string } = {
  bg: '',
  cs: '',
  da: '',
  de: '',
  el: '',
  en: 'Privacy settings',
  es: '',
  et: '',
  fi: '',
  fr: '',
  ga: '',
  hr: '',
  hu: '',
  it: '',
  lt: '',
  lv: '',
  mt: '',
  nl: '',
  pl: '',
  pt: '',
  ro: '',
  sk: '',
  sl: '',
  sv: '',
  nb: '',
  uk: '',
  tr: '',
  ar: '',
  he: '',
  ja: '',
  zh: '',
};
