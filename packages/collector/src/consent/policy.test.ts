import { describe, expect, it } from 'vitest';
import { EXAMPLE_POLICY } from '../cli/example-policy.ts';
import { defaultPolicy, parsePolicy, policyTable } from './policy.ts';

const SERVICE = {
  id: 'films',
  category: 'marketing',
  name: 'Films',
  provider: 'Films Ltd',
  purpose: 'Shows films.',
  data: 'The address of your connection.',
};
const COLOUR = { key: 'colour', label: 'Colour', values: [{ value: 'red', label: 'Red' }] };
const SHOP = { controller: { name: 'Shop' } };

/** `undefined` where it was taken. */
const issueOf = (given: object) => {
  const result = parsePolicy({ ...SHOP, ...given });
  return result.ok ? undefined : result.issue;
};

const taken = (given: object) => {
  const result = parsePolicy({ ...SHOP, ...given });
  if (!result.ok) throw new Error(`${result.issue.field} ${result.issue.rule}`);
  return result.value;
};

describe('a policy', () => {
  it('needs no more than who is responsible', () => {
    const policy = taken({});
    expect(policy).toMatchObject({
      controller: { name: 'Shop', address: [] },
      services: [],
      preferences: [],
      position: 'bar',
      countsRefusals: false,
      messages: {},
    });
    expect(policy).toEqual(defaultPolicy('Shop'));
  });

  it('is in every language unless it says which, and English is the fallback', () => {
    const { languages } = taken({});
    expect(languages).toHaveLength(31);
    expect(languages[0]).toBe('en');
    expect(new Set(languages).size).toBe(31);
  });

  it('keeps the languages that it names in its order', () => {
    expect(taken({ languages: ['nl', 'fr', 'en'] }).languages).toEqual(['nl', 'fr', 'en']);
  });

  it('asks first everywhere, but where it says otherwise', () => {
    expect(policyTable(taken({ jurisdictions: { us: 'opt-out', other: 'opt-out' } }))).toEqual({
      eu: 'opt-in',
      uk: 'opt-in',
      ch: 'opt-in',
      us: 'opt-out',
      other: 'opt-out',
    });
  });

  it('labels preferences by language, the fallback first', () => {
    const label = { de: 'Farbe', en: 'Colour', fr: 'Couleur' };
    const { preferences } = taken({ languages: ['fr', 'de'], preferences: [{ ...COLOUR, label }] });
    expect(Object.entries(preferences[0]?.label ?? {})).toEqual([
      ['fr', 'Couleur'],
      ['de', 'Farbe'],
      ['en', 'Colour'],
    ]);
    expect(preferences[0]?.values[0]?.label).toEqual({ fr: 'Red' });
  });

  it('says as JSON what is read as the same policy again', () => {
    for (const policy of [taken(EXAMPLE_POLICY), defaultPolicy('Shop')]) {
      expect(parsePolicy(JSON.parse(JSON.stringify(policy)))).toEqual({ ok: true, value: policy });
    }
  });

  it.each<{ given: object; field: string; rule: string }>([
    { given: { controller: undefined }, field: 'controller', rule: 'is needed' },
    { given: { controller: { name: '' } }, field: 'controller.name', rule: 'must not be empty' },
    { given: { controller: { name: 7 } }, field: 'controller.name', rule: 'must be a text' },
    {
      given: { controller: { name: 'a\nb' } },
      field: 'controller.name',
      rule: 'must be one line of printable characters',
    },
    {
      given: { controller: { name: 'Shop', email: 'canary' } },
      field: 'controller.email',
      rule: 'must be an e-mail address',
    },
    {
      given: { controller: { name: 'Shop', policy: 'javascript:canary' } },
      field: 'controller.policy',
      rule: 'must be an address that begins with https://',
    },
    { given: { languages: [] }, field: 'languages', rule: 'must have at least one language' },
    { given: { languages: ['en', 'en'] }, field: 'languages[1]', rule: 'must not be there twice' },
    { given: { colour: 'canary' }, field: 'colour', rule: 'is not known' },
    { given: { services: [{ ...SERVICE, id: 'Canary' }] }, field: 'services[0].id', rule: 'must be 1 to 63' },
    {
      given: { services: [{ ...SERVICE, category: 'canary' }] },
      field: 'services[0].category',
      rule: 'must be preferences, analytics, marketing',
    },
    { given: { services: [SERVICE, SERVICE] }, field: 'services[1].id', rule: 'must not be there twice' },
    {
      given: { services: [{ ...SERVICE, purpose: { canary: 'x' } }] },
      field: 'services[0].purpose',
      rule: 'must be a text, or texts by the code of their language',
    },
    {
      given: { languages: ['fr'], services: [{ ...SERVICE, purpose: { de: 'Zeigt Filme.' } }] },
      field: 'services[0].purpose',
      rule: 'must be there in fr, the first language, or in English',
    },
    {
      given: { services: [{ ...SERVICE, cookies: [{ name: '*', days: 1 }] }] },
      field: 'services[0].cookies[0].name',
      rule: 'must be the name of a cookie, with * at most at its end',
    },
    {
      given: { services: [{ ...SERVICE, cookies: [{ name: 'a*b', days: 1 }] }] },
      field: 'services[0].cookies[0].name',
      rule: 'must be the name of a cookie',
    },
    {
      given: { services: [{ ...SERVICE, cookies: [{ name: 'a', days: -1 }] }] },
      field: 'services[0].cookies[0].days',
      rule: 'must be at least 0',
    },
    {
      given: { services: [{ ...SERVICE, cookies: [{ name: 'a', days: 1, domain: 'a b' }] }] },
      field: 'services[0].cookies[0].domain',
      rule: 'must be a host name',
    },
    {
      given: { services: [{ ...SERVICE, cookies: [{ name: 'a', days: 1, path: 'a' }] }] },
      field: 'services[0].cookies[0].path',
      rule: 'must be a path',
    },
    {
      given: { preferences: [COLOUR, COLOUR] },
      field: 'preferences[1].key',
      rule: 'must not be there twice',
    },
    {
      given: { preferences: [{ ...COLOUR, values: [] }] },
      field: 'preferences[0].values',
      rule: 'must have at least one value',
    },
    {
      given: { preferences: [{ ...COLOUR, values: [...COLOUR.values, ...COLOUR.values] }] },
      field: 'preferences[0].values[1].value',
      rule: 'must not be there twice',
    },
    {
      given: { languages: ['de'], preferences: [{ ...COLOUR, label: { fr: 'Couleur' } }] },
      field: 'preferences[0].label',
      rule: 'must be there in de',
    },
    { given: { position: 'canary' }, field: 'position', rule: 'must be bar, box, dialog' },
    {
      given: { jurisdictions: { us: 'canary' } },
      field: 'jurisdictions.us',
      rule: 'must be opt-in, opt-out',
    },
    { given: { jurisdictions: { canary: 'opt-out' } }, field: 'jurisdictions.canary', rule: 'is not known' },
    {
      given: { jurisdictions: { eu: 'opt-out' } },
      field: 'jurisdictions.eu',
      rule: 'must be opt-in: the law of the EU and EEA leaves no choice',
    },
    { given: { countsRefusals: 'canary' }, field: 'countsRefusals', rule: 'must be true or false' },
    {
      given: { languages: ['en'], messages: { de: { banner: 'Kekse' } } },
      field: 'messages.de',
      rule: 'must be of a language that is among languages',
    },
    { given: { messages: { en: { baner: 'x' } } }, field: 'messages.en.baner', rule: 'is not known' },
    {
      given: { messages: { en: { groups: { page: 'x' } } } },
      field: 'messages.en.groups.page',
      rule: 'is not known',
    },
    {
      given: { messages: { en: { acceptAll: 'Accept {everything}' } } },
      field: 'messages.en.acceptAll',
      rule: 'may have no placeholder',
    },
    {
      given: { messages: { en: { embed: 'Of {canary}' } } },
      field: 'messages.en.embed',
      rule: 'may have no placeholder but {service}',
    },
  ])('is refused for $field: $rule', ({ given, field, rule }) => {
    const issue = issueOf(given);
    expect(issue?.field).toBe(field);
    expect(issue?.rule).toContain(rule);
    expect(issue?.rule).not.toMatch(/canary/i);
  });

  it.each(['canary', null, 7])('is refused where it is %j', (input) => {
    expect(parsePolicy(input)).toEqual({ ok: false, issue: { field: 'policy', rule: 'must be an object' } });
  });
});

describe('words of a store’s own', () => {
  it.each([
    { what: 'a text', messages: { en: { banner: 'Biscuits? Cookies, that is.' } } },
    { what: 'a text in a group', messages: { en: { groups: { pages: 'What you look at' } } } },
    {
      what: 'any form of a plural',
      messages: { pl: { sent: { few: '{n} wiadomości', many: '{n} wiadomości' } } },
    },
    { what: 'what is filled in', messages: { en: { change: '{open} changes it.' } } },
  ])('may replace $what', ({ messages }) => {
    expect(taken({ messages }).messages).toEqual(messages);
  });
});
