/** The table of routes as an OpenAPI 3.1 document. Pure; says what is mounted, and nothing that is not. */
import type { Problem } from '@holloway/protocol';
import { type ProblemCode, problemTitle } from '../problem.ts';
import {
  type Answer,
  isReadingLimited,
  type JsonSchema,
  type Parameter,
  type Route,
  type Rule,
} from './route.ts';

export const AREAS = {
  collect: 'What pages send',
  consent: 'What is published of consent',
  reports: 'What a merchandiser reads',
  workspace: 'What people keep beside the numbers of a site',
  sites: 'Sites, their catalogues and their history',
  privacy: 'What is kept, and how that is shown',
  access: 'People, keys, and who asked for what',
  operation: 'For whoever runs the collector',
  files: 'The script and the dashboard',
} as const satisfies { readonly [area in Route['area']]: string };

const WILDCARD = /\*$/;
/** Hono's parameters, with a pattern or without. */
const PARAMETER = /:(\w+)(\{[^}]*\})?/g;

/** `/v1/sites/{site}/reports/{report}` */
export const templateOf = (path: string): string =>
  path.replace(PARAMETER, '{$1}').replace(WILDCARD, '{file}');

/** In words, for people: who may ask. */
export function ruleInWords(rule: Rule): string {
  switch (rule.for) {
    case 'everyone':
      return 'Everybody.';
    case 'visitors':
      return 'Pages of the site.';
    case 'known':
      return 'Whoever is signed in, or has a key.';
    case 'person':
      return 'Whoever is signed in.';
    case 'site':
      return [
        `${rule.by === 'person' ? 'Whoever is signed in and' : 'Who'} holds the permission \`${rule.permission}\``,
        rule.or === undefined ? '' : ` or \`${rule.or}\``,
        ` on the site${rule.shared === true ? ', or has a link to a view of it' : ''}.`,
      ].join('');
    case 'share':
      return 'Whoever has a link to a view.';
    case 'collector':
      return `Who holds the permission \`${rule.permission}\` on the whole collector.`;
  }
}

const isOpen = ({ for: whom }: Rule): boolean => whom === 'everyone' || whom === 'visitors';

/** Those that follow from the rule, the site and the body, then those of its own. */
function problemsOf(route: Route): readonly ProblemCode[] {
  const { rule, body, problems = [] } = route;
  const refused: ProblemCode[] = isOpen(rule)
    ? []
    : rule.for === 'known'
      ? ['unauthenticated']
      : ['unauthenticated', 'forbidden'];
  const site: ProblemCode[] = rule.for === 'site' ? ['unknown_site'] : [];
  const long: ProblemCode[] = body === undefined ? [] : ['too_large'];
  const often: ProblemCode[] = isReadingLimited(route) ? ['rate_limited'] : [];
  return [...new Set([...refused, ...site, ...long, ...often, ...problems])];
}

const TEXT: JsonSchema = { type: 'string' };

const parameterOf = ({ name, in: place, description, schema = TEXT, required }: Parameter): JsonSchema => ({
  name,
  in: place,
  description,
  required: required ?? place === 'path',
  schema,
});

/** A wildcard has no name of its own. */
const parametersOf = ({ path, parameters = [] }: Route): readonly Parameter[] =>
  WILDCARD.test(path)
    ? [...parameters, { name: 'file', in: 'path', description: 'The path of the file.' }]
    : parameters;

/** Answers of one status in several types are one answer. */
function answersOf(answers: readonly Answer[]): JsonSchema {
  return Object.fromEntries(
    [...new Set(answers.map(({ status }) => status))].map((status) => {
      const same = answers.filter((each) => each.status === status);
      const content = same.flatMap(({ type, schema = {} }) =>
        type === undefined ? [] : [[type, { schema }] as const],
      );
      const description = same.map((each) => each.description).join(' ');
      return [
        status,
        { description, ...(content.length === 0 ? {} : { content: Object.fromEntries(content) }) },
      ];
    }),
  );
}

function refusalsOf(route: Route): JsonSchema {
  const titles = problemsOf(route).map(problemTitle);
  return Object.fromEntries(
    [...new Set(titles.map(({ status }) => status))].map((status) => [
      status,
      {
        description: titles
          .filter((each) => each.status === status)
          .map(({ title }) => `${title}.`)
          .join(' '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

/** `getV1SitesReports`: method and the fixed parts of the path. */
function operationId({ method, path }: Route): string {
  const words = templateOf(path)
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
  return method + words.map((word) => word[0]?.toUpperCase() + word.slice(1)).join('');
}

function securityOf(rule: Rule): readonly JsonSchema[] {
  if (isOpen(rule)) return [];
  if (rule.for === 'share') return [{ key: [] }];
  const isPersonal = rule.for === 'person' || (rule.for === 'site' && rule.by === 'person');
  return isPersonal ? [{ session: [] }] : [{ session: [] }, { key: [] }];
}

function operationOf(route: Route): JsonSchema {
  const { area, summary, rule, body, answers } = route;
  const parameters = parametersOf(route).map(parameterOf);
  return {
    operationId: operationId(route),
    tags: [area],
    summary,
    description: `Who may ask: ${ruleInWords(rule)}`,
    security: securityOf(rule),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            description: body.description,
            content: { [body.type]: { schema: body.schema } },
          },
        }),
    responses: { ...answersOf(answers), ...refusalsOf(route) },
    'x-holloway-rule': rule,
  };
}

const BROKEN_RULE = { field: TEXT, rule: TEXT };

const PROBLEM: JsonSchema = {
  description: 'RFC 9457. Names the field and the rule that it breaks, never its value.',
  type: 'object',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: TEXT,
    status: { type: 'integer' },
    ...BROKEN_RULE,
    errors: {
      description: 'Where more than one rule is broken: all of them, the first among them.',
      type: 'array',
      items: { type: 'object', required: ['field', 'rule'], properties: BROKEN_RULE },
    },
  } satisfies { readonly [member in keyof Problem]-?: JsonSchema },
};

/** @param version Of Holloway. */
export function openapi(routes: readonly Route[], version: string): JsonSchema {
  const paths: { [template: string]: { [method: string]: JsonSchema } } = {};
  for (const route of routes) {
    const template = templateOf(route.path);
    paths[template] = { ...paths[template], [route.method]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Holloway',
      version,
      description:
        'Cookie consent and anonymous analytics for online stores: everything the collector can be asked.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'The collector that this comes from.' }],
    tags: Object.entries(AREAS).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: { Problem: PROBLEM },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'holloway.session_token' },
        key: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}
