/**
 * What is published of consent, for every page and everybody: configuration, statements, wordings, keys, and the
 * description for machines. Says what consent/ made; asks for no cookie and sets none.
 */
import type { KeySet, SignedStatement, StatementList, Wording } from '@holloway/protocol';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { describeConsent } from '../consent/description.ts';
import { languagesOf, siteConfig } from '../consent/site-config.ts';
import type { RelayCheck, RequestHead, Sender } from '../ingest/anonymise.ts';
import { problem } from '../problem.ts';
import type { Registry } from '../site/registry.ts';
import type { SiteRecord, Store } from '../store/store.ts';
import { relayedOnly } from './collect-routes.ts';
import { SITE } from './report-routes.ts';
import { requestHead } from './request-head.ts';
import type { Parameter, Route } from './route.ts';

export interface ConsentDeps {
  readonly store: Store;
  readonly registry: Registry;
  readonly anonymise: (request: RequestHead) => Sender;
  /** Where visitors come through a relay alone. */
  readonly isRelay?: RelayCheck;
  readonly clock: { now(): number };
}

/** By its hash, so it never changes. */
const FOR_GOOD = 'public, max-age=31536000, immutable';
const FIVE_MINUTES = 'public, max-age=300';
/** It depends on where one is, so no cache between may keep it. */
const FIVE_MINUTES_IN_THE_BROWSER = 'private, max-age=300';

/** Errors too, so that the console of a page says what is wrong, and not that the answer may not be read. */
const openToPages = createMiddleware(async (c, next) => {
  await next();
  c.res.headers.set('Access-Control-Allow-Origin', '*');
  c.res.headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
  c.res.headers.set('X-Content-Type-Options', 'nosniff');
});

interface PublishedSite {
  readonly site: SiteRecord;
  readonly chain: readonly SignedStatement[];
  readonly current: SignedStatement;
}

type Answer = (c: Context, published: PublishedSite) => Response | Promise<Response>;

const json = (c: Context, cacheControl: string, body: unknown): Response => {
  c.header('Cache-Control', cacheControl);
  return c.json(body);
};

const noStatement = () => problem('not_found', { field: 'statement', rule: 'must be one of this site' });

const STATEMENT: Parameter = { name: 'id', in: 'path', description: 'The id of the statement.' };
const WORDING: Parameter = {
  name: 'language',
  in: 'path',
  description: 'The language and `.json`, such as `de.json`.',
};
const LANGUAGE: Parameter = {
  name: 'language',
  in: 'query',
  description: 'The language to come first, such as `de`. Default: the first of the policy.',
};

