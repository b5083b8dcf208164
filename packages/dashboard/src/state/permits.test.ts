import { describe, expect, it } from 'vitest';
import { screensFor } from './permits.ts';

describe('the screens', () => {
  it('of an owner are all', () => {
    expect(screensFor(['read', 'privacy', 'settings', 'people', 'operate', 'metrics'])).toEqual([
      'overview',
      'actions',
      'paths',
      'categories',
      'pages',
      'layout',
      'products',
      'search',
      'funnel',
      'experiments',
      'visits',
      'devices',
      'countries',
      'sources',
      'preferences',
      'consent',
      'privacy',
      'account',
      'people',
      'keys',
      'settings',
    ]);
  });

  it('of a merchandiser are the reports, and their own account', () => {
    expect(screensFor(['read'])).toEqual([
      'overview',
      'actions',
      'paths',
      'categories',
      'pages',
      'layout',
      'products',
      'search',
      'funnel',
      'experiments',
      'visits',
      'devices',
      'countries',
      'sources',
      'preferences',
      'consent',
      'account',
    ]);
  });

  it('of an auditor are consent, privacy, and their own account', () => {
    expect(screensFor(['privacy'])).toEqual(['consent', 'privacy', 'account']);
  });

  it('of somebody who may nothing are their own account', () => {
    expect(screensFor([])).toEqual(['account']);
  });
});
