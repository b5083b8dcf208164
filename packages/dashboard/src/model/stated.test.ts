import type { PreferenceDeclaration, PreferenceRow } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { type Naming, questionsOf } from './stated.ts';

const row = (key: string, value: string, people: number, n = people): PreferenceRow => ({
  ...{ key, value, n, people },
});
const COLOUR: PreferenceDeclaration = {
  key: 'colour',
  label: { en: 'Your colour', de: 'Ihre Farbe' },
  values: [
    { value: 'sage', label: { en: 'Sage', de: 'Salbei' } },
    { value: 'ink', label: { en: 'Ink' } },
    { value: 'clay', label: {} },
  ],
};
const naming = (more: Partial<Naming> = {}): Naming => ({
  declared: [COLOUR],
  labels: { clay: 'Clay of old', style: 'Style' },
  language: 'en',
  ...more,
});

describe('the questions of a store', () => {
  it('have their answers with the share of the browsers that gave one, and how sure it is', () => {
    const [colour] = questionsOf([row('colour', 'ink', 30, 41), row('colour', 'sage', 70)], naming());
    expect(colour?.people).toBe(100);
    expect(colour?.answers.map(({ name, n, people, share }) => [name, n, people, share])).toEqual([
      ['Sage', 70, 70, 0.7],
      ['Ink', 41, 30, 0.3],
      ['Clay of old', null, null, null],
    ]);
    expect(colour?.answers[0]?.interval?.low).toBeCloseTo(0.604, 3);
    expect(colour?.answers[0]?.interval?.high).toBeCloseTo(0.781, 3);
  });

  it('are there before anybody answers, in the language of the reader or else the first', () => {
    const [colour] = questionsOf([], naming({ language: 'de' }));
    expect([colour?.name, colour?.people]).toEqual(['Ihre Farbe', 0]);
    expect(colour?.answers.map(({ name, share }) => [name, share])).toEqual([
      ['Salbei', null],
      ['Ink', null],
      ['Clay of old', null],
    ]);
  });

  it('that are declared no more come last, by the names that the catalogue has', () => {
    const asked = questionsOf([row('style', 'retro', 12)], naming());
    expect(asked.map(({ name }) => name)).toEqual(['Your colour', 'Style']);
    expect(asked[1]?.answers).toMatchObject([{ name: 'retro', share: 1 }]);
  });
});
