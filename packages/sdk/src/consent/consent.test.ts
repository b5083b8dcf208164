import { addDays, CATEGORIES, type Choices, STRICTEST_POLICY } from '@holloway/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStore } from '../storage.ts';
import { type Choice, choicesBy, NONE, parseChoice, storeChoice } from './choice.ts';
import { type Consent, type ConsentEvent, isDecided, isToAsk, reduce, statusOf } from './consent.ts';

const ALL = choicesBy(() => true);
const TODAY = '2026-11-23';
const accepted: Choice = { v: 1, statement: 'c9f1d2a4', choices: ALL, day: TODAY };
const rejected: Choice = { ...accepted, choices: NONE };
const OPT_IN = { statement: 'c9f1d2a4', model: 'opt-in', categories: CATEGORIES } as const;
const OPT_OUT = { ...OPT_IN, model: 'opt-out', categories: ['analytics', 'marketing'] } as const;

/** What is known after these events. */
const after = (events: readonly ConsentEvent[], objection = false): Consent =>
  events.reduce(reduce, { choice: null, asks: null, objection } as Consent);
const chose = (choice: Choice | null, today = TODAY) => ({ choice, today });

describe('consent', () => {
  it('is to nothing before anything is known', () => {
    expect(statusOf(after([]))).toEqual({
      state: 'unknown',
      choices: { preferences: false, analytics: false, marketing: false },
      basis: null,
      objection: false,
      day: null,
    });
  });

  it('follows the choice, and the next one', () => {
    const yes = after([{ asks: OPT_IN }, chose(accepted)]);
    expect(statusOf(yes)).toMatchObject({ state: 'accepted', choices: ALL, basis: 'chosen', day: TODAY });
    const no = reduce(yes, chose(rejected));
    expect(statusOf(no)).toMatchObject({ state: 'rejected', choices: NONE, basis: 'chosen' });
  });

  it('to a part is to that part alone', () => {
    const part = { ...accepted, choices: { ...NONE, preferences: true } };
    expect(statusOf(after([{ asks: OPT_IN }, chose(part)]))).toMatchObject({
      state: 'accepted',
      choices: { preferences: true, analytics: false, marketing: false },
    });
  });

  it('to something counts only once it is known to be about what the site asks', () => {
    const remembered = after([chose(accepted)]);
    expect(statusOf(remembered).choices).toEqual(NONE);
    expect(isDecided(remembered)).toBe(false);
    expect(statusOf(reduce(remembered, { asks: OPT_IN })).choices).toEqual(ALL);
    const another = reduce(remembered, { asks: { ...OPT_IN, statement: '00000001' } });
    expect(statusOf(another)).toMatchObject({ state: 'unknown', choices: NONE });
    expect([isDecided(another), isToAsk(another)]).toEqual([true, true]);
  });

  it('refused holds at once, and whatever the site asks by now', () => {
    const refused = after([chose(rejected)]);
    expect(statusOf(refused).state).toBe('rejected');
    expect(isDecided(refused)).toBe(true);
    expect(isToAsk(reduce(refused, { asks: { ...OPT_IN, statement: '00000001' } }))).toBe(false);
  });

  it.each([
    { says: 'an acceptance', choice: accepted },
    { says: 'a refusal', choice: rejected },
  ])('is remembered for six months where it is $says, and asked for again after', ({ choice }) => {
    const on = (days: number) => after([chose(choice, addDays(choice.day, days)), { asks: OPT_IN }]);
    expect([isToAsk(on(179)), isToAsk(on(183))]).toEqual([false, false]);
    expect([isToAsk(on(184)), statusOf(on(184)).state]).toEqual([true, 'unknown']);
  });

  it('dated by a clock far ahead is not relied on', () => {
    expect(isToAsk(after([chose(accepted, addDays(TODAY, -184)), { asks: OPT_IN }]))).toBe(true);
  });
});

describe('Global Privacy Control', () => {
  it('leaves everything off until the visitor chooses otherwise', () => {
    const objected = after([{ asks: OPT_OUT }], true);
    expect(statusOf(objected)).toMatchObject({
      state: 'unknown',
      choices: NONE,
      objection: true,
      basis: null,
    });
    expect(statusOf(reduce(objected, chose(accepted)))).toMatchObject({ choices: ALL, basis: 'chosen' });
  });
});

