/** Adding and changing sites, their catalogues, and how an address would be counted. What may be set: site/ and consent/. */
import { TERM_KINDS, type TermKind } from '@holloway/protocol';
import type { Context } from 'hono';
import { hasSamePages } from '../catalogue/own-pages.ts';
import { previewAddress } from '../catalogue/preview.ts';
import type { Readings } from '../catalogue/readings.ts';
import type { OpenSiteDeps } from '../consent/open-site.ts';
import { addAsked, changeAsked, type Settled } from '../consent/settings.ts';
import { mayEmbed } from '../ingest/collect.ts';
import { problem } from '../problem.ts';
import { parseEntries } from '../site/catalogue-entry.ts';
import { declareCatalogue, planDeclaring } from '../site/declare.ts';
import type { Issues } from '../site/issues.ts';
import { readChanges, readSite, SETTINGS_SCHEMA } from '../site/settings-shape.ts';
import { showSettings } from '../site/show-settings.ts';
import type { SiteRecord } from '../store/store.ts';
import { catalogueDetail, settingsDetail } from '../workspace/events.ts';
import { note } from './caller.ts';
import { SITE } from './report-routes.ts';
import type { Parameter, Route } from './route.ts';

/** As many as one transaction takes some tens of milliseconds for. */
const MAX_ENTRIES = 5_000;
const MAX_CATALOGUE_BYTES = 4 * 1024 * 1024;
const MAX_SETTINGS_BYTES = 128 * 1024;
const PAGE_OF_ENTRIES = 1_000;

export interface SiteRoutesDeps extends OpenSiteDeps {
  readonly readings: Readings;
}

const MAY_CHANGE = { for: 'site', permission: 'settings' } as const;
const MAY_SEE = { for: 'site', permission: 'settings', or: 'privacy' } as const;

const text = { type: 'string' };
const ENTRY_SCHEMA = {
  type: 'object',
  required: ['kind', 'text'],
  properties: { kind: { enum: TERM_KINDS }, text, label: text, category: text },
};
const KIND: Parameter = {
  name: 'kind',
  in: 'query',
  description: 'Of which kind of name. Default: page.',
  schema: { enum: TERM_KINDS },
};

const badRequest = ([first, ...more]: Issues): Response =>
  problem('bad_request', { ...first, errors: [first, ...more] });

const jsonOf = (c: Context): Promise<unknown> => c.req.json().catch(() => undefined);

const countsOf = (names: ReadonlyMap<TermKind, ReadonlySet<string>>): Record<string, number> =>
  Object.fromEntries([...names].map(([kind, texts]) => [kind, texts.size]));

