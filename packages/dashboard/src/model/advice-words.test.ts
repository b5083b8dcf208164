import type { Action, ActionType } from '@holloway/insight';
import { describe, expect, it } from 'vitest';
import { ADVISED_TYPES, advised, LABELS } from '../../test/advised.ts';
import {
  certaintyWords,
  claimWords,
  gainWords,
  placeWords,
  trialWords,
  typeWords,
  withheldReason,
} from './advice-words.ts';

const WORDS: { readonly [type in ActionType]: readonly [title: string, why: string] } = {
  'move-up': [
    'Move “Tagine” up, to where “Stock pot” is',
    'On All pots, 12% of the visits that see it in position 9 click it; 2.0% click the other in position 1. What a position earns by itself is still in these shares.',
  ],
  bury: [
    'Move “Stock pot” further down',
    'On All pots, in position 1, 2.0% of the visits that see it click it; 5.0% do so on the others.',
  ],
  'keep-first': [
    'Keep “Stock pot” in front',
    'On All pots, in position 1, 20% of the visits that see it click it; 5.0% do so on the others.',
  ],
  'rotation-test': [
    'Let the products of the list on All pots change places for a while',
    'What a product and its position earn cannot be told apart, because their products fall into groups that never shared a position. Moved on by 3 of 12 positions for 50% of the visits, it can.',
  ],
  'cross-list': [
    'List “Stock pot” in Pans too',
    '40 visits looked for it in Pans first and found it in Pots. Going by what stands beside it, 2.5 were to be expected.',
  ],
  'add-link': ['Link from Pots to Pans / Lids', 'Of those who come from there, 80% go over Home page.'],
  'dead-end': [
    'Give “All pots” a way on',
    '90% of its views are the last of their visit; of others like it 40% are.',
  ],
  'no-result': [
    'Teach the search “tajine”',
    '88 of 90 searches for it found nothing. Who asked again asked for “tagine”. It names the category Pots.',
  ],
  'long-list': [
    'Shorten the list on All pots, or put its best first',
    'Of those who see the list, 3.0% come past position 12 of 60.',
  ],
  'dead-click': [
    'Make “hero” work, or look less like a link',
    'On All pots, 70 of the 100 views that click it do so in vain.',
  ],
  'device-break': [
    'Repair “All pots” in windows of one size: Small, phone',
    'On All pots, it is clicked 4 times there; the others lead to expect 160.',
  ],
  'layout-verdict': ['Keep arm a of the test “A larger hero”', 'Orders: arm b has 0.7 times those of arm a.'],
  'traffic-split': [
    'Repair the test “A larger hero”',
    'Visits fall on arm b and arm a otherwise than planned, so that nothing else it says can be trusted.',
  ],
};

describe('an action', () => {
  it.each(ADVISED_TYPES)('of %s says what to do, and why', (type) => {
    const { title, why } = claimWords(advised(type), LABELS);
    expect([title, why]).toEqual(WORDS[type]);
  });

  it('says so where positions are taken out, and keeps the better arm', () => {
    expect(claimWords(advised('move-up', { positionFree: true }), LABELS).why).toContain('is taken out.');
    expect(claimWords(advised('layout-verdict', { verdict: 'better' }), LABELS).title).toContain('arm b');
  });

  it('of a search says no more than is known', () => {
    const { why } = claimWords(advised('no-result', { meant: null, category: null }), LABELS);
    expect(why).toBe('88 of 90 searches for it found nothing.');
  });

  it('is called as the shop calls things, or as they are counted', () => {
    expect(claimWords(advised('cross-list'), {}).title).toBe('List “K1” in pans too');
  });

  it('of which the id alone is known is told by its type', () => {
    expect(
      ADVISED_TYPES.map((type) => typeWords(`${type}:1`)).filter((words) => words.includes(':')),
    ).toEqual([]);
    expect(typeWords('bury:1')).toBe('Move a product down');
    expect(typeWords('other:1')).toBe('other:1');
  });
});