describe('where a jurisdiction does not ask first', () => {
  it('what the site asks about is on by default, and nobody is asked', () => {
    const on = after([{ asks: OPT_OUT }]);
    expect(statusOf(on)).toMatchObject({
      state: 'accepted',
      choices: { preferences: false, analytics: true, marketing: true },
      basis: 'default',
      day: null,
    });
    expect(isToAsk(on)).toBe(false);
  });

  it('an objection by the browser is honoured without a banner', () => {
    expect(isToAsk(after([{ asks: OPT_OUT }], true))).toBe(false);
  });

  it('a refusal switches everything off', () => {
    expect(statusOf(after([{ asks: OPT_OUT }, chose(rejected)])).choices).toEqual(NONE);
  });

  it('is nowhere, unless a store says so', () => {
    expect(new Set(Object.values(STRICTEST_POLICY))).toEqual(new Set(['opt-in']));
  });
});

const anyChoices = fc.record({ preferences: fc.boolean(), analytics: fc.boolean(), marketing: fc.boolean() });
const anyChoice = fc.record({
  v: fc.constant(1 as const),
  statement: fc.constantFrom('c9f1d2a4', '00000001'),
  choices: anyChoices,
  day: fc.integer({ min: -400, max: 400 }).map((days) => addDays(TODAY, days)),
});
const anyEvent: fc.Arbitrary<ConsentEvent> = fc.oneof(
  fc.record({ choice: fc.option(anyChoice), today: fc.constant(TODAY) }),
  fc.record({ asks: fc.option(fc.constantFrom(OPT_IN, OPT_OUT)) }),
);

describe('whatever happens, in whatever order', () => {
  it('nothing is on that was neither chosen nor on by default without an objection', () => {
    fc.assert(
      fc.property(fc.array(anyEvent), fc.boolean(), (events, objection) => {
        const consent = after(events, objection);
        const { choices, basis } = statusOf(consent);
        for (const category of CATEGORIES) {
          if (!choices[category]) continue;
          if (basis === 'chosen') expect(consent.choice?.choices[category]).toBe(true);
          else expect([basis, consent.asks?.model, objection]).toEqual(['default', 'opt-out', false]);
        }
      }),
    );
  });

  it('what is on is decided', () => {
    fc.assert(
      fc.property(fc.array(anyEvent), fc.boolean(), (events, objection) => {
        const consent = after(events, objection);
        if (statusOf(consent).state !== 'unknown') expect(isDecided(consent)).toBe(true);
      }),
    );
  });
});

describe('a stored choice', () => {
  const store = () => {
    const values = new Map<string, string>();
    return createStore(
      () =>
        ({
          getItem: (key: string) => values.get(key) ?? null,
          setItem: (key: string, value: string) => void values.set(key, value),
          removeItem: (key: string) => void values.delete(key),
        }) as Partial<Storage> as Storage,
    );
  };

  it('comes back as it was stored', () => {
    const kept = store();
    storeChoice(kept, accepted);
    expect(parseChoice(kept.get('holloway.choice'))).toEqual(accepted);
  });

  it.each([
    null,
    '',
    'no json',
    '1',
    '{}',
    '{"v":2,"statement":"c9f1d2a4"}',
    '{"v":1,"statement":"someone"}',
  ])('that is %j is none', (text) => {
    expect(parseChoice(text)).toBeNull();
  });

  it.each([undefined, null, 1, 'yes', 'true'])('agrees to nothing by %j', (value) => {
    const text = JSON.stringify({ ...accepted, choices: { analytics: value } });
    expect(parseChoice(text)?.choices).toEqual(NONE);
  });

  /** Every text that may be stored on one day about one statement. */
  const possible = (write: (choices: Choices) => string) => {
    const bits = [false, true];
    const all = bits.flatMap((preferences) =>
      bits.flatMap((analytics) => bits.map((marketing) => write({ preferences, analytics, marketing }))),
    );
    return new Set(all).size;
  };

  it('is one of eight on a day, whoever chose: it identifies nobody', () => {
    const kept = store();
    const write = (choices: Choices) => {
      storeChoice(kept, { ...accepted, choices });
      return kept.get('holloway.choice') ?? '';
    };
    expect(possible(write)).toBe(8);
    // The same of every browser.
    expect(write(ALL)).toBe(write(ALL));
    expect(write(ALL)).toBe(
      '{"v":1,"statement":"c9f1d2a4","choices":{"preferences":true,"analytics":true,"marketing":true},"day":"2026-11-23"}',
    );
  });

  it('with an identifier would be found out', () => {
    const write = (choices: Choices) => JSON.stringify({ choices, id: crypto.randomUUID() });
    expect(write(ALL)).not.toBe(write(ALL));
  });
});
