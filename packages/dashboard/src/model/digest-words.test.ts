import type { DigestSettings } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { deliveryWords, planWords, triedWords } from './digest-words.ts';

const settings = (more: Partial<DigestSettings> = {}): DigestSettings => ({
  ...{ on: true, weekday: 1, hour: 8, language: 'en', people: ['a', 'b'], webhook: null },
  ...more,
});
const WEBHOOK = { webhook: 'https://hooks.example/' };

describe('what a digest is set to do', () => {
  it.each([
    [settings(), 'It goes out every week: Monday, 08:00.'],
    [settings({ people: ['a'], hour: 0, weekday: 7 }), 'It goes out every week: Sunday, 00:00.'],
    [settings(WEBHOOK), 'It goes out every week: Monday, 08:00.'],
    [settings({ ...WEBHOOK, people: [] }), 'It goes out every week: Monday, 08:00.'],
    [settings({ people: [] }), 'It is on, and goes to nobody yet: choose somebody, or a webhook.'],
    [settings({ on: false }), 'No digest is sent.'],
  ])('is said: %o', (given, words) => {
    expect(planWords(given)).toBe(words);
  });
});

describe('how a digest went', () => {
  const delivery = { person: null, week: '2026-11-16', status: null, sent: null } as const;

  it.each([
    [{ state: 'waiting', attempts: 0, fault: null }, 'on its way'],
    [{ state: 'sending', attempts: 1, fault: null }, 'on its way'],
    [
      { state: 'waiting', attempts: 1, fault: 'too-slow' },
      '1 attempt failed, it is tried again: it took too long to answer',
    ],
    [{ state: 'failed', attempts: 8, fault: 'unreachable' }, 'given up: it cannot be reached'],
    [{ state: 'failed', attempts: 1, fault: 'not-made' }, 'given up: it could not be made in time'],
  ] as const)('is said: %o', (given, words) => {
    expect(deliveryWords({ ...delivery, ...given })).toBe(`The week of 16 Nov 2026 · ${words}`);
  });

  it('by hand is said of all that is set up, or that nothing is', () => {
    expect(triedWords({ mail: 'mail-sign-in', webhook: 'sent' })).toEqual([
      'Your own address: the mail server does not take its name and password',
      'The webhook: sent',
    ]);
    expect(triedWords({})).toEqual(['There is no mail server and no webhook to send it to.']);
  });
});