describe('an action of several things that were found of one place', () => {
  it('counts what changes, and not what stays', () => {
    const [up, keep] = [advised('move-up'), advised('keep-first')];
    const of = (lead: Action, ...findings: Action['findings']) =>
      claimWords({ ...lead, findings }, LABELS).title;
    const [moves, stays] = [up.findings[0], keep.findings[0]];
    expect(of(up, moves, moves, stays)).toBe('Rearrange the list on All pots: 2 changes');
    expect(of(up, moves, stays)).toBe(of(up, moves));
    expect(of(keep, stays, stays)).toBe('Keep 2 products of the list on All pots in front');
  });

  const several = (type: ActionType) => {
    const one = advised(type);
    const [found] = one.findings;
    return claimWords({ ...one, findings: [found, found, found] }, LABELS);
  };

  it.each([
    ['move-up', 'Rearrange the list on All pots: 3 changes'],
    ['bury', 'Rearrange the list on All pots: 3 changes'],
    ['rotation-test', 'Let the products of the list on 3 pages change places for a while'],
    ['cross-list', 'List “Stock pot” and 2 more in Pans too'],
    ['device-break', 'Repair 3 links or buttons of All pots in windows of one size: Small, phone'],
    // The same to do, whether found once or in windows of each size.
    ['long-list', 'Shorten the list on All pots, or put its best first'],
  ] as const)('is called by them all: %s', (type, title) => {
    expect(several(type).title).toBe(title);
  });

  it('says of the first what it is', () => {
    expect(several('bury').why).toMatch(/^Move “Stock pot” further down\. On All pots, in position 1/);
  });
});

describe('how sure it is', () => {
  it.each([
    [{ by: 'interval' }, 'Sure: with 95 % confidence there is a difference.'],
    [
      { by: 'false-discovery', q: 0.03 },
      'Sure: of findings like this one, at most 3.0% are expected to be false.',
    ],
    [
      { by: 'bayes-factor', factor: 40 },
      'Sure: the counts speak 40 times as much for a difference as against one.',
    ],
    [{ by: 'design' }, 'Follows from where things stand, not from chance.'],
  ] as const)('by %o', (certainty, words) => {
    expect(certaintyWords(certainty)).toBe(words);
  });
});

describe('what it brings', () => {
  it('is told a week, by its kind, with the interval of its effect', () => {
    expect(gainWords(advised('move-up'))).toBe(
      'Up to 30 more clicks a week; 12 at the low end of the counts. That is 2.0 times what it is compared with, with 95 % confidence 1.5 to 2.5 times.',
    );
    const effect = { measure: 'share', value: 0.8, low: 0.7, high: 0.9 } as const;
    expect(gainWords({ gain: { of: 'moves', perWeek: 0.5, low: 0 }, effect })).toBe(
      'Up to 0.5 moves a week saved. The share is 80%, with 95 % confidence 70% to 90%.',
    );
  });

  it('is none where it keeps or tells', () => {
    expect(gainWords({ gain: null, effect: null })).toBe(
      'None that can be told beforehand: it keeps what works, tells what does, or shows what few see.',
    );
  });
});

describe('how to test it', () => {
  it.each([
    [{ by: 'experiment', visits: 420 }, 'in a layout test. It takes about 420 visits.'],
    [{ by: 'experiment', visits: null }, 'in a layout test.'],
    [{ by: 'rotation', visits: 9000 }, 'what falls off its end comes first. It takes about 9,000 visits.'],
    [{ by: 'before-after', visits: null }, 'the days before and after are compared here.'],
  ] as const)('by %o', (trial, words) => {
    expect(trialWords(advised('move-up', {}, { trial })).endsWith(words)).toBe(true);
  });

  it('of a test was that test, and of a broken one is to repair it', () => {
    const trial = { by: 'experiment', visits: 20_000 } as const;
    expect(trialWords(advised('layout-verdict', {}, { trial }))).toBe('It was tested, with 20,000 visits.');
    expect(trialWords(advised('traffic-split', {}, { trial }))).toBe(
      'Begin the test again once it is repaired.',
    );
  });
});

it('what is withheld has a place and a reason', () => {
  expect(placeWords('grid', ['/c/pots'], LABELS)).toBe('the list on All pots');
  expect(placeWords('related', ['/p/1', '/p/2'], LABELS)).toBe('related on 2 pages');
  expect(withheldReason('few-items')).toBe('fewer than three products were seen in them');
});
