import { addDays } from '@holloway/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choicesBy, isRefusal, NONE, parseChoice, storeChoice } from './choice.ts';
import { refusedOn } from './refused.ts';

const TODAY = '2026-11-23';

/** As it is stored. */
function stored(choices = NONE, day = TODAY): string {
  let text = '';
  const store = {
    set: (_: string, value: string) => {
      text = value;
    },
  };
  const choice = { v: 1, statement: 'c9f1d2a4', choices, day } as const;
  storeChoice(store as unknown as Parameters<typeof storeChoice>[0], choice);
  return text;
}

describe('a stored refusal', () => {
  it('is told by its day', () => {
    expect(refusedOn(stored(), TODAY)).toBe(TODAY);
  });

  it('is remembered for six months', () => {
    expect(refusedOn(stored(), addDays(TODAY, 183))).toBe(TODAY);
    expect(refusedOn(stored(), addDays(TODAY, 184))).toBeNull();
    expect(refusedOn(stored(), addDays(TODAY, -184))).toBeNull();
  });

  it.each([
    null,
    '',
    'null',
    '{}',
    stored().replace('1', '2'),
    stored().replace(TODAY, '2026-13-45'),
    ` ${stored()}`,
  ])('is none in %j', (text) => {
    expect(refusedOn(text, TODAY)).toBeNull();
  });

  it('is read as the session reads it, of every choice there is', () => {
    const anyChoices = fc.record({
      preferences: fc.boolean(),
      analytics: fc.boolean(),
      marketing: fc.boolean(),
    });
    fc.assert(
      fc.property(anyChoices, (choices) => {
        const text = stored(choices);
        const choice = parseChoice(text);
        expect(refusedOn(text, TODAY)).toBe(choice && isRefusal(choice) ? TODAY : null);
      }),
    );
    expect(refusedOn(stored(choicesBy(() => true)), TODAY)).toBeNull();
  });
});
