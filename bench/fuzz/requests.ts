/**
 * Requests drawn from the collector's own description of itself: a route with what it takes, most of it nearly right.
 * Repeatable: the same seed draws the same requests. Does not send them (run).
 */
import {
  dayAt,
  FACT_NAMES,
  factOf,
  type Increment,
  MAX_BODY_BYTES,
  SOURCES,
  VIEWPORTS,
} from '@holloway/protocol';
import { pick } from '../traffic/random.ts';
import { nonce } from '../traffic/visits.ts';
import { MARK, TEXTS } from './hostile.ts';
import { encoded, meantBy, mutated, type Schema } from './json.ts';

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema?: Schema }[];
  readonly requestBody?: { readonly content: { readonly [type: string]: { readonly schema: Schema } } };
}

/** What `/openapi.json` says. */
export interface Description {
  readonly paths: { readonly [template: string]: { readonly [method: string]: Operation } };
}

export interface Drawn {
  /** Such as `GET /v1/sites/{site}/reports/{report}`. */
  readonly route: string;
  readonly method: string;
  readonly path: string;
  readonly headers: { readonly [name: string]: string };
  readonly body: Uint8Array<ArrayBuffer> | null;
  /** Last part of an address in the network that the request seems to come from. */
  readonly address: string;
}

/** Values of `Authorization` and `Cookie`, of whom they let in. */
export type Credentials = readonly [
  { readonly [name: string]: string },
  ...{ readonly [name: string]: string }[],
];

const ORIGINS = [
  'https://shop.example',
  'http://localhost:8788',
  'null',
  `https://${MARK}.example`,
  '',
] as const;
const AGENTS = [
  'Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0',
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
  `Mozilla/5.0 (Linux; Android 10; ${MARK} Build/${'('.repeat(500)}`,
  `${MARK}${'a'.repeat(4_000)}`,
  'curl/8.0',
  '',
] as const;
const TYPES = [
  'text/plain',
  'text/plain;charset=UTF-8',
  'application/json',
  'text/csv',
  `${MARK}/x`,
  'multipart/form-data',
] as const;
const FORWARDED = [
  '203.0.113.9',
  '2001:db8::1',
  `${MARK}, 10.0.0.1`,
  '256.1.1.1',
  '::ffff:1.2.3.4',
  `"${MARK}`,
  ','.repeat(500),
] as const;
const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'] as const;
const HUGE_BYTES = 10 * 1024 * 1024;

/** A text that may stand in an address; half a character becomes a sign that stands for one. */
const inAddress = (text: string): string => encodeURIComponent(Buffer.from(text).toString());

/** What a header may hold: the rest is tried over sockets. */
const inHeader = (text: string): string => text.replaceAll(/[^\x20-\x7e]/g, '?').trim();

/** @returns Draws the body of a batch that would be counted. */
function batchDrawer(day: string, random: () => number): () => unknown {
  const pages = ['/', '/a', '/b', '/c/kettles', '(other)'] as const;
  const increment = (): Increment => {
    const name = pick(FACT_NAMES as readonly [(typeof FACT_NAMES)[number]], random);
    const { dimensions, people, total } = factOf(name);
    const values = dimensions.map((dimension) => {
      if (dimension.kind === 'count')
        return dimension.min + Math.floor(random() * (dimension.max - dimension.min + 1));
      if (dimension.kind === 'enum') return pick(dimension.values as readonly [string], random);
      return random() < 0.7 ? pick(pages, random) : `/new/${Math.floor(random() * 5_000)}`;
    });
    const first = people ? (Math.floor(random() * 3) as 0 | 1 | 2) : 0;
    return [name, values, 1 + Math.floor(random() * 20), first, total === undefined ? 0 : 7];
  };
  return () => ({
    v: 1,
    site: pick(['shop', 'local'] as const, random),
    day,
    batch: nonce(random),
    statement: '00000000',
    basis: 'chosen',
    slices: { viewport: pick(VIEWPORTS, random), source: pick(SOURCES, random) },
    increments: Array.from({ length: 1 + Math.floor(random() * 4) }, increment),
  });
}

export interface DrawDeps {
  readonly description: Description;
  readonly credentials: Credentials;
  /** Where a session would be ended by its own request. */
  readonly throwaway: Credentials;
  readonly nowMs: number;
  readonly random: () => number;
}

/** What everybody may send without being asked who they are. */
const COLLECT_SHARE = 0.5;

/** Of these, whoever asks is not signed in afterwards. */
const ENDS_SESSION = /sign-out|sessions|change-password|reset-password/;

