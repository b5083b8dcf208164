import { addDays } from '@holloway/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStore } from '../storage.ts';
import { type Choice, choicesBy, NONE, parseChoice, readChoice, storeChoice } from './choice.ts';
import { choicesOf, consentBy, consentTo, isAgreed, UNKNOWN } from './consent.ts';

const ALL = choicesBy(() => true);
const accepted: Choice = { v: 1, statement: 'c9f1d2a4', choices: ALL, day: '2026-11-23' };
const rejected: Choice = { ...accepted, choices: NONE };

describe('consent', () => {
  it('is to nothing until the visitor has chosen', () => {
    expect(UNKNOWN.state).toBe('unknown');
    expect(choicesOf(UNKNOWN)).toEqual({ preferences: false, analytics: false, marketing: false });
  });

  it('follows the choice, and the next one', () => {
    const yes = consentBy(accepted, accepted.day);
    expect([yes.state, isAgreed(yes, 'analytics')]).toEqual(['accepted', true]);
    const no = consentBy(rejected, rejected.day);
    expect([no.state, isAgreed(no, 'analytics')]).toEqual(['rejected', false]);
  });

  it('is accepted by category', () => {
    const choice = { ...accepted, choices: { ...NONE, marketing: true } };
    const some = consentBy(choice, choice.day);
    expect([some.state, isAgreed(some, 'marketing'), isAgreed(some, 'analytics')]).toEqual([
      'accepted',
      true,
      false,
    ]);
  });

  it.each([
    { choice: accepted, days: 183, state: 'accepted' },
    { choice: rejected, days: 183, state: 'rejected' },
    { choice: accepted, days: 184, state: 'unknown' },
    { choice: rejected, days: 184, state: 'unknown' },
    { choice: accepted, days: -184, state: 'unknown' },
  ])('is $state on day $days after the choice', ({ choice, days, state }) => {
    expect(consentBy(choice, addDays('2026-11-23', days)).state).toBe(state);
  });

  it('is unknown where the choice has no day', () => {
    expect(consentBy({ ...accepted, day: 'soon' }, '2026-11-23').state).toBe('unknown');
  });

  it('is asked for again only when the statement is a new one', () => {
    const yes = consentBy(accepted, '2026-11-24');
    expect(consentTo(yes, 'c9f1d2a4')).toBe(yes);
    expect(consentTo(yes, '00000000').state).toBe('unknown');
  });

  it('is withdrawn when nothing is stored any more', () => {
    expect(consentBy(null, '2026-11-24')).toEqual(UNKNOWN);
  });
});

describe('the stored choice', () => {
  it('comes back as it was stored, and holds nothing else', () => {
    localStorageOf((store, raw) => {
      storeChoice(store, accepted);
      expect(raw()).toBe(
        '{"v":1,"statement":"c9f1d2a4","choices":{"preferences":true,"analytics":true,"marketing":true},"day":"2026-11-23"}',
      );
      expect(readChoice(store)).toEqual(accepted);
    });
  });

  it('agrees to nothing that is not said in so many words, and keeps nothing else', () => {
    const text =
      '{"v":1,"statement":"c9f1d2a4","choices":{"analytics":"yes","marketing":true,"id":7},"day":"2026-11-23"}';
    expect(parseChoice('{"v":1,"statement":"c9f1d2a4"}')?.choices).toEqual(NONE);
    expect(parseChoice(text)?.choices).toEqual({ preferences: false, analytics: false, marketing: true });
  });

  it.each([
    null,
    '',
    'true',
    'null',
    '{"v":2,"statement":"c9f1d2a4","choices":{"preferences":true,"analytics":true,"marketing":true},"day":"2026-11-23"}',
    '{"v":1,"statement":"<script>","choices":{"preferences":true,"analytics":true,"marketing":true},"day":"2026-11-23"}',
  ])('is not read from %j', (text) => {
    expect(parseChoice(text)).toBeNull();
  });

  it('survives any text where it should be', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(parseChoice(text)).toBeNull();
      }),
    );
  });

  it('is remembered by the page alone where storage is blocked', () => {
    const store = createStore(() => {
      throw new Error('SecurityError');
    });
    expect(readChoice(store)).toBeNull();
    storeChoice(store, accepted);
    expect(readChoice(store)).toEqual(accepted);
  });
});

function localStorageOf(
  test: (store: ReturnType<typeof createStore>, raw: () => string | undefined) => void,
): void {
  const values = new Map<string, string>();
  const storage = {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
  } as Partial<Storage> as Storage;
  test(
    createStore(() => storage),
    () => values.get('holloway.choice'),
  );
}
