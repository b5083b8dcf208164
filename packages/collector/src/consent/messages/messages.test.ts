import { LANGUAGES, type Language, type Messages } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { LABELS } from '../../../../sdk/src/banner/labels.ts';
import {
  filledInOtherwise,
  misplaced,
  mixedWords,
  pluralsAmiss,
  sameAs,
  saysCookies,
  straightQuoted,
  textsOf,
  tooLongForButtons,
} from '../../../test/message-rules.ts';
import { en } from './en.ts';
import { MESSAGES } from './index.ts';

const ORIGINAL = textsOf(en);

/** The English texts with some changed, as a translator might err. */
const textsWith = (changed: Partial<Messages>) => textsOf({ ...en, ...changed });

/** Where a language has the very word that English has. */
const SAME_AS_ENGLISH: { readonly [language in Language]?: readonly string[] } = {
  cs: ['marketing'],
  da: ['data'],
  de: ['marketing'],
  es: ['marketing'],
  fr: ['marketing', 'services'],
  hr: ['marketing'],
  hu: ['marketing'],
  it: ['marketing'],
  mt: ['data'],
  nl: ['marketing'],
  pl: ['marketing'],
  pt: ['marketing'],
  ro: ['marketing'],
  sk: ['marketing'],
};

describe.each(LANGUAGES)('the messages in %s', (language) => {
  const messages = MESSAGES[language];
  const texts = textsOf(messages);

  it('say everything that is said in English, and nothing more', () => {
    expect(misplaced(texts, ORIGINAL)).toEqual([]);
  });

  it('leave the same places to be filled in', () => {
    expect(filledInOtherwise(texts, ORIGINAL)).toEqual([]);
  });

  it('have the plural forms of the language', () => {
    expect(pluralsAmiss(language, messages)).toEqual([]);
  });

  it('call cookies by a name that helpers of browsers know', () => {
    expect(saysCookies(messages.banner)).toBe(true);
  });

  it('use typographic quotation marks and apostrophes', () => {
    expect(straightQuoted(texts)).toEqual([]);
  });

  it('mix no alphabets within a word', () => {
    expect(mixedWords(texts)).toEqual([]);
  });

  it('fit on three buttons', () => {
    expect(tooLongForButtons(messages)).toEqual([]);
  });

  it('say on the control what the script says that everybody loads', () => {
    expect(LABELS[language]).toBe(messages.open);
  });
});

it.each(LANGUAGES.filter((language) => language !== 'en'))(
  'the messages in %s leave nothing in English',
  (language) => {
    expect(sameAs(textsOf(MESSAGES[language]), ORIGINAL).toSorted()).toEqual(SAME_AS_ENGLISH[language] ?? []);
  },
);

describe('the rules of messages', () => {
  it('tell a text that is missing, one that is blank and one that nobody asked for', () => {
    const { close: _, ...rest } = en;
    expect(misplaced(textsOf(rest), ORIGINAL)).toEqual(['close']);
    expect(misplaced(textsWith({ save: ' ' }), ORIGINAL)).toEqual(['save']);
    expect(misplaced(textsOf({ ...en, shut: 'Shut' }), ORIGINAL)).toEqual(['shut']);
    expect(misplaced(textsWith({ queued: { other: '' } }), ORIGINAL)).toEqual(['queued.other']);
  });

  it('tell a group of data that is missing', () => {
    const { country: _, ...groups } = en.groups;
    expect(misplaced(textsOf({ ...en, groups }), ORIGINAL)).toEqual(['groups.country']);
  });

  it('tell a place that is not there, misspelt, or in one plural form only', () => {
    expect(filledInOtherwise(textsWith({ retention: 'Counts are deleted.' }), ORIGINAL)).toEqual([
      'retention',
    ]);
    expect(filledInOtherwise(textsWith({ accepted: 'Accepted on {dag}.' }), ORIGINAL)).toEqual(['accepted']);
    expect(filledInOtherwise(textsWith({ close: 'Close {n}' }), ORIGINAL)).toEqual(['close']);
    expect(
      filledInOtherwise(textsWith({ sent: { one: 'a message', other: '{n} messages' } }), ORIGINAL),
    ).toEqual(['sent.one']);
  });

  it('tell a plural form that the language has, and one that it has not', () => {
    const { queued, sent } = en;
    expect(pluralsAmiss('pl', { queued, sent: MESSAGES.pl.sent })).toEqual(['queued.few', 'queued.many']);
    expect(pluralsAmiss('ja', { queued: MESSAGES.ja.queued, sent })).toEqual(['sent.one']);
  });

  it('tell a banner that speaks of cookies in no word that helpers know', () => {
    expect(saysCookies('Sütiket csak az Ön hozzájárulásával használunk.')).toBe(false);
  });

  it('tell quotation marks and apostrophes of a typewriter', () => {
    expect(straightQuoted(textsWith({ change: 'Under "{open}".' }))).toEqual(['change']);
    expect(straightQuoted(textsWith({ stated: "What you'd like" }))).toEqual(['stated']);
  });

  it('tell a word in letters of two alphabets', () => {
    const withLatinC = '\u0043трана';
    expect(mixedWords(textsWith({ data: 'Страна' }))).toEqual([]);
    expect(mixedWords(textsWith({ data: withLatinC }))).toEqual([withLatinC]);
  });

  it('tell a word that is too long for a button', () => {
    expect(tooLongForButtons({ ...en, choose: 'Auswahlmöglichkeiten' })).toEqual(['Auswahlmöglichkeiten']);
  });

  it('tell a text that was left in English', () => {
    expect(sameAs(textsOf({ ...MESSAGES.de, close: 'Close' }), ORIGINAL)).toContain('close');
  });
});
