import { FACT_NAMES, LANGUAGES } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { draftStatement } from './draft.ts';
import { contentHash } from './hash.ts';
import { MESSAGES } from './messages/index.ts';
import { parsePolicy } from './policy.ts';

const SITE = { slug: 'shop', k: 10 };
const FILMS = {
  id: 'films',
  category: 'marketing',
  name: 'Films',
  provider: 'Films Ltd',
  purpose: { en: 'Shows films.', de: 'Zeigt Filme.' },
  data: 'The address of your connection.',
  cookies: [{ name: 'f_*', days: 30 }],
};

function draftOf(given: object) {
  const policy = parsePolicy({ controller: { name: 'Shop' }, ...given });
  if (!policy.ok) throw new Error(policy.issue.rule);
  return draftStatement(SITE, policy.value);
}

const inLanguage = (draft: ReturnType<typeof draftOf>, language: string) =>
  draft.wordings.find((wording) => wording.language === language);

describe('a statement that is drafted', () => {
  it('says for whom, how long, from how many, and which model holds where', () => {
    expect(draftOf({ jurisdictions: { us: 'opt-out' }, countsRefusals: true }).content).toMatchObject({
      v: 1,
      site: 'shop',
      controller: 'Shop',
      retention: { countsMonths: 25, choiceMonths: 6 },
      k: 10,
      policy: { eu: 'opt-in', uk: 'opt-in', ch: 'opt-in', us: 'opt-out', other: 'opt-in' },
      countsRefusals: true,
    });
  });

  it('asks about statistics alone where the store declares nothing else', () => {
    expect(draftOf({}).content).toMatchObject({ categories: ['analytics'], services: [] });
  });

  it('asks about preferences where there are any, and about the category of each service', () => {
    const preferences = [{ key: 'colour', label: 'Colour', values: [{ value: 'red', label: 'Red' }] }];
    expect(draftOf({ preferences }).content.categories).toEqual(['preferences', 'analytics']);
    expect(draftOf({ services: [FILMS] }).content.categories).toEqual(['analytics', 'marketing']);
  });

  it('lists every fact of the catalogue once, but stated preferences where none are asked about', () => {
    const preferences = [{ key: 'colour', label: 'Colour', values: [{ value: 'red', label: 'Red' }] }];
    const all = Object.values(draftOf({ preferences }).content.facts).flat();
    expect([...all].sort()).toEqual([...FACT_NAMES].sort());
    const { facts } = draftOf({}).content;
    expect(facts.preferences).toBeUndefined();
    expect(facts.search).toEqual(['search.asked', 'search.empty', 'search.clicked', 'search.refined']);
  });

  it('gives of a service what a browser needs, and the rest in words', () => {
    const { content, wordings } = draftOf({ languages: ['en'], services: [FILMS] });
    expect(content.services).toEqual([
      { id: 'films', category: 'marketing', cookies: [{ name: 'f_*', days: 30 }] },
    ]);
    expect(wordings[0]?.services).toEqual([
      {
        id: 'films',
        category: 'marketing',
        name: 'Films',
        provider: 'Films Ltd',
        purpose: 'Shows films.',
        data: 'The address of your connection.',
        duration: null,
        policy: null,
      },
    ]);
  });
});

describe('its wordings', () => {
  it('are one in each language, each under its hash', () => {
    const { content, wordings, texts } = draftOf({});
    expect(wordings.map(({ language }) => language).sort()).toEqual([...LANGUAGES].sort());
    for (const wording of wordings) {
      const hash = content.wordings[wording.language] ?? '';
      expect(hash, wording.language).toBe(contentHash(wording));
      expect(JSON.parse(texts.get(hash) ?? 'null'), wording.language).toEqual(wording);
    }
  });

  it('say who is responsible and how to reach them', () => {
    const controller = {
      name: 'Shop Ltd',
      address: ['1 High Street', 'Anytown'],
      email: 'privacy@shop.example',
      policy: 'https://shop.example/privacy',
    };
    expect(inLanguage(draftOf({ controller }), 'en')?.controller).toEqual({
      name: 'Shop Ltd',
      contact: ['1 High Street', 'Anytown', 'privacy@shop.example'],
      policy: 'https://shop.example/privacy',
    });
  });

  it('have each text in its language, else in the first one, else in English', () => {
    const draft = draftOf({ languages: ['fr', 'de'], services: [FILMS] });
    expect(inLanguage(draft, 'de')?.services[0]?.purpose).toBe('Zeigt Filme.');
    expect(inLanguage(draft, 'fr')?.services[0]?.purpose).toBe('Shows films.');
    const purpose = { fr: 'Montre des films.', en: 'Shows films.' };
    const french = draftOf({ languages: ['fr', 'de'], services: [{ ...FILMS, purpose }] });
    expect(inLanguage(french, 'de')?.services[0]?.purpose).toBe('Montre des films.');
  });

  it('are ours but for the words that the store puts in their place', () => {
    const messages = { en: { banner: 'Cookies?', groups: { pages: 'Pages' }, sent: { one: 'One sent' } } };
    const draft = draftOf({ messages });
    const ours = MESSAGES.en;
    expect(inLanguage(draft, 'en')?.messages).toEqual({
      ...ours,
      banner: 'Cookies?',
      groups: { ...ours.groups, pages: 'Pages' },
      sent: { ...ours.sent, one: 'One sent' },
    });
    expect(inLanguage(draft, 'de')?.messages).toEqual(MESSAGES.de);
  });
});
