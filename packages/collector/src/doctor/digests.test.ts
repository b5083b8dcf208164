import { describe, expect, it } from 'vitest';
import type { DigestPlan, StoredDelivery } from '../store/digests.ts';
import { type ExaminedDigest, examineDigests } from './digests.ts';

const CONFIG = {
  mail: { url: 'smtps://mail.example', from: 'holloway@shop.example' },
  url: 'https://stats.example.com',
};
const HOOK = { address: 'https://hooks.example/canary', secret: 'canary' };

function digest(plan: Partial<DigestPlan> = {}, more: Partial<ExaminedDigest> = {}): ExaminedDigest {
  const whole = { on: true, weekday: 1, hour: 8, language: 'en', people: ['mira'], webhook: null } as const;
  return { site: 'shop', plan: { ...whole, ...plan }, deliveries: [], readers: ['mira', 'noor'], ...more };
}
const found = (each: ExaminedDigest, config: Parameters<typeof examineDigests>[1] = CONFIG) =>
  examineDigests([each], config).map(({ level, says }) => `${level}: ${says}`);
const delivery = (more: Partial<StoredDelivery>): StoredDelivery => ({
  ...{ receiver: 'mira', week: 20_780, state: 'failed', attempts: 8, begun: 0, next: 0 },
  ...{ fault: 'mail-unreachable', status: null, sent: null },
  ...more,
});

describe('a weekly digest', () => {
  it('that is on, and has a way to its people, is as it should be', () => {
    expect(found(digest())).toEqual(['ok: the weekly digest of shop can be sent']);
    expect(found(digest({ people: [], webhook: HOOK }), { ...CONFIG, mail: null })).toEqual([
      'ok: the weekly digest of shop can be sent',
    ]);
  });

  it('that is off is not looked at', () => {
    expect(found(digest({ on: false, people: [] }))).toEqual([]);
  });

  it.each([
    [
      'goes to nobody',
      digest({ people: [] }),
      CONFIG,
      ['warning: the weekly digest of shop is on, and goes to nobody'],
    ],
    [
      'has no mail server',
      digest(),
      { ...CONFIG, mail: null },
      ['wrong: the weekly digest of shop is to go by mail, and no mail server is set up'],
    ],
    [
      'goes to somebody who is gone',
      digest({ people: ['mira', 'gone'] }),
      CONFIG,
      [
        'warning: the weekly digest of shop is to go to somebody who is gone, or may not read the site any more',
      ],
    ],
    [
      'has no address to lead to',
      digest(),
      { ...CONFIG, url: null },
      ['warning: the weekly digest of shop has no link to the dashboard'],
    ],
    [
      'did not arrive',
      digest(
        { webhook: HOOK },
        {
          deliveries: [
            delivery({}),
            delivery({ receiver: 'noor', state: 'sent', fault: null }),
            delivery({ receiver: 'webhook', fault: 'status', status: 503 }),
          ],
        },
      ),
      CONFIG,
      [
        'wrong: the last weekly digest of shop did not reach one of its people: mail-unreachable',
        'wrong: the last weekly digest of shop did not reach its webhook: status 503',
      ],
    ],
  ])('that %s is told', (_, each, config, expected) => {
    expect(found(each, config)).toEqual(expected);
  });
});
