import { FACT_NAMES } from '@holloway/protocol';
import { Hono } from 'hono';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/app.ts';
import { AUDITED_AT, auditedFolder } from '../../test/audited.ts';
import { policyOf } from '../../test/consent.ts';
import { assemble } from '../../test/core.ts';
import { memoryStore } from '../../test/temporary.ts';
import { type AskAudit, createAudits } from '../audit/audit-beside.ts';
import type { ToldAudit } from '../audit/told.ts';
import type { Transparency } from '../audit/transparency.ts';
import { PAGE_LANGUAGES, WORDS } from '../audit/words/index.ts';
import type { SiteRecord } from '../store/store.ts';
import { auditRoutes } from './audit-routes.ts';

async function open(policy: object = {}, site: object = {}): Promise<TestApp> {
  const core = await assemble(memoryStore());
  const shop = await core.addSite({ name: 'Shop & Sons', k: 7, ...site });
  await core.publisher.publish(shop, policyOf(policy), '2026-11-01');
  return createTestApp(core);
}

const ADDRESS = '/v1/sites/shop/transparency';
const listOf = async ({ get }: TestApp, query = ''): Promise<Transparency> =>
  (await (await get(ADDRESS + query, 'nobody')).json()) as Transparency;
async function pageOf({ get }: TestApp, language: string) {
  const answer = await get(`${ADDRESS}?language=${language}`, 'nobody', { accept: 'text/html' });
  const text = await answer.text();
  return { answer, text, document: parseHTML(text).document };
}

describe('what is counted, as data', () => {
  it('is there for everybody, made from the facts, the settings and the statement', async () => {
    const list = await listOf(await open());
    expect(list).toMatchObject({
      site: { id: 'shop', name: 'Shop & Sons', isTest: false },
      language: 'en',
      languages: ['en', 'de'],
      controller: { name: 'Shop Ltd', contact: ['1 High Street'], policy: null },
      statement: { published: '2026-11-01' },
      refusals: null,
      k: 7,
      retention: { days: 92, months: 25, waitingDays: 28, choiceMonths: 6 },
    });
    expect(list.counted.find(({ group }) => group === 'visits')).toMatchObject({
      text: 'Visits: how many, when, how long',
      facts: expect.arrayContaining([
        {
          fact: 'visit.hour',
          meaning: 'visits by hour of the week, Monday 0:00 first, in the time zone of the site',
          dimensions: ['hour'],
          people: false,
          slices: 'all',
        },
      ]),
    });
    expect(list.slices.find(({ kind }) => kind === 'visitor')?.values).toEqual(['new', 'returning']);
    expect(list.never).toEqual(WORDS.en.neverList);
  });

  it('has every fact that the statement allows, and none that it does not', async () => {
    const namesOf = ({ counted }: Transparency) =>
      counted.flatMap(({ facts }) => facts.map(({ fact }) => fact));
    const without = namesOf(await listOf(await open()));
    expect(without.sort()).toEqual(FACT_NAMES.filter((name) => name !== 'preference').sort());
    const preferences = [{ key: 'colour', label: 'Colour', values: [{ value: 'red', label: 'Red' }] }];
    expect(namesOf(await listOf(await open({ preferences })))).toContain('preference');
  });

  it('tells where refusals are counted', async () => {
    expect((await listOf(await open({ countsRefusals: true }))).refusals).toBe(
      'If you refuse, we count that somebody did, by country and kind of device, and nothing else.',
    );
  });

  it('may be read by pages of other origins, and kept for five minutes', async () => {
    const { get } = await open();
    const { headers } = await get(ADDRESS, 'nobody');
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(headers.get('Cache-Control')).toBe('public, max-age=300');
    expect(headers.get('Vary')).toBe('Accept');
  });
});

