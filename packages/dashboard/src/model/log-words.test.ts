import { expect, it } from 'vitest';
import { actorName, deedOf, formatMinute } from './log-words.ts';

it.each([
  { what: 'GET /v1/sites/:site/reports/:report', words: 'Looked at a report' },
  { what: 'DELETE /v1/people/:person/sessions', words: 'Signed out' },
  { what: 'POST /api/auth/sign-in/email', words: 'Signed in' },
])('tells $what as "$words"', ({ what, words }) => {
  expect(deedOf({ what })).toBe(words);
});

it('tells what it has no words for as it was asked for', () => {
  expect(deedOf({ what: 'holloway user add' })).toBe('holloway user add');
  expect(deedOf({ what: 'PUT /v1/sites/:site/catalogue' })).toBe('PUT /v1/sites/:site/catalogue');
});

it.each([
  { kind: 'person', name: 'ada@store.example', words: 'ada@store.example' },
  { kind: 'key', name: 'Weekly report', words: 'Key Weekly report' },
  { kind: 'console', name: '', words: 'Command line' },
  { kind: 'nobody', name: '', words: 'Not signed in' },
] as const)('calls a $kind "$words"', ({ kind, name, words }) => {
  expect(actorName({ kind, id: '', name })).toBe(words);
});

it('writes a minute as people read it', () => {
  expect(formatMinute('2026-11-27T08:15Z')).toBe('2026-11-27 08:15');
});
