import { describe, expect, it } from 'vitest';
import { FACT_NAMES, factOf } from './facts.ts';
import { DATA_GROUPS, fillIn, LANGUAGES } from './wording.ts';

describe('a text', () => {
  it('is filled in by name, and leaves alone what is not given', () => {
    expect(fillIn('{a} and {b}, {a} again, {c}', { a: '1', b: '{a}' })).toBe('1 and {a}, 1 again, {c}');
  });
});

describe('the languages', () => {
  it('are thirty-one, each once, and known to Intl', () => {
    expect([LANGUAGES.length, new Set(LANGUAGES).size]).toEqual([31, 31]);
    expect(Intl.PluralRules.supportedLocalesOf(LANGUAGES)).toEqual(LANGUAGES);
  });
});

describe('the data groups', () => {
  it('are those of the facts, every one of them in use', () => {
    expect(new Set(FACT_NAMES.map((name) => factOf(name).data))).toEqual(new Set(DATA_GROUPS));
  });
});