describe('what is counted, as a page', () => {
  it('needs no script and no request, and may make none', async () => {
    const { answer, document, text } = await pageOf(await open(), 'en');
    expect(answer.headers.get('Content-Type')).toBe('text/html; charset=UTF-8');
    expect(answer.headers.get('Content-Security-Policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
    expect(answer.headers.get('Set-Cookie')).toBeNull();
    expect(document.querySelectorAll('script, link, img, iframe, [style]')).toHaveLength(0);
    expect(text).toContain('What Shop &amp; Sons counts');
  });

  it.each(PAGE_LANGUAGES)('says everything in %s', async (language) => {
    const { document } = await pageOf(await open({ languages: [...PAGE_LANGUAGES] }), language);
    expect(document.documentElement.getAttribute('lang')).toBe(language);
    const text = document.body.textContent ?? '';
    const { slice, neverList, limitsList, details, unmatched } = WORDS[language];
    for (const said of [...Object.values(slice), ...neverList, ...limitsList, details, unmatched]) {
      expect(text).toContain(said);
    }
    expect(text).not.toMatch(/\{\w+\}/);
    expect(document.querySelectorAll('nav a')).toHaveLength(PAGE_LANGUAGES.length - 1);
    expect(document.querySelectorAll('dt')).toHaveLength(FACT_NAMES.length - 1);
  });

  it('says how many browsers stand behind a number, and how long counts are kept', async () => {
    const { text } = await pageOf(await open(), 'en');
    expect(text).toContain('No number is shown before 7 browsers stand behind it.');
    expect(text).toContain(
      'They are kept by day for 92 days, and by month after that. Counts are deleted after 25 months.',
    );
    expect(text).toContain('Nothing is counted before you agree.');
  });

  it('says where one is counted until one objects', async () => {
    const { text } = await pageOf(await open({ jurisdictions: { us: 'opt-out' } }), 'en');
    expect(text).toContain('nothing is counted before you agree; elsewhere until you object.');
  });

  it('of a test site says that it shows every number', async () => {
    const site = { kind: 'test', k: 1, origins: ['http://localhost'] };
    const { text } = await pageOf(await open({}, site), 'en');
    expect(text).toContain('it shows every number, however small.');
    expect(text).not.toContain('No number is shown before');
  });

  it('is in English where the statement is in none of its languages', async () => {
    const app = await open({ languages: ['pl'], services: [] });
    expect(await listOf(app)).toMatchObject({
      language: 'en',
      languages: ['en'],
      controller: { name: 'Shop Ltd' },
    });
  });
});

describe('the audit of a site', () => {
  const SHOP = { slug: 'shop' } as SiteRecord;
  async function answerOf(audit: AskAudit): Promise<Response> {
    const core = await assemble(memoryStore());
    const route = auditRoutes({ ...core, audit }).find(({ path }) => path.endsWith('/audit'));
    const app = new Hono();
    app.get('/audit', (c) => route?.ofSite?.(c, SHOP) ?? c.notFound());
    return app.request('/audit');
  }

  it('is what may be told of the data folder, and is kept by nobody', async () => {
    const { folder } = await auditedFolder();
    const answer = await answerOf((slug) => createAudits(folder)(slug, AUDITED_AT));
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    const told = (await answer.json()) as ToldAudit;
    expect(told).toMatchObject({ site: 'shop', smallRows: 0, retention: { oldest: '2026-11-20' } });
    expect(told.checks.every(({ breaches }) => breaches.length === 0)).toBe(true);
  });

  it('of a site that went meanwhile is none', async () => {
    expect((await answerOf(async () => null)).status).toBe(404);
  });
});

describe('a list that cannot be given', () => {
  it.each([
    {
      what: 'in a language that the statement is not in',
      query: '?language=fr',
      field: 'language',
      rule: 'must be one of en, de',
    },
    { what: 'in another format', query: '?format=pdf', field: 'format', rule: 'must be one of html, json' },
  ])('$what is refused with the rule', async ({ query, field, rule }) => {
    const { get } = await open();
    const answer = await get(ADDRESS + query, 'nobody');
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ field, rule });
  });

  it('is that of a site that asks nobody', async () => {
    const core = await assemble(memoryStore());
    await core.addSite({ slug: 'archive', kind: 'archive' });
    await core.addSite({ slug: 'silent' });
    const { get } = createTestApp(core);
    const statusOf = async (slug: string) => (await get(`/v1/sites/${slug}/transparency`, 'nobody')).status;
    expect(await statusOf('archive')).toBe(404);
    expect(await statusOf('silent')).toBe(404);
    expect(await statusOf('nothing')).toBe(404);
  });
});
