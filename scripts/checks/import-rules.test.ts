import { describe, expect, it } from 'vitest';
import { checkImports } from './import-rules.ts';
import { parseModule } from './module.ts';
import { readSourceTree } from './source-tree.ts';

const findingsOf = (file: string, source: string): string[] =>
  checkImports([parseModule(file, source)]).map(({ line, message }) => `${line}: ${message}`);

describe('the import rules find', () => {
  it.each([
    {
      what: 'a protocol that knows the SDK',
      file: 'packages/protocol/src/batch.ts',
      source: `import { fold } from '@holloway/sdk/visit';`,
      finding: '1: protocol must not import sdk/src/visit: it may import nothing else',
    },
    {
      what: 'an SDK that knows the statistics',
      file: 'packages/sdk/src/visit/visit.ts',
      source: `import { quantile } from '@holloway/insight';`,
      finding: '1: sdk must not import insight/src: it may import protocol',
    },
    {
      what: 'statistics that know the SDK, by types alone',
      file: 'packages/insight/src/rates.ts',
      source: `import type { Visit } from '@holloway/sdk';`,
      finding: '1: insight must not import sdk/src: it may import protocol',
    },
    {
      what: 'a dashboard that knows the collector, by a relative path',
      file: 'packages/dashboard/src/main.tsx',
      source: `import '../../collector/src/report/report.ts';`,
      finding: '1: dashboard must not import collector/src/report/report.ts: it may import protocol, insight',
    },
    {
      what: 'a collector that knows the dashboard, when it is needed',
      file: 'packages/collector/src/http/assets.ts',
      source: `\nconst dashboard = await import('@holloway/dashboard');`,
      finding: '2: collector must not import dashboard/src: it may import protocol, sdk, insight',
    },
    {
      what: 'a package that knows an example',
      file: 'packages/collector/src/demo/history.ts',
      source: `export * from '@holloway/example-storefront';`,
      finding: '1: a package must not import examples/storefront/src',
    },
    {
      what: 'a package that brings a dependency into the browser',
      file: 'packages/sdk/src/transport/send.ts',
      source: `import axios from 'axios';`,
      finding: '1: sdk must not import axios: it has no dependencies and runs anywhere',
    },
    {
      what: 'a package that needs Node',
      file: 'packages/protocol/src/path.ts',
      source: `import path from 'node:path';`,
      finding: '1: protocol must not import node:path: it has no dependencies and runs anywhere',
    },
    {
      what: 'a store that knows who writes to it',
      file: 'packages/collector/src/store/sqlite.ts',
      source: `import { commit } from '../ingest/commit.ts';`,
      finding: '1: store must not import ingest/commit.ts: it may import beside',
    },
    {
      what: 'a store that knows reports',
      file: 'packages/collector/src/store/read.ts',
      source: `type Row = import('../report/rows.ts').Row;`,
      finding: '1: store must not import report/rows.ts: it may import beside',
    },
    {
      what: 'an intake that knows reports',
      file: 'packages/collector/src/ingest/commit.ts',
      source: `import { createRelease } from '../report/release.ts';`,
      finding: '1: ingest must not import report/release.ts: it may import store, site, network, problem.ts',
    },
    {
      what: 'a report that goes round the release',
      file: 'packages/collector/src/report/report.ts',
      source: `import type { Store } from '../store/store.ts';`,
      finding: '1: report must not import store/store.ts: it may import site, problem.ts',
    },
    {
      what: 'a release that knows requests',
      file: 'packages/collector/src/report/release.ts',
      source: `import { app } from '../http/app.ts';`,
      finding: '1: report/release.ts must not import http/app.ts: it may import store, site',
    },
    {
      what: 'a part that knows how it is put together',
      file: 'packages/collector/src/site/registry.ts',
      source: `import { openCore } from '../collector.ts';`,
      finding: '1: site must not import collector.ts: it may import store, network',
    },
    {
      what: 'a folder that has no place yet',
      file: 'packages/collector/src/profile/profile.ts',
      source: `import { Store } from '../store/store.ts';`,
      finding: '1: profile/profile.ts has no place in the table of scripts/checks/import-rules.ts',
    },
    {
      what: 'a second reader of headers in the intake',
      file: 'packages/collector/src/ingest/collect.ts',
      source: `const agent = context.req.header('user-agent');`,
      finding: '1: must not read a header of a request: ingest/anonymise.ts does, for everyone',
    },
    {
      what: 'headers that are read from the request as it came',
      file: 'packages/collector/src/http/app.ts',
      source: `export const route = (c) =>\n  c.req.raw.headers.get('referer');`,
      finding: '2: must not read a header of a request: ingest/anonymise.ts does, for everyone',
    },
    {
      what: 'headers that are taken apart',
      file: 'packages/collector/src/ingest/collect.ts',
      source: `export const collect = ({ headers }) => [...headers];`,
      finding: '1: must not read headers of a request: ingest/anonymise.ts does, for everyone',
    },
    {
      what: 'an address that is read from the socket',
      file: 'packages/collector/src/ingest/limit.ts',
      source: `const key = socket.remoteAddress;`,
      finding: '1: must not read remoteAddress of a request: ingest/anonymise.ts does, for everyone',
    },
    {
      what: 'an address that is asked of the server',
      file: 'packages/collector/src/site/registry.ts',
      source: `const key = getConnInfo(context).remote;`,
      finding: '1: must not read getConnInfo of a request: ingest/anonymise.ts does, for everyone',
    },
  ])('$what', ({ file, source, finding }) => {
    expect(findingsOf(file, source)).toEqual([finding]);
  });
});

describe('the import rules allow', () => {
  it.each([
    ['the way down', 'packages/collector/src/http/app.ts', `import { x } from '../report/report.ts';`],
    [
      'the way down over packages',
      'packages/dashboard/src/main.tsx',
      `import { x } from '@holloway/protocol';`,
    ],
    ['a folder of its own', 'packages/collector/src/report/rows.ts', `import { x } from './release.ts';`],
    [
      'the release to read the store',
      'packages/collector/src/report/release.ts',
      `import { x } from '../store/store.ts';`,
    ],
    [
      'a test to set up a store',
      'packages/collector/src/report/report.test.ts',
      `import { x } from '../store/sqlite.ts';`,
    ],
    [
      'anonymise to read headers',
      'packages/collector/src/ingest/anonymise.ts',
      `const x = headers.get('origin');`,
    ],
    [
      'headers of an answer to be set',
      'packages/collector/src/ingest/collect.ts',
      `response.headers.set('Vary', 'Origin');`,
    ],
    [
      'an example to use everything',
      'examples/storefront/src/index.ts',
      `import { x } from '@holloway/sdk/visit';`,
    ],
  ])('%s', (_what, file, source) => {
    expect(findingsOf(file, source)).toEqual([]);
  });

  it('the source as it is', () => {
    const modules = readSourceTree();
    expect(modules.length).toBeGreaterThan(50);
    expect(checkImports(modules)).toEqual([]);
  });
});

describe('a source that cannot be parsed', () => {
  it('is an error that names the file', () => {
    expect(() => parseModule('packages/sdk/src/broken.ts', 'import {')).toThrow('packages/sdk/src/broken.ts');
  });
});
