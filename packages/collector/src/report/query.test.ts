import { PAGE_REPORTS } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { parseReportQuery } from './query.ts';

const LAST = '2026-11-23';

describe('a question for a report', () => {
  it('without parameters is for the 28 days that end with the last day', () => {
    expect(parseReportQuery({}, LAST)).toEqual({
      ok: true,
      value: {
        from: '2026-10-27',
        to: LAST,
        slice: '*',
        level: 'category',
        deviceDimension: 'model',
        sourceDimension: 'site',
        consentDimension: 'day',
        pages: null,
        format: 'json',
      },
    });
  });

  it('may say everything', () => {
    const asked = {
      from: '2026-11-01',
      to: '2026-11-20',
      slice: 'device:phone',
      level: 'page',
      format: 'csv',
    };
    expect(parseReportQuery({ ...asked, dimension: 'viewport' }, LAST)).toEqual({
      ok: true,
      value: {
        ...asked,
        deviceDimension: 'viewport',
        sourceDimension: 'site',
        consentDimension: 'day',
        pages: null,
      },
    });
    expect(parseReportQuery({ ...asked, dimension: 'statement' }, LAST)).toEqual({
      ok: true,
      value: {
        ...asked,
        deviceDimension: 'model',
        sourceDimension: 'site',
        consentDimension: 'statement',
        pages: null,
      },
    });
  });

  it('for 28 days that end with `to`, where only that is given', () => {
    expect(parseReportQuery({ to: '2026-03-28' }, LAST)).toMatchObject({
      value: { from: '2026-03-01', to: '2026-03-28' },
    });
  });

  it('that ends after the last day ends there', () => {
    expect(parseReportQuery({ from: '2026-11-20', to: '2030-01-01' }, LAST)).toMatchObject({
      value: { from: '2026-11-20', to: LAST },
    });
  });

  it('may be for a single day, the last one too', () => {
    expect(parseReportQuery({ from: LAST, to: LAST }, LAST)).toMatchObject({
      value: { from: LAST, to: LAST },
    });
  });

  it.each([
    { input: { from: '1.11.2026' }, field: 'from', rule: 'must be a date such as 2026-11-23' },
    { input: { from: '2026-02-30' }, field: 'from', rule: 'must be a date such as 2026-11-23' },
    { input: { from: '' }, field: 'from', rule: 'must be a date such as 2026-11-23' },
    { input: { to: 'today' }, field: 'to', rule: 'must be a date such as 2026-11-23' },
    { input: { from: '2026-11-02', to: '2026-11-01' }, field: 'from', rule: /must not be after to/ },
    { input: { from: '2026-11-24' }, field: 'from', rule: /nor after the last day/ },
    { input: { from: '2026-11-24', to: '2026-12-01' }, field: 'from', rule: /nor after the last day/ },
    { input: { slice: 'phone' }, field: 'slice', rule: /combinations are not stored, by design/ },
    { input: { slice: 'device:phone,country:DE' }, field: 'slice', rule: /combinations are not stored/ },
    { input: { slice: 'device:toaster' }, field: 'slice', rule: /must be \* or one slice/ },
    { input: { slice: '__proto__:x' }, field: 'slice', rule: /must be \* or one slice/ },
    { input: { level: 'product' }, field: 'level', rule: 'must be category or page' },
    {
      input: { dimension: 'screen' },
      field: 'dimension',
      rule: 'must be one of model, class, browser, os, viewport, site, kind, day, device, country, statement',
    },
    {
      input: { slice: 'device:phone', dimension: 'country' },
      field: 'dimension',
      rule: /country is a slice itself, and combinations are not stored, by design/,
    },
    {
      input: { slice: 'country:DE', dimension: 'device' },
      field: 'dimension',
      rule: /device is a slice itself/,
    },
    {
      input: { slice: 'country:DE', dimension: 'class' },
      field: 'dimension',
      rule: /class is a slice itself/,
    },
    { input: { slice: 'country:DE', dimension: 'kind' }, field: 'dimension', rule: /kind is a slice itself/ },
    { input: { format: 'xlsx' }, field: 'format', rule: 'must be json or csv' },
  ])('is refused with field and rule for $input', ({ input, field, rule }) => {
    const result = parseReportQuery(input, LAST);
    expect(result).toMatchObject({ ok: false, issue: { field } });
    if (!result.ok) expect(result.issue.rule).toMatch(rule);
  });

  it.each([
    { report: 'devices', dimension: 'day', rule: 'must be one of model, class, browser, os, viewport' },
    { report: 'sources', dimension: 'class', rule: 'must be one of site, kind' },
    { report: 'consent', dimension: 'model', rule: 'must be one of day, device, country, statement' },
  ] as const)('for $report is not asked by $dimension', ({ report, dimension, rule }) => {
    expect(parseReportQuery({ dimension }, LAST, report)).toEqual({
      ok: false,
      issue: { field: 'dimension', rule },
    });
  });

  it.each(PAGE_REPORTS)('for %s may be of one page, or of several', (report) => {
    const pagesOf = (...pages: string[]) => parseReportQuery({}, LAST, report, pages);
    expect(pagesOf('/c/kettles')).toMatchObject({ value: { pages: ['/c/kettles'] } });
    expect(pagesOf('/c/kettles', '(any)')).toMatchObject({ value: { pages: ['/c/kettles', '(any)'] } });
    expect(pagesOf()).toMatchObject({ value: { pages: null } });
    expect(pagesOf(...Array.from({ length: 20 }, (_, i) => `/${i}`))).toMatchObject({ ok: true });
  });

  it.each([
    ['an empty one', [''], 'must be 1 to 200 printable characters'],
    ['one that does not print', ['/', 'a\u0007b'], 'must be 1 to 200 printable characters'],
    ['one that is too long', ['x'.repeat(201)], 'must be 1 to 200 printable characters'],
    ['21 of them', Array.from({ length: 21 }, (_, i) => `/${i}`), 'must not be given more than 20 times'],
  ] as const)('for the heat map is not of pages with %s', (_, pages, rule) => {
    expect(parseReportQuery({}, LAST, 'heatmap', pages)).toEqual({
      ok: false,
      issue: { field: 'page', rule },
    });
  });

  it('for another report does not look at the page', () => {
    expect(parseReportQuery({}, LAST, 'flows', [''])).toMatchObject({ value: { pages: null } });
  });

  it.each([
    {
      report: 'layout',
      slice: 'device:phone',
      rule: 'must be * for layout: crossed with other slices it would be a combination, which is not stored, by design',
    },
    {
      report: 'scroll',
      slice: 'country:DE',
      rule: 'must be * or a device class such as device:phone for scroll: crossed with other slices it would be a combination, which is not stored, by design',
    },
  ] as const)(
    'for $report is refused in the slice $slice, of which nothing is kept',
    ({ report, slice, rule }) => {
      expect(parseReportQuery({ slice }, LAST, report)).toEqual({
        ok: false,
        issue: { field: 'slice', rule },
      });
    },
  );

  it.each([
    { report: 'scroll', slice: 'device:phone' },
    { report: 'funnel', slice: 'country:DE' },
    { report: 'layout', slice: '*' },
  ] as const)('for $report may be in the slice $slice', ({ report, slice }) => {
    expect(parseReportQuery({ slice }, LAST, report)).toMatchObject({ ok: true, value: { slice } });
  });

  it('for consent in a slice may be by day and by statement', () => {
    for (const dimension of ['day', 'statement']) {
      expect(parseReportQuery({ slice: 'device:phone', dimension }, LAST, 'consent')).toMatchObject({
        ok: true,
        value: { slice: 'device:phone', consentDimension: dimension },
      });
    }
  });
});
