import { dayAt, type SignedStatement } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { SHOP } from '../../test/core.ts';
import type { SiteRecord } from '../store/store.ts';
import {
  CATALOGUE_CHANGED,
  CATALOGUE_TAKEN,
  type Change,
  catalogueDetail,
  eventsOf,
  SETTINGS_CHANGED,
  settingsDetail,
} from './events.ts';

const site = (more: Partial<SiteRecord> = {}): SiteRecord => ({
  ...SHOP,
  id: 1,
  sealedThrough: null,
  ...more,
});
const published = (id: string, day: string) => ({ id, statement: { published: day } }) as SignedStatement;
const change = (what: string, detail: string, at: string): Change => ({ what, detail, ms: Date.parse(at) });
const told = (changes: readonly Change[], timeZone = 'UTC') =>
  eventsOf([], changes, (ms) => dayAt(ms, timeZone));

describe('what the log is told of a change', () => {
  it('names the settings that count otherwise from now on, and no other', () => {
    const after = site({ k: 5, name: 'New', routes: [{ pattern: '/c/*' }], sealedThrough: 3 });
    expect(settingsDetail(site(), after)).toBe('k routes');
    expect(settingsDetail(site(), site({ name: 'New', provenance: 'Ours' }))).toBe('');
  });

  it('says how many names of the catalogue are new or others, or nothing', () => {
    expect(catalogueDetail({ added: 2, changed: 1 })).toBe('added 2 changed 1');
    expect(catalogueDetail({ added: 0, changed: 0 })).toBe('');
  });
});

describe('events', () => {
  it('are every statement on its day, beside what else was', () => {
    const changes = [change(SETTINGS_CHANGED, 'k', '2026-11-20T12:00Z')];
    const statements = [published('aaaaaaaa', '2026-11-19'), published('bbbbbbbb', '2026-11-21')];
    expect(eventsOf(statements, changes, (ms) => dayAt(ms, 'UTC'))).toEqual([
      { kind: 'statement', day: '2026-11-19', statement: 'aaaaaaaa' },
      { kind: 'settings', day: '2026-11-20', settings: ['k'] },
      { kind: 'statement', day: '2026-11-21', statement: 'bbbbbbbb' },
    ]);
  });

  it('are one a day of settings, with each that was changed once', () => {
    expect(
      told([
        change(SETTINGS_CHANGED, 'routes', '2026-11-20T15:00Z'),
        change(SETTINGS_CHANGED, 'k routes', '2026-11-20T12:00Z'),
      ]),
    ).toEqual([{ kind: 'settings', day: '2026-11-20', settings: ['k', 'routes'] }]);
  });

  it('are one a day of the catalogue, added up', () => {
    expect(
      told([
        change(CATALOGUE_CHANGED, 'added 2 changed 1', '2026-11-20T15:00Z'),
        change(CATALOGUE_TAKEN, 'added 10 changed 0', '2026-11-20T12:00Z'),
      ]),
    ).toEqual([{ kind: 'catalogue', day: '2026-11-20', added: 12, changed: 1 }]);
  });

  it('are on the day of the site, not that of the log', () => {
    expect(told([change(SETTINGS_CHANGED, 'k', '2026-11-20T23:30Z')], 'Europe/Berlin')).toMatchObject([
      { day: '2026-11-21' },
    ]);
  });

  it('are none where nothing of what is counted is another', () => {
    expect(
      told([
        change(SETTINGS_CHANGED, '', '2026-11-20T12:00Z'),
        change(SETTINGS_CHANGED, 'something', '2026-11-20T12:00Z'),
        change(CATALOGUE_CHANGED, '', '2026-11-20T12:00Z'),
      ]),
    ).toEqual([]);
  });
});
