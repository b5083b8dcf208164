import type { Experiment } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import {
  type AskedExperiment,
  changeIssues,
  experimentEntries,
  experimentIssues,
  runningOn,
} from './experiments.ts';

const HALVES = [{ name: 'a', share: 50 }, { name: 'b', share: 50 }]; // biome-ignore format: a list
const HERO: Experiment = {
  id: 'hero',
  title: 'A promise at the head',
  arms: HALVES,
  metric: 'order',
  status: 'running',
  from: '2026-11-01',
};

const named = (id: string, more: Partial<Experiment> = {}): Experiment => ({ ...HERO, id, ...more });
const said = (...experiments: readonly AskedExperiment[]) =>
  experimentIssues(experiments).map(({ field, rule }) => `${field} ${rule}`);

describe('a layout test', () => {
  it.each<Partial<Experiment>>([
    {},
    { pages: '/c/:top' },
    { metric: 'clicked', zone: 'hero' },
    { metric: 'order', zone: 'hero' },
    { status: 'ended', to: '2026-11-01' },
    { arms: ['a', 'b', 'c', 'columns-4'].map((name) => ({ name, share: 25 })) },
  ])('may have %j', (more) => {
    expect(said(named('hero', more))).toEqual([]);
  });

  it.each<{ given: Partial<AskedExperiment>; said: RegExp }>([
    { given: { id: 'Hero' }, said: /^experiments\[0\]\.id must be 1 to 32 lower-case/ },
    { given: { title: '' }, said: /^experiments\[0\]\.title must be 1 to 200 printable/ },
    { given: { arms: [{ name: 'a', share: 100 }] }, said: /^experiments\[0\]\.arms must be 2 to 4/ },
    {
      given: { arms: ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, share: 20 })) },
      said: /^experiments\[0\]\.arms must be 2 to 4/,
    },
    {
      given: { arms: [{ name: 'a', share: 50 }, { name: 'a', share: 50 }] }, // biome-ignore format: a list
      said: /^experiments\[0\]\.arms must have a name each/,
    },
    {
      given: { arms: [{ name: 'b', share: 50 }, { name: 'a', share: 50 }] }, // biome-ignore format: a list
      said: /^experiments\[0\]\.arms\[0\]\.name must be a: the page as it is/,
    },
    {
      given: { arms: [{ name: 'a', share: 50 }, { name: 'B 1', share: 50 }] }, // biome-ignore format: a list
      said: /^experiments\[0\]\.arms\[1\]\.name must be 1 to 32/,
    },
    {
      given: { arms: [{ name: 'a', share: 50 }, { name: 'b', share: 49 }] }, // biome-ignore format: a list
      said: /^experiments\[0\]\.arms must have 100 hundredths in all/,
    },
    {
      given: { arms: [{ name: 'a', share: 99.5 }, { name: 'b', share: 0.5 }] }, // biome-ignore format: a list
      said: /^experiments\[0\]\.arms\[0\]\.share must be a whole number from 1 to 99/,
    },
    { given: { pages: 'home' }, said: /^experiments\[0\]\.pages must begin with a slash/ },
    { given: { metric: 'revenue' }, said: /^experiments\[0\]\.metric must be one of order, added/ },
    { given: { metric: 'clicked' }, said: /^experiments\[0\]\.zone is needed/ },
    { given: { zone: '' }, said: /^experiments\[0\]\.zone must be 1 to 200 printable/ },
    { given: { status: 'paused' }, said: /^experiments\[0\]\.status must be one of running, ended/ },
    { given: { status: 'ended' }, said: /^experiments\[0\]\.to is needed/ },
    { given: { from: '2026-02-30' }, said: /^experiments\[0\]\.from must be a date/ },
    { given: { to: 'soon' }, said: /^experiments\[0\]\.to must be a date/ },
    { given: { to: '2026-10-31' }, said: /^experiments\[0\]\.to must not be before from/ },
  ])('may not have $given', ({ given, said: rule }) => {
    expect(said({ ...HERO, ...given })[0]).toMatch(rule);
  });

  it('is one of five that run at most; those that have ended do not count', () => {
    const five = ['a1', 'a2', 'a3', 'a4', 'a5'].map((id) => named(id));
    const ended = named('old', { status: 'ended', to: '2026-11-02' });
    expect(said(...five, ended)).toEqual([]);
    expect(said(...five, HERO)).toEqual(['experiments must be at most 5 that run']);
  });

  it('has an id of its own', () => {
    expect(said(HERO, HERO)).toEqual(['experiments[1].id must be that of no other test']);
  });

  it('is refused without a word of what was given', () => {
    const bad = {
      ...HERO,
      id: 'Canary!',
      title: '',
      metric: 'canary',
      pages: 'canary',
      zone: '',
      from: 'canary',
    };
    expect(said(bad).join()).not.toMatch(/canary/i);
  });
});