export function createDraw({ description, credentials, throwaway, nowMs, random }: DrawDeps): () => Drawn {
  const operations = Object.entries(description.paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ template, method, operation })),
  ) as [{ template: string; method: string; operation: Operation }];
  const nextBatch = batchDrawer(dayAt(nowMs, 'UTC'), random);

  const textFor = (schema: Schema = {}): string =>
    random() < 0.6 ? String(meantBy(schema, random)) : pick(TEXTS, random);

  /** As often as a parameter is given: of a list, each of its values. */
  const textsFor = (schema: Schema = {}): string[] => {
    const meant = schema.type === 'array' && random() < 0.6 ? meantBy(schema, random) : null;
    return Array.isArray(meant)
      ? meant.map(String)
      : [textFor(schema.type === 'array' ? schema.items : schema)];
  };

  const pathOf = (template: string, operation: Operation): string => {
    const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const { schema } = operation.parameters?.find((each) => each.name === name) ?? {};
      if (name === 'site') return inAddress(random() < 0.8 ? 'shop' : textFor(schema));
      return inAddress(textFor(schema));
    });
    const query = (operation.parameters ?? [])
      .filter((parameter) => parameter.in === 'query' && random() < 0.5)
      .flatMap(({ name, schema }) => textsFor(schema).map((text) => `${inAddress(name)}=${inAddress(text)}`));
    if (random() < 0.1) query.push(`${inAddress(pick(TEXTS, random))}=${inAddress(pick(TEXTS, random))}`);
    if (random() < 0.05) query.push('from=%ff%fe', 'to=%E0%A4%A', 'slice[]=1', '=', '&&');
    return query.length === 0 ? path : `${path}?${query.join('&')}`;
  };

  const bodyOf = (path: string, operation: Operation): Uint8Array<ArrayBuffer> | null => {
    if (random() < 0.0002) return new Uint8Array(HUGE_BYTES).fill(97);
    if (random() < 0.002) return new Uint8Array(MAX_BODY_BYTES + Math.floor(random() * 3) - 1).fill(97);
    const schema = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
    if (schema === undefined) return random() < 0.05 ? encoded(pick(TEXTS, random), random) : null;
    const meant = path === '/v1/collect' || random() < 0.05 ? nextBatch() : meantBy(schema, random);
    const chance = random();
    if (chance < 0.3) return new TextEncoder().encode(JSON.stringify(meant));
    return encoded(chance < 0.9 ? mutated(meant, random) : mutated(mutated(meant, random), random), random);
  };

  const headersOf = (template: string, type: string | undefined): { [name: string]: string } => {
    const headers: { [name: string]: string } = {
      'user-agent': pick(AGENTS, random),
      'content-type': random() < 0.8 ? (type ?? 'application/json') : pick(TYPES, random),
      ...(random() < 0.8 ? { origin: 'https://shop.example' } : { origin: pick(ORIGINS, random) }),
      ...pick(ENDS_SESSION.test(template) ? throwaway : credentials, random),
    };
    if (random() < 0.2) headers['x-forwarded-for'] = pick(FORWARDED, random);
    if (random() < 0.1) headers['sec-gpc'] = pick(['1', '0', MARK] as const, random);
    if (random() < 0.1)
      headers['accept-encoding'] = pick(['br;q=0', 'gzip', MARK, '*', ';;;'] as const, random);
    if (random() < 0.1) headers['if-none-match'] = `"${MARK}"`;
    if (random() < 0.1)
      headers[pick(['cookie', 'authorization', 'forwarded'] as const, random)] = inHeader(
        pick(TEXTS, random),
      );
    return headers;
  };

  return () => {
    const collect = operations.find(({ template }) => template === '/v1/collect');
    const {
      template,
      method: told,
      operation,
    } = collect !== undefined && random() < COLLECT_SHARE ? collect : pick(operations, random);
    const method = random() < 0.95 ? told : pick(METHODS, random);
    const isElsewhere = random() < 0.05;
    const path = isElsewhere
      ? `/${TEXTS.map(inAddress).at(Math.floor(random() * TEXTS.length)) ?? ''}`
      : pathOf(template, operation);
    const type = Object.keys(operation.requestBody?.content ?? {})[0];
    const takesBody = method !== 'get' && method !== 'head';
    return {
      route: isElsewhere ? 'elsewhere' : `${told.toUpperCase()} ${template}`,
      method: method.toUpperCase(),
      path,
      headers: headersOf(template, type),
      body: takesBody ? bodyOf(template, operation) : null,
      address: `10.${Math.floor(random() * 4)}.${Math.floor(random() * 256)}.1`,
    };
  };
}
