import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './run.ts';

/** Whoever adds a name to these lists promises to keep it. */
describe('the names that a package exports', () => {
  it.each([
    {
      name: '@holloway/protocol',
      entry: 'packages/protocol/src/index.ts',
      names: [
        'ACTION_STATES',
        'ALL',
        'ANY',
        'BROWSERS',
        'BROWSER_SLICE_KINDS',
        'BUCKET_COUNT',
        'CATEGORIES',
        'CHOICES',
        'CONSENT_DIMENSIONS',
        'CONTROL',
        'COUNTING_SETTINGS',
        'DATA_GROUPS',
        'DELIVERY_STATES',
        'DEVICES',
        'DEVICE_DIMENSIONS',
        'DIGEST_FAULTS',
        'DIGEST_FIGURES',
        'DIGEST_LANGUAGES',
        'DIGEST_LIMITS',
        'DIGEST_VERSION',
        'ENTRY',
        'EXPERIMENT_METRICS',
        'EXPERIMENT_STATES',
        'FACTS',
        'FACT_NAMES',
        'FAULT_REASONS',
        'FIND_ROUTES',
        'FUNNEL_STAGES',
        'JURISDICTIONS',
        'KEY_PERMISSIONS',
        'LANGUAGES',
        'LAYOUT_RATES',
        'LEVELS',
        'MAX_BODY_BYTES',
        'MAX_INCREMENTS',
        'MAX_N',
        'MAX_TERM_LENGTH',
        'MAX_TOTAL',
        'MODELS',
        'OTHER',
        'OUTCOMES',
        'OVERLAY_CODE',
        'OVERLAY_LANGUAGES',
        'OVERLAY_MARK',
        'PAGE_REPORTS',
        'PAGE_TYPES',
        'PERMISSIONS',
        'POSITIONS',
        'RECEIPT_SCHEMA',
        'REPORT_NAMES',
        'RETENTION',
        'RIGHT_TO_LEFT',
        'ROLES',
        'SITE_KINDS',
        'SLICE_KINDS',
        'SLICE_TWINS',
        'SOURCES',
        'SOURCE_DIMENSIONS',
        'STRICTEST_POLICY',
        'SUMS',
        'SURFACES',
        'SYSTEMS',
        'TERM_KINDS',
        'TWINS',
        'VIEWPORTS',
        'VISITORS',
        'WIRE_VERSION',
        'WORKSPACE_LIMITS',
        'addDays',
        'bucketOf',
        'canonicalJson',
        'categoryNode',
        'csvOf',
        'dayAt',
        'dayFromNumber',
        'dayNumber',
        'encodeBatch',
        'factOf',
        'fillIn',
        'isDay',
        'isFactName',
        'isPrintable',
        'isSiteId',
        'isSliceValue',
        'jurisdictionOf',
        'localTime',
        'localTimeBy',
        'lowerEdgeMs',
        'modelFor',
        'normalisePath',
        'offsetsOf',
        'outcomeOf',
        'parseBatch',
        'parseHistoricalBatch',
        'parseSlice',
        'sliceName',
        'sortIncrements',
        'withPayload',
      ],
    },
    {
      name: '@holloway/insight',
      entry: 'packages/insight/src/index.ts',
      names: [
        'LEAST_JUDGED',
        'STOP_AT',
        'advise',
        'adviseInParts',
        'balance',
        'beforeAfter',
        'bounceRate',
        'deadEnds',
        'exitRate',
        'figuresOf',
        'inWindow',
        'isToldPromptly',
        'judgedEndings',
        'layoutEvents',
        'layoutVerdicts',
        'pagesPerVisit',
        'partsOf',
        'quantile',
        'rank',
        'rateDifference',
        'rateRatio',
        'shareOf',
        'shiftsBeyondChance',
        'tellingOf',
        'visitsForLift',
        'visitsNeeded',
        'whatChanged',
        'wilson',
      ],
    },
    { name: '@holloway/sdk', entry: 'packages/sdk/src/index.ts', names: ['start'] },
    {
      name: '@holloway/sdk/describe',
      entry: 'packages/sdk/src/describe/index.ts',
      names: [
        'asText',
        'categoryOfBreadcrumbs',
        'declaredTerm',
        'describePage',
        'isOfType',
        'listElements',
        'observedTerm',
        'pathOf',
        'readLinkedData',
        'routedPage',
      ],
    },
    {
      name: '@holloway/sdk/relay',
      entry: 'packages/sdk/src/relay/index.ts',
      names: ['createRelay', 'keepChoice'],
    },
    {
      name: '@holloway/sdk/visit',
      entry: 'packages/sdk/src/visit/index.ts',
      names: [
        'REACH_DAYS',
        'VISIT_TIMEOUT_MS',
        'addToTally',
        'cellKey',
        'createLedger',
        'fold',
        'takeIncrements',
        'unmarkTally',
      ],
    },
  ])('$name are these', async ({ entry, names }) => {
    const module = await import(path.join(ROOT, entry));
    expect(Object.keys(module).sort()).toEqual(names);
  });
});

describe.each(['protocol', 'insight', 'sdk', 'collector'])('the published package %s', (name) => {
  const manifest = JSON.parse(readFileSync(path.join(ROOT, 'packages', name, 'package.json'), 'utf8'));
  const published = manifest.publishConfig.exports;

  it('has the same entries as the sources, and no other', () => {
    expect(Object.keys(published)).toEqual(Object.keys(manifest.exports));
  });

  it('has each entry where its source is built to, with types first where it is a library', () => {
    const out = name === 'sdk' ? './dist/esm/' : './dist/';
    for (const [entry, source] of Object.entries<string>(manifest.exports)) {
      const built = source.replace('./src/', out).replace(/\.ts$/, '');
      const library = `{"types":"${built}.d.ts","default":"${built}.js"}`;
      // The collector is a program: it is run, or started by another, and ships no types.
      const program = `"${built}.js"`;
      expect(JSON.stringify(published[entry])).toBe(name === 'collector' ? program : library);
    }
  });

  it('ships nothing but what was built', () => {
    expect(manifest.files).toEqual(['dist']);
  });
});