export function consentRoutes(deps: ConsentDeps): readonly Route[] {
  const { store, registry, anonymise, isRelay, clock } = deps;
  /** Lets `answer` speak for a site that asks visitors. */
  const ofPublishedSite =
    (answer: Answer) =>
    async (c: Context): Promise<Response> => {
      const site = await registry.site(c.req.param('site') ?? '');
      if (site === undefined || site.kind === 'archive') return problem('unknown_site');
      const chain = await registry.statements(site.id);
      const current = chain.at(-1);
      if (current === undefined)
        return problem('not_found', { field: 'statement', rule: 'is not published' });
      return answer(c, { site, chain, current });
    };

  const wordingOf = async ({ statement }: SignedStatement, language: string): Promise<string | null> => {
    const hash = Object.entries(statement.wordings).find(([published]) => published === language)?.[1];
    return hash === undefined ? null : store.wording(hash);
  };

  return [
    {
      method: 'get',
      path: '/v1/sites/:site/config.json',
      area: 'consent',
      summary: 'What the script needs to know of the site; says no more than that.',
      rule: { for: 'visitors' },
      parameters: [SITE],
      answers: [{ status: 200, description: 'Configuration.', type: 'application/json' }],
      problems: ['unknown_site', 'not_found', 'forbidden'],
      around: [openToPages, ...relayedOnly(isRelay)],
      answer: ofPublishedSite((c, { site, current }) => {
        // Looked up for this answer, and kept nowhere.
        const { country } = anonymise(requestHead(c)).slices;
        return json(c, FIVE_MINUTES_IN_THE_BROWSER, siteConfig(site, current, country, clock.now()));
      }),
    },
    {
      method: 'get',
      path: '/v1/sites/:site/statements',
      area: 'consent',
      summary: 'The statements that were published, oldest first.',
      rule: { for: 'everyone' },
      parameters: [SITE],
      answers: [{ status: 200, description: 'The list.', type: 'application/json' }],
      problems: ['unknown_site', 'not_found'],
      around: [openToPages],
      answer: ofPublishedSite((c, { site, chain, current }) => {
        const list: StatementList = {
          statements: chain.map(({ id, hash, statement }) => ({
            id,
            hash,
            published: statement.published,
            languages: languagesOf(statement, site),
          })),
          current: current.id,
        };
        return json(c, FIVE_MINUTES, list);
      }),
    },
    {
      method: 'get',
      path: '/v1/sites/:site/statements/:id',
      area: 'consent',
      summary: 'One statement, with its hash, the one before and its signature.',
      rule: { for: 'everyone' },
      parameters: [SITE, STATEMENT],
      answers: [{ status: 200, description: 'The statement.', type: 'application/json' }],
      problems: ['unknown_site', 'not_found'],
      around: [openToPages],
      answer: ofPublishedSite((c, { chain }) => {
        const signed = chain.find(({ id }) => id === c.req.param('id'));
        return signed === undefined ? noStatement() : json(c, FOR_GOOD, signed);
      }),
    },
    {
      method: 'get',
      path: '/v1/sites/:site/statements/:id/:language{[a-z]+\\.json}',
      area: 'consent',
      summary: 'What was shown to visitors in one language: the very bytes that were hashed.',
      rule: { for: 'everyone' },
      parameters: [SITE, STATEMENT, WORDING],
      answers: [{ status: 200, description: 'The wording.', type: 'application/json' }],
      problems: ['unknown_site', 'not_found'],
      around: [openToPages],
      answer: ofPublishedSite(async (c, { chain }) => {
        const signed = chain.find(({ id }) => id === c.req.param('id'));
        if (signed === undefined) return noStatement();
        const text = await wordingOf(signed, (c.req.param('language') ?? '').replace('.json', ''));
        if (text === null)
          return problem('not_found', { field: 'language', rule: 'must be one of the statement' });
        // The very bytes that were hashed.
        return c.body(text, 200, { 'Content-Type': 'application/json', 'Cache-Control': FOR_GOOD });
      }),
    },
    {
      method: 'get',
      path: '/v1/sites/:site/consent.json',
      area: 'consent',
      summary: 'What visitors are asked, described for machines.',
      rule: { for: 'everyone' },
      parameters: [SITE, LANGUAGE],
      answers: [{ status: 200, description: 'The description.', type: 'application/ld+json' }],
      problems: ['bad_request', 'unknown_site', 'not_found'],
      around: [openToPages],
      answer: ofPublishedSite(async (c, { site, current }) => {
        const languages = languagesOf(current.statement, site);
        const asked = c.req.query('language');
        if (asked !== undefined && !languages.some((language) => language === asked)) {
          return problem('bad_request', {
            field: 'language',
            rule: `must be one of ${languages.join(', ')}`,
          });
        }
        const texts = await Promise.all(languages.map((language) => wordingOf(current, language)));
        const wordings = texts.flatMap((text) => (text === null ? [] : [JSON.parse(text) as Wording]));
        const first = wordings.find(({ language }) => language === asked) ?? wordings[0];
        if (first === undefined) return noStatement();
        const described = [first, ...wordings.filter((wording) => wording !== first)] as const;
        c.header('Cache-Control', FIVE_MINUTES);
        return c.json(describeConsent({ slug: site.slug, signed: current, wordings: described }), 200, {
          'Content-Type': 'application/ld+json',
        });
      }),
    },
    {
      method: 'get',
      path: '/v1/keys.json',
      area: 'consent',
      summary: 'The public keys of the signatures of statements.',
      rule: { for: 'everyone' },
      answers: [{ status: 200, description: 'The key set.', type: 'application/json' }],
      around: [openToPages],
      answer: async (c) => {
        const keySet: KeySet = { keys: await store.publicKeys() };
        return json(c, FIVE_MINUTES, keySet);
      },
    },
    {
      method: 'get',
      path: '/.well-known/gpc.json',
      area: 'consent',
      summary: 'That Global Privacy Control is heeded.',
      rule: { for: 'everyone' },
      answers: [
        { status: 200, description: 'As the specification of GPC has it.', type: 'application/json' },
      ],
      around: [openToPages],
      answer: async (c) => {
        const chains = await Promise.all((await registry.sites()).map(({ id }) => registry.statements(id)));
        const [since] = chains.flatMap((chain) => chain[0]?.statement.published ?? []).sort();
        return json(c, FIVE_MINUTES, { gpc: true, ...(since === undefined ? {} : { lastUpdate: since }) });
      },
    },
  ];
}
