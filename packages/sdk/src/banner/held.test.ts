// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { forgetCookie, setUrl } from '../../test/dom.ts';
import { mapStore, messagesWith, WORDING } from '../../test/ui-deps.ts';
import { createCookieStore } from '../consent/cookie-store.ts';
import { heldOf } from './held.ts';

const messages = messagesWith({
  queued: { one: '{n} waits', other: '{n} wait' },
  sent: { one: '{n} sent', other: '{n} sent' },
});
const wording = { ...WORDING, messages };

const heldIn = (shared: { [key: string]: string }, own: { [key: string]: string } = {}) =>
  heldOf(
    { window: window as Window & typeof globalThis, shared: mapStore(shared), own: mapStore(own) },
    wording,
  );

describe('what this browser holds', () => {
  it('is nothing where nothing is kept, whatever the shop keeps', () => {
    expect(heldIn({ cart: '[1]' })).toEqual([]);
  });

  it('is told key by key, with its meaning and size, exactly as it is kept', () => {
    const choice = '{"v":1,"day":"2026-11-23"}';
    expect(
      heldIn({
        'holloway.choice': choice,
        'holloway.preferences': '{"colour":"grün"}',
        'holloway.visit': '{}',
        'holloway.ledger': '[]',
      }),
    ).toEqual([
      { key: 'holloway.choice', meaning: 'heldChoice', size: '26 bytes', text: choice },
      {
        key: 'holloway.preferences',
        meaning: 'heldPreferences',
        size: '18 bytes',
        text: '{"colour":"grün"}',
      },
      { key: 'holloway.visit', meaning: 'heldVisit', size: '2 bytes', text: '{}' },
      { key: 'holloway.ledger', meaning: 'heldLedger', size: '2 bytes', text: '[]' },
    ]);
  });

  it('shows what waits and what was sent as it goes out, message by message', () => {
    const parcels = [{ body: '{"n":1}', madeAt: 5 }];
    expect(
      heldIn(
        {},
        {
          'holloway.outbox': JSON.stringify({ quietUntil: 0, failures: 0, parcels }),
          'holloway.sent': JSON.stringify(['{"n":2}', '{"n":3}']),
        },
      ),
    ).toEqual([
      { key: 'holloway.outbox', meaning: 'heldOutbox', size: '1 waits', text: '{"n":1}' },
      { key: 'holloway.sent', meaning: 'heldSent', size: '2 sent', text: '{"n":2}\n\n{"n":3}' },
    ]);
  });

  it('is shown as it is where it cannot be read', () => {
    expect(heldIn({}, { 'holloway.sent': 'x' })).toEqual([
      { key: 'holloway.sent', meaning: 'heldSent', size: '1 byte', text: 'x' },
    ]);
  });

  describe('in a cookie', () => {
    afterEach(() => forgetCookie());

    it('is told as well', () => {
      setUrl('https://shop.example/');
      createCookieStore(document, '').set('holloway.choice', '{"v":1}');
      expect(heldIn({})).toEqual([
        { key: 'holloway.choice', meaning: 'heldChoice', size: '7 bytes', text: '{"v":1}' },
      ]);
    });
  });
});