describe('a change of layout tests', () => {
  const ended = named('hero', { status: 'ended', to: '2026-11-20' });

  it.each<{ what: string; before: Experiment; after: Experiment }>([
    { what: 'ends one', before: HERO, after: ended },
    { what: 'gives it another title', before: HERO, after: named('hero', { title: 'New' }) },
    { what: 'is decided by something else', before: HERO, after: named('hero', { metric: 'added' }) },
    { what: 'adds another', before: named('grid'), after: HERO },
  ])('may be that it $what', ({ before, after }) => {
    expect(changeIssues([before], [after])).toEqual([]);
  });

  it.each<{ what: string; before: Experiment; after: Experiment; rule: RegExp }>([
    { what: 'runs again', before: ended, after: HERO, rule: /cannot be running again/ },
    {
      what: 'has other shares',
      before: HERO,
      after: named('hero', { arms: [{ name: 'a', share: 90 }, { name: 'b', share: 10 }] }), // biome-ignore format: a list
      rule: /cannot change: end it/,
    },
    { what: 'is of other pages', before: HERO, after: named('hero', { pages: '/' }), rule: /cannot change/ },
  ])('may not be that it $what', ({ before, after, rule }) => {
    expect(changeIssues([before], [after])).toEqual([
      {
        field: expect.stringMatching(/^experiments\[0\]\.(arms|status)$/),
        rule: expect.stringMatching(rule),
      },
    ]);
  });
});

describe('browsers are told', () => {
  it('what they need of tests that run: no title, no metric, no days', () => {
    expect(runningOn([named('hero', { pages: '/', zone: 'hero' }), named('grid')], '2026-11-23')).toEqual([
      { id: 'hero', arms: HALVES, pages: '/', zone: 'hero' },
      { id: 'grid', arms: HALVES },
    ]);
  });

  it.each<{ what: string; more: Partial<Experiment> }>([
    { what: 'has ended', more: { status: 'ended', to: '2026-11-30' } },
    { what: 'begins tomorrow', more: { from: '2026-11-24' } },
    { what: 'had its last day yesterday', more: { to: '2026-11-22' } },
  ])('nothing of one that $what', ({ more }) => {
    expect(runningOn([named('hero', more)], '2026-11-23')).toBeUndefined();
  });

  it('of one on its first and on its last day', () => {
    const today = '2026-11-23';
    expect(runningOn([named('hero', { from: today, to: today })], today)).toHaveLength(1);
  });
});

describe('the names that tests declare', () => {
  it('are their ids with their titles, their arms, and what may come of a visit', () => {
    expect(experimentEntries([HERO])).toEqual([
      ...['(any)', 'order', 'added', 'clicked', 'onward'].map((text) => ({ kind: 'metric', text })),
      { kind: 'experiment', text: 'a' },
      { kind: 'experiment', text: 'b' },
      { kind: 'experiment', text: 'hero', label: 'A promise at the head' },
    ]);
  });

  it('are none where there is no test', () => {
    expect(experimentEntries([])).toEqual([]);
  });
});
