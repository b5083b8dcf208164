/** What an outsider is shown: the audit, for those who see to privacy; and for everybody, what is counted at all. */
import type { Wording } from '@holloway/protocol';
import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import type { AskAudit } from '../audit/audit-beside.ts';
import { languagesOfPage, transparencyOf } from '../audit/transparency.ts';
import { TRANSPARENCY_POLICY, transparencyPage } from '../audit/transparency-page.ts';
import { PAGE_LANGUAGES } from '../audit/words/index.ts';
import { versionOf } from '../consent/publish.ts';
import { languagesOf } from '../consent/site-config.ts';
import { problem } from '../problem.ts';
import type { Registry } from '../site/registry.ts';
import type { SiteRecord, Store } from '../store/store.ts';
import { SITE } from './report-routes.ts';
import type { Route } from './route.ts';

export interface AuditRoutesDeps {
  readonly store: Pick<Store, 'wording'>;
  readonly registry: Registry;
  readonly audit: AskAudit;
  readonly clock: { now(): number };
}

const FIVE_MINUTES = 'public, max-age=300';
const FORMATS = ['html', 'json'] as const;
type Format = (typeof FORMATS)[number];

/** As the address says; else a page for browsers, and data for everything that does not ask for one. */
function formatOf(c: Context): Format | undefined {
  const asked = c.req.query('format');
  if (asked !== undefined) return FORMATS.find((known) => known === asked);
  const type = accepts(c, {
    header: 'Accept',
    supports: ['application/json', 'text/html'],
    default: 'application/json',
  });
  return type === 'text/html' ? 'html' : 'json';
}

export function auditRoutes({ store, registry, audit, clock }: AuditRoutesDeps): readonly Route[] {
  async function answerTransparency(c: Context): Promise<Response> {
    const site = await registry.site(c.req.param('site') ?? '');
    // An archive asks nobody, and so counts nobody.
    if (site === undefined || site.kind === 'archive') return problem('unknown_site');
    const signed = (await registry.statements(site.id)).at(-1);
    if (signed === undefined) return problem('not_found', { field: 'statement', rule: 'is not published' });
    const format = formatOf(c);
    if (format === undefined) {
      return problem('bad_request', { field: 'format', rule: `must be one of ${FORMATS.join(', ')}` });
    }
    const published = (await versionOf(store, signed)).wordings;
    const wordings = languagesOf(signed.statement, site).flatMap((language): Wording[] =>
      published.filter((wording) => wording.language === language),
    );
    const languages = languagesOfPage(wordings);
    const asked = c.req.query('language');
    const language = languages.find((each) => each === asked);
    if (asked !== undefined && language === undefined) {
      return problem('bad_request', { field: 'language', rule: `must be one of ${languages.join(', ')}` });
    }
    const told = transparencyOf({ site, signed, wordings, language: language ?? null });
    c.header('Cache-Control', FIVE_MINUTES);
    c.header('Vary', 'Accept');
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'no-referrer');
    c.header('Content-Language', told.language);
    if (format === 'json') {
      c.header('Access-Control-Allow-Origin', '*');
      return c.json(told);
    }
    c.header('Content-Security-Policy', TRANSPARENCY_POLICY);
    return c.html(await transparencyPage(told));
  }

  async function answerAudit(c: Context, { slug }: SiteRecord): Promise<Response> {
    const told = await audit(slug, clock.now());
    c.header('Cache-Control', 'no-store');
    return told === null ? problem('unknown_site') : c.json(told);
  }

  return [
    {
      method: 'get',
      path: '/v1/sites/:site/audit',
      area: 'privacy',
      summary:
        'What is stored of a site, and whether every promise about it holds. Exact figures of what is not sealed are for whoever has the file: `holloway audit`.',
      rule: { for: 'site', permission: 'privacy' },
      parameters: [SITE],
      answers: [{ status: 200, description: 'The audit.', type: 'application/json' }],
      problems: ['unavailable'],
      ofSite: answerAudit,
    },
    {
      method: 'get',
      path: '/v1/sites/:site/transparency',
      area: 'privacy',
      summary:
        'What is counted of visitors and what never is, for everybody; made from what the program may count.',
      rule: { for: 'everyone' },
      parameters: [
        SITE,
        {
          name: 'format',
          in: 'query',
          description: 'Default: as `Accept` says; without it json.',
          schema: { type: 'string', enum: FORMATS },
        },
        {
          name: 'language',
          in: 'query',
          description: 'Default: the first of the site’s that the page has, else English.',
          schema: { type: 'string', enum: PAGE_LANGUAGES },
        },
      ],
      answers: [
        { status: 200, description: 'The list.', type: 'application/json' },
        { status: 200, description: 'The same as a page without a script.', type: 'text/html' },
      ],
      problems: ['bad_request', 'unknown_site', 'not_found'],
      answer: answerTransparency,
    },
  ];
}