export function siteRoutes(deps: SiteRoutesDeps): readonly Route[] {
  const { registry, readings } = deps;

  const answerSettled = async (c: Context, { site: { slug }, published }: Settled, status: 200 | 201) => {
    const site = await registry.site(slug);
    if (site === undefined) return problem('unknown_site');
    c.header('Cache-Control', 'no-store');
    return c.json({ ...(await showSettings(registry, site)), published }, status);
  };

  const declare = async (c: Context, site: SiteRecord, isDry: boolean): Promise<Response> => {
    const parsed = parseEntries(await jsonOf(c), MAX_ENTRIES);
    if (!parsed.ok) return badRequest(parsed.issues);
    const { added, changed, excess } = await (isDry ? planDeclaring : declareCatalogue)(
      deps,
      site,
      parsed.value,
    );
    if (excess !== null) {
      const { kind, names, ceiling } = excess;
      return problem('conflict', {
        field: `ceilings.${kind}`,
        rule: `there would be ${names} names of this kind, and there may be ${ceiling}`,
      });
    }
    const names = [...added.values()].reduce((sum, texts) => sum + texts.size, 0);
    if (!isDry) note(c, catalogueDetail({ added: names, changed }));
    return c.json({ entries: parsed.value.length, added: countsOf(added), changed });
  };

  return [
    {
      method: 'post',
      path: '/v1/sites',
      area: 'sites',
      summary: 'Adds a site, and publishes what its visitors are asked.',
      rule: { for: 'collector', permission: 'operate' },
      body: {
        type: 'application/json',
        description: 'The id of the site, and of its settings those that are not the default.',
        schema: { type: 'object', required: ['id'], properties: { id: text, ...SETTINGS_SCHEMA } },
        maxBytes: MAX_SETTINGS_BYTES,
      },
      answers: [{ status: 201, description: 'Its settings.', type: 'application/json' }],
      problems: ['bad_request', 'conflict', 'unavailable'],
      answer: async (c) => {
        const asked = readSite(await jsonOf(c));
        if (!asked.ok) return badRequest(asked.issues);
        const added = await addAsked(deps, asked.value);
        if (added === null) return problem('conflict', { field: 'id', rule: 'must be that of no site yet' });
        if (!added.ok) return badRequest(added.issues);
        note(c, added.value.site.slug);
        return answerSettled(c, added.value, 201);
      },
    },
    {
      method: 'get',
      path: '/v1/sites/:site/settings',
      area: 'sites',
      summary: 'The settings of a site, with how many names of each kind it has and may have.',
      rule: MAY_SEE,
      parameters: [SITE],
      answers: [{ status: 200, description: 'The settings.', type: 'application/json' }],
      ofSite: async (c, site) => {
        c.header('Cache-Control', 'no-store');
        return c.json(await showSettings(registry, site));
      },
    },
    {
      method: 'patch',
      path: '/v1/sites/:site/settings',
      area: 'sites',
      summary:
        'Changes the settings that are given. `published` is the statement that visitors are asked again for with it, or null.',
      rule: MAY_CHANGE,
      parameters: [SITE],
      body: {
        type: 'application/json',
        description: 'The settings to change; lists are replaced.',
        schema: { type: 'object', properties: SETTINGS_SCHEMA },
        maxBytes: MAX_SETTINGS_BYTES,
      },
      answers: [{ status: 200, description: 'All settings.', type: 'application/json' }],
      problems: ['bad_request', 'unavailable'],
      ofSite: async (c, site) => {
        const asked = readChanges(await jsonOf(c));
        if (!asked.ok) return badRequest(asked.issues);
        const changed = await changeAsked(deps, site, asked.value);
        if (!changed.ok) return badRequest(changed.issues);
        // What is read now, or waits, is of pages that may not be its own any more.
        if (!hasSamePages(site, changed.value.site)) readings.drop(site);
        note(c, settingsDetail(site, changed.value.site));
        return answerSettled(c, changed.value, 200);
      },
    },
    {
      method: 'get',
      path: '/v1/sites/:site/catalogue',
      area: 'sites',
      summary: `What the store declared of itself, ${PAGE_OF_ENTRIES} entries at a time; \`next\` goes on as \`after\`.`,
      rule: MAY_SEE,
      parameters: [
        SITE,
        KIND,
        { name: 'after', in: 'query', description: 'The last text before. Default: from the first.' },
      ],
      answers: [{ status: 200, description: 'Entries by text.', type: 'application/json' }],
      problems: ['bad_request'],
      ofSite: async (c, site) => {
        const { kind: asked = 'page', after = '' } = c.req.query();
        const kind = TERM_KINDS.find((known) => known === asked);
        if (kind === undefined)
          return problem('bad_request', { field: 'kind', rule: `must be one of ${TERM_KINDS.join(', ')}` });
        const entries = (await registry.catalogue(site.id)).entries(kind).filter(({ text: t }) => t > after);
        const shown = entries.slice(0, PAGE_OF_ENTRIES);
        c.header('Cache-Control', 'no-store');
        return c.json({
          entries: shown,
          next: entries.length > shown.length ? (shown.at(-1)?.text ?? null) : null,
        });
      },
    },
    {
      method: 'patch',
      path: '/v1/sites/:site/catalogue',
      area: 'sites',
      summary:
        'Declares pages, categories and products, so that they are named at once. What is known gets the label and category given, or none.',
      rule: MAY_CHANGE,
      parameters: [
        SITE,
        {
          name: 'dryRun',
          in: 'query',
          description: '1: tells what would be added, and adds nothing.',
          schema: { enum: ['1'] },
        },
      ],
      body: {
        type: 'application/json',
        description: 'What is declared.',
        schema: {
          type: 'object',
          required: ['entries'],
          properties: { entries: { type: 'array', items: ENTRY_SCHEMA, maxItems: MAX_ENTRIES } },
        },
        maxBytes: MAX_CATALOGUE_BYTES,
      },
      answers: [
        {
          status: 200,
          description: 'How many entries there were, how many names are new by kind, and how many changed.',
          type: 'application/json',
        },
      ],
      problems: ['bad_request', 'conflict', 'unavailable'],
      ofSite: (c, site) => declare(c, site, c.req.query('dryRun') === '1'),
    },
    {
      method: 'get',
      path: '/v1/sites/:site/preview',
      area: 'sites',
      summary:
        'How an address would be counted by itself, without what its page says: path, route, category, and whether it has a name.',
      rule: MAY_SEE,
      parameters: [
        SITE,
        {
          name: 'url',
          in: 'query',
          description: 'A whole address, such as `https://shop.example.com/p/heron`.',
          required: true,
        },
      ],
      answers: [{ status: 200, description: 'How it would be counted.', type: 'application/json' }],
      problems: ['bad_request'],
      ofSite: async (c, site) => {
        const url = URL.parse(c.req.query('url') ?? '');
        if (url === null || !/^https?:$/.test(url.protocol))
          return problem('bad_request', { field: 'url', rule: 'must be a whole address of a page' });
        const [dictionary, catalogue] = [
          await registry.dictionary(site.id),
          await registry.catalogue(site.id),
        ];
        c.header('Cache-Control', 'no-store');
        const known = { dictionary, catalogue, mayEmbed: (origin: string) => mayEmbed(origin, site) };
        return c.json(previewAddress(known, site, url));
      },
    },
  ];
}
