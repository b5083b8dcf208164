import { describe, expect, it } from 'vitest';
import { type Change, changesBetween, differences } from './changes.ts';
import { draftStatement } from './draft.ts';
import { parsePolicy } from './policy.ts';

const FILMS = {
  id: 'films',
  category: 'marketing',
  name: 'Films',
  provider: 'Films Ltd',
  purpose: { en: 'Shows films.', de: 'Zeigt Filme.' },
  data: 'The address of your connection.',
  cookies: [{ name: 'f_*', days: 30 }],
};
const BEFORE = { controller: { name: 'Shop' }, languages: ['en', 'de', 'fr'], services: [FILMS] };

const draftOf = (given: object, k = 10) => {
  const policy = parsePolicy(given);
  if (!policy.ok) throw new Error(policy.issue.rule);
  return draftStatement({ slug: 'shop', k }, policy.value);
};

const told = (changes: readonly Change[]): string[] =>
  changes.map(({ kind, path, languages = [] }) => [kind, path, ...languages].join(' '));

describe('what changes between two statements', () => {
  it.each<{ what: string; after: object; k?: number; says: readonly string[] }>([
    { what: 'nothing', after: BEFORE, says: [] },
    { what: 'k', after: BEFORE, k: 20, says: ['changed k'] },
    {
      what: 'the controller, in the statement and in each language',
      after: { ...BEFORE, controller: { name: 'New' } },
      says: ['changed controller', 'changed controller.name en de fr'],
    },
    {
      what: 'a text, by its languages',
      after: {
        ...BEFORE,
        services: [{ ...FILMS, purpose: { en: 'Shows short films.', de: 'Zeigt Filme.' } }],
      },
      says: ['changed services[films].purpose en fr'],
    },
    {
      what: 'words of our own, by their languages',
      after: { ...BEFORE, messages: { de: { banner: 'Kekse?' } } },
      says: ['changed messages.banner de'],
    },
    {
      what: 'how long a cookie is kept',
      after: { ...BEFORE, services: [{ ...FILMS, cookies: [{ name: 'f_*', days: 60 }] }] },
      says: ['changed services[films].cookies[f_*].days'],
    },
    {
      what: 'a service that is gone, and what was asked because of it',
      after: { ...BEFORE, services: [] },
      says: ['removed categories[marketing]', 'removed services[films]', 'removed services[films] en de fr'],
    },
    {
      what: 'languages, of which no single text is told',
      after: { ...BEFORE, languages: ['en', 'de', 'nl'] },
      says: ['added languages nl', 'removed languages fr'],
    },
    {
      what: 'the model of a jurisdiction',
      after: { ...BEFORE, jurisdictions: { us: 'opt-out' } },
      says: ['changed policy.us'],
    },
  ])('is told: $what', ({ after, k, says }) => {
    expect(told(changesBetween(draftOf(BEFORE), draftOf(after, k)))).toEqual(says);
  });

  it('does not tell an order that changed', () => {
    const [one, two] = [{ id: 'one' }, { id: 'two' }];
    expect(differences({ services: [one, two] }, { services: [two, one] })).toEqual([]);
    expect(differences(['red', 'blue'], ['blue', 'red'])).toEqual([]);
  });

  it('tells elements without a name by their place', () => {
    expect(
      told(differences({ contact: ['1 High Street'] }, { contact: ['2 High Street', 'Anytown!'] })),
    ).toEqual(['changed contact[0]', 'added contact[1]']);
  });
});
