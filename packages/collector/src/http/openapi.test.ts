import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { createTestApp } from '../../test/app.ts';
import { assemble, declared } from '../../test/core.ts';
import { misfits } from '../../test/misfits.ts';
import { memoryStore } from '../../test/temporary.ts';
import { VERSION } from '../version.ts';
import { openapi, templateOf } from './openapi.ts';
import type { JsonSchema, Route } from './route.ts';

interface Described {
  readonly paths: { readonly [template: string]: { readonly [method: string]: Operation } };
  readonly info: { readonly version: string };
  readonly components: { readonly schemas: { readonly Problem: JsonSchema } };
}
interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly security: readonly object[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly responses: { readonly [status: string]: unknown };
  readonly 'x-holloway-rule': unknown;
}

async function open() {
  const core = await assemble(memoryStore());
  await core.addSite({}, declared('page', '/a'));
  return createTestApp(core);
}

async function described(): Promise<Described> {
  const { get } = await open();
  return (await (await get('/openapi.json', 'nobody')).json()) as Described;
}

const operations = ({ paths }: Described) =>
  Object.entries(paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ template, method, operation })),
  );

describe('the description for machines', () => {
  it('is a valid document of OpenAPI 3.1', async () => {
    const result = await new Validator().validate((await described()) as object as Record<string, unknown>);
    expect(result).toEqual({ valid: true });
  });

  it('would be found out where it is not', async () => {
    const broken = { ...(await described()), paths: { '/x': { get: { responses: 'none' } } } };
    expect((await new Validator().validate(broken as object as Record<string, unknown>)).valid).toBe(false);
  });

  it('tells the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect((await described()).info.version).toBe(version);
    expect(VERSION).toBe(version);
  });

  it('describes itself and everything beside it, under names of their own', async () => {
    const all = operations(await described());
    expect(all.map(({ method, template }) => `${method} ${template}`)).toEqual(
      expect.arrayContaining([
        'get /openapi.json',
        'get /docs',
        'post /v1/collect',
        'get /v1/sites/{site}/reports/{report}',
        'get /v1/sites/{site}/statements/{id}/{language}',
        'get /{file}',
      ]),
    );
    const ids = all.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says of each who may ask, and names every parameter of its path', async () => {
    for (const { template, operation } of operations(await described())) {
      expect(operation['x-holloway-rule'], template).toHaveProperty('for');
      const named = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const inPath = (operation.parameters ?? []).filter(({ in: place }) => place === 'path');
      expect(inPath.map(({ name, required }) => [name, required]).sort()).toEqual(
        named.map((name) => [name, true]).sort(),
      );
    }
  });

  it('lists the refusals that follow from the rule, the site and the body', () => {
    const route: Route = {
      method: 'post',
      path: '/v1/sites/:site/x',
      area: 'sites',
      summary: 'Something.',
      rule: { for: 'site', permission: 'import' },
      body: { type: 'application/json', description: 'It.', schema: {} },
      answers: [{ status: 200, description: 'Done.' }],
      problems: ['unavailable'],
      ofSite: (c) => c.text(''),
    };
    const { paths } = openapi([route], '1') as object as Described;
    const { post } = paths['/v1/sites/{site}/x'] ?? {};
    expect(Object.keys(post?.responses ?? {})).toEqual(['200', '401', '403', '404', '413', '503']);
    expect(post?.security).toEqual([{ session: [] }, { key: [] }]);
  });

  it('says what a refusal looks like, all the rules that are broken included', async () => {
    const { Problem } = (await described()).components.schemas;
    const { app } = await open();
    const response = await app.request('/v1/sites', {
      method: 'POST',
      headers: { authorization: 'Bearer owner', 'content-type': 'application/json' },
      body: JSON.stringify({ id: 'Canary', k: 2 }),
    });
    const told = await response.json();
    expect({ status: response.status, rules: told.errors.length }).toEqual({ status: 400, rules: 3 });
    expect(misfits(told, Problem)).toEqual([]);
    const broken = { ...told, status: '400', errors: [{ field: 1 }], canary: '' };
    expect(misfits(broken, Problem)).toEqual([
      ...['status is no integer', 'errors[0].rule is missing', 'errors[0].field is no string'],
      'canary is not described',
    ]);
  });

  it('is the same whenever it is asked for, as is the one for people', async () => {
    const { get } = await open();
    for (const path of ['/openapi.json', '/docs']) {
      const texts = await Promise.all([1, 2].map(async () => (await get(path, 'nobody')).text()));
      expect(texts[0]).toBe(texts[1]);
    }
  });

  it.each([
    [
      '/v1/sites/:site/statements/:id/:language{[a-z]+\\.json}',
      '/v1/sites/{site}/statements/{id}/{language}',
    ],
    ['/*', '/{file}'],
    ['/healthz', '/healthz'],
  ])('writes %s as %s', (path, template) => {
    expect(templateOf(path)).toBe(template);
  });
});

describe('the description for people', () => {
  it('has a heading for every route, and may load nothing', async () => {
    const { get } = await open();
    const response = await get('/docs', 'nobody');
    const page = await response.text();
    for (const { template, method } of operations(await described())) {
      expect(page).toContain(`<h3><span>${method.toUpperCase()}</span> ${template}</h3>`);
    }
    expect(response.headers.get('Content-Security-Policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-/,
    );
    expect(page).not.toMatch(/<script|src=|style=/);
  });
});
