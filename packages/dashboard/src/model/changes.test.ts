import type { Statement, Wording } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { changesBetween, languageChanges, statementChanges, wordingChanges } from './changes.ts';

const STATEMENT: Statement = {
  v: 1,
  site: 'store',
  published: '2026-09-01',
  previous: null,
  controller: 'Store Ltd',
  categories: ['analytics'],
  services: [
    { id: 'films', category: 'marketing', cookies: [{ name: 'ktv_*', days: 30 }] },
    { id: 'maps', category: 'marketing', cookies: [] },
  ],
  facts: { visits: ['visit', 'visit.hour'] },
  retention: { countsMonths: 25, choiceMonths: 6 },
  k: 10,
  policy: { eu: 'opt-in', uk: 'opt-in', ch: 'opt-in', us: 'opt-in', other: 'opt-in' },
  countsRefusals: false,
  wordings: { en: 'hash of en', de: 'hash of de' },
};

describe('what changed between two statements', () => {
  it('is nothing where only its day, its place and the hashes of its texts are others', () => {
    const after = { ...STATEMENT, published: '2026-10-01', previous: 'a hash', wordings: { en: 'another' } };
    expect(statementChanges(STATEMENT, after)).toEqual([]);
  });

  it('is told by path, with the value before and after', () => {
    const after: Statement = {
      ...STATEMENT,
      countsRefusals: true,
      k: 20,
      policy: { ...STATEMENT.policy, us: 'opt-out' },
    };
    expect(statementChanges(STATEMENT, after)).toEqual([
      { path: 'k', before: '10', after: '20' },
      { path: 'policy.us', before: 'opt-in', after: 'opt-out' },
      { path: 'countsRefusals', before: 'no', after: 'yes' },
    ]);
  });

  it('of lists is what is new and what is gone, whatever their order', () => {
    const [films, maps] = STATEMENT.services as [Statement['services'][0], Statement['services'][0]];
    const after: Statement = {
      ...STATEMENT,
      services: [maps, { ...films, cookies: [{ name: 'ktv_*', days: 60 }] }],
      facts: { visits: ['visit.hour', 'visit'], pages: ['page.view'] },
      categories: ['analytics', 'marketing'],
    };
    expect(statementChanges(STATEMENT, after)).toEqual([
      { path: 'categories[marketing]', before: null, after: 'marketing' },
      { path: 'services[films].cookies[ktv_*].days', before: '30', after: '60' },
      { path: 'facts.pages', before: null, after: 'page.view' },
    ]);
  });

  it('of what is wholly gone is one, with all that it said', () => {
    const after = { ...STATEMENT, services: STATEMENT.services.slice(1) };
    expect(statementChanges(STATEMENT, after)).toEqual([
      {
        path: 'services[films]',
        before: 'id: films; category: marketing; cookies: name: ktv_*; days: 30',
        after: null,
      },
    ]);
  });

  it('of its languages is which came, which went, and which say something else', () => {
    expect(languageChanges(STATEMENT, { wordings: { en: 'another', ar: 'new' } })).toEqual({
      added: ['ar'],
      removed: ['de'],
      changed: ['en'],
    });
  });

  it('of a text is each sentence by its name', () => {
    const wording = {
      language: 'en',
      controller: { name: 'Store Ltd', contact: ['1 Mill Lane'], policy: null },
      messages: { banner: 'We use cookies.', groups: { visits: 'Visits' } },
      services: [],
    } as unknown as Wording;
    const after = {
      ...wording,
      controller: { ...wording.controller, policy: 'https://shop.example/privacy' },
      messages: { ...wording.messages, banner: 'We use cookies if you agree.' },
    };
    expect(wordingChanges(wording, after)).toEqual([
      { path: 'controller.policy', before: null, after: 'https://shop.example/privacy' },
      { path: 'messages.banner', before: 'We use cookies.', after: 'We use cookies if you agree.' },
    ]);
  });

  it('is nothing between what is the same', () => {
    expect(changesBetween(STATEMENT, structuredClone(STATEMENT))).toEqual([]);
  });
});
