import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { openTestAccess, PASSWORD } from '../../test/access.ts';
import { type Entry, openAccessLog } from './access-log.ts';

const MIRA = { kind: 'person', id: '1', name: 'mira@shop.example' } as const;
const REPORT: Entry = {
  actor: MIRA,
  what: 'GET /v1/sites/:site/reports/:report',
  site: 'kettles',
  detail: 'overview 2026-11-01 2026-11-27',
  result: 'granted',
};
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ALL = { limit: 100, offset: 0 };

describe('the log of access', () => {
  it('says who did what, by the minute, newest first', async () => {
    const { access, clock } = await openTestAccess();
    access.record(REPORT);
    clock.ms += MINUTE;
    const change: Entry = { ...REPORT, what: 'PATCH /v1/people/:person', site: null, detail: 'noor' };
    access.record(change);
    expect(access.readLog(ALL)).toEqual([
      { ...change, minute: '2026-11-27T08:16Z', times: 1 },
      { ...REPORT, minute: '2026-11-27T08:15Z', times: 1 },
    ]);
  });

  it('counts what is alike within a minute', async () => {
    const { access, clock } = await openTestAccess();
    for (let times = 0; times < 3; times++) access.record(REPORT);
    access.record({ ...REPORT, result: 'refused' });
    clock.ms += MINUTE;
    access.record(REPORT);
    expect(access.readLog(ALL).map(({ minute, result, times }) => [minute, result, times])).toEqual([
      ['2026-11-27T08:16Z', 'granted', 1],
      ['2026-11-27T08:15Z', 'granted', 3],
      ['2026-11-27T08:15Z', 'refused', 1],
    ]);
  });

  it('is read by days, person, site, and in parts', async () => {
    const { access, clock } = await openTestAccess();
    const noor = { kind: 'key', id: '2', name: 'noor' } as const;
    access.record({ ...REPORT, detail: 'first' });
    clock.ms += DAY;
    access.record({ ...REPORT, detail: 'second', actor: noor });
    access.record({ ...REPORT, detail: 'third', site: 'teapots' });
    access.record({ ...REPORT, detail: 'fourth', site: null });
    const details = (query: object) => access.readLog({ ...ALL, ...query }).map(({ detail }) => detail);
    expect(details({})).toEqual(['second', 'fourth', 'third', 'first']);
    expect(details({ to: '2026-11-27' })).toEqual(['first']);
    expect(details({ from: '2026-11-28' })).toEqual(['second', 'fourth', 'third']);
    expect(details({ from: '2026-11-28', to: '2026-11-28', actor: '2' })).toEqual(['second']);
    expect(details({ site: 'teapots' })).toEqual(['third']);
    expect(details({ limit: 2, offset: 1 })).toEqual(['fourth', 'third']);
  });

  it('shows those of some sites nothing of others, nor what belongs to none', async () => {
    const { access } = await openTestAccess();
    access.record({ ...REPORT, detail: 'theirs' });
    access.record({ ...REPORT, detail: 'of others', site: 'teapots' });
    access.record({ ...REPORT, detail: 'of nobody', site: null });
    const details = (sites: readonly string[]) =>
      access.readLog({ ...ALL, sites }).map(({ detail }) => detail);
    expect(details(['kettles'])).toEqual(['theirs']);
    expect(details([])).toEqual([]);
    expect(details([''])).toEqual([]);
  });

  it('has so many rows of a key and day, then by the hour what is still looked at, and where', async () => {
    const { access, clock } = await openTestAccess();
    clock.ms = Date.parse('2026-11-27T08:15:30Z');
    const key = { kind: 'key', id: '2', name: 'script' } as const;
    const look = (times: number, more: Partial<Entry> = {}) => {
      for (let i = 0; i < times; i++) {
        const detail = `pages ${addDays('1990-01-01', i)} ${addDays('1990-01-02', i)}`;
        access.record({ ...REPORT, actor: key, detail, ...more });
      }
    };
    const counted = () => access.readLog({ limit: 10_000, offset: 0 });
    look(1_200);
    expect(counted()).toHaveLength(1_001);
    look(3, { detail: 'flows 2026-11-01 2026-11-27', site: 'teapots' });
    look(2, { what: 'GET /v1/people', site: null, detail: 'canary' });
    clock.ms += 60 * MINUTE;
    look(300);
    const hourly = counted().filter(({ detail }) => detail.endsWith('more of this hour'));
    const told = hourly.map(({ minute, site, detail, times }) => [minute, site, detail, times]);
    expect(told).toEqual([
      ['2026-11-27T09:00Z', 'kettles', 'pages, more of this hour', 300],
      ['2026-11-27T08:00Z', null, 'more of this hour', 2],
      ['2026-11-27T08:00Z', 'kettles', 'pages, more of this hour', 200],
      ['2026-11-27T08:00Z', 'teapots', 'flows, more of this hour', 3],
    ]);
    clock.ms += DAY;
    look(2);
    expect(counted().filter(({ minute }) => minute.startsWith('2026-11-28'))).toHaveLength(2);
  });

  it('counts refusals apart, whose sites may be made up, and tells all of others', async () => {
    const { access } = await openTestAccess();
    for (let i = 0; i < 1_100; i++) access.record({ ...REPORT, site: `site-${i}`, result: 'refused' });
    access.record(REPORT);
    access.record({ ...REPORT, actor: { ...MIRA, id: '3' }, result: 'refused' });
    const rows = access.readLog({ limit: 10_000, offset: 0 });
    expect(rows.filter(({ actor, result }) => actor.id === '1' && result === 'refused')).toHaveLength(1_001);
    expect(rows.filter(({ site }) => site === null)).toMatchObject([
      { detail: 'overview, more of this hour', times: 100 },
    ]);
    expect(rows.filter(({ site }) => site === 'kettles')).toHaveLength(2);
  });

  it('knows after a new start how many rows there are', async () => {
    const { file, access, clock } = await openTestAccess();
    for (let i = 0; i < 1_000; i++) access.record({ ...REPORT, detail: `overview ${i}` });
    const again = openAccessLog(file);
    again.write({ ...REPORT, detail: 'overview of another day' }, clock.ms);
    again.close();
    expect(access.readLog({ limit: 10_000, offset: 1_000 })).toMatchObject([
      { minute: '2026-11-27T08:00Z', detail: 'overview, more of this hour', times: 1 },
    ]);
  });

  it('is kept for twelve months', async () => {
    const { access, clock } = await openTestAccess();
    access.record(REPORT);
    clock.ms += 366 * DAY;
    await access.tidy();
    expect(access.readLog(ALL)).toHaveLength(1);
    clock.ms += MINUTE;
    await access.tidy();
    expect(access.readLog(ALL)).toEqual([]);
  });

  it('has who signed in, and in whose name somebody tried to', async () => {
    const { access, browser } = await openTestAccess();
    await access.addUser({ email: MIRA.name, password: PASSWORD, role: 'owner' });
    const { id } = await access.userNamed(MIRA.name);
    const mira = browser();
    await mira.signIn(MIRA.name);
    await mira.signIn('MIRA@shop.example', 'wrong');
    await mira.signIn('canary@shop.example', 'wrong');
    await mira.signIn('canaria@shop.example', 'wrong');
    const what = 'POST /api/auth/sign-in/email';
    const at = { minute: '2026-11-27T08:15Z', what, site: null, detail: '' };
    const actor = { kind: 'person', id, name: MIRA.name };
    expect(access.readLog(ALL)).toEqual([
      { ...at, actor: { kind: 'nobody', id: '', name: '' }, result: 'refused', times: 2 },
      { ...at, actor, result: 'granted', times: 1 },
      { ...at, actor, result: 'refused', times: 1 },
    ]);
  });

  it('has who set a password by a link', async () => {
    const { access, browser } = await openTestAccess();
    const { user, link } = await access.invite({ email: MIRA.name, role: 'analyst' });
    const token = link.url.split('/').at(-1);
    await browser().post('/reset-password', { token, newPassword: PASSWORD });
    expect(access.readLog(ALL)).toEqual([
      {
        minute: '2026-11-27T08:15Z',
        actor: { kind: 'person', id: user.id, name: MIRA.name },
        what: 'POST /api/auth/reset-password',
        site: null,
        detail: MIRA.name,
        result: 'granted',
        times: 1,
      },
    ]);
  });

  it('has nothing of what somebody sent who is not known', async () => {
    const { folder, browser } = await openTestAccess();
    const canary = browser('network of a canary');
    await canary.signIn('canary@shop.example', 'canary');
    await canary.post('/reset-password', { token: 'canary', newPassword: 'canary'.repeat(3) });
    const files = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('');
    expect(files).not.toContain('canary');
  });

  it('that cannot be written is told, and whoever asked is answered all the same', async () => {
    const { access, errors } = await openTestAccess();
    access.close();
    access.record(REPORT);
    await access.tidy();
    expect(errors).toHaveLength(2);
  });
});
