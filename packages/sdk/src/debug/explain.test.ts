import { describe, expect, it, vi } from 'vitest';
import { choicesBy, NONE } from '../consent/choice.ts';
import type { ConsentStatus } from '../holloway.ts';
import { explain } from './explain.ts';

const UNKNOWN: ConsentStatus = { state: 'unknown', choices: NONE, basis: null, objection: false, day: null };
const PART = choicesBy((category) => category !== 'marketing');

const said = (decision: string, ...details: unknown[]): string => {
  const info = vi.fn();
  explain({ info }, decision, ...details);
  return info.mock.calls[0]?.[0];
};

describe('an explanation', () => {
  it.each<[string, unknown[], string]>([
    [
      'status',
      [UNKNOWN],
      'nothing is on: the visitor has not chosen yet, or about another statement, or more than 183 days ago',
    ],
    [
      'status',
      [{ ...UNKNOWN, objection: true }],
      'nothing is on: the browser sends Global Privacy Control, and the visitor has not chosen otherwise',
    ],
    [
      'status',
      [{ ...UNKNOWN, state: 'rejected', day: '2026-11-23' }],
      'nothing is on: the visitor refused everything on 2026-11-23; no request is made',
    ],
    [
      'status',
      [{ ...UNKNOWN, state: 'accepted', choices: PART, basis: 'chosen', day: '2026-11-23' }],
      'preferences, analytics on: the visitor chose so on 2026-11-23',
    ],
    [
      'status',
      [{ ...UNKNOWN, state: 'accepted', choices: PART, basis: 'default' }],
      'preferences, analytics on: the jurisdiction does not ask first, and the visitor has not objected',
    ],
    ['asked', [], 'the banner is shown: the jurisdiction asks first, and nothing valid is remembered'],
    ['chosen', [NONE, 'banner'], 'the visitor chose at the banner: nothing'],
    ['gate', ['marketing is off: a script waits'], 'marketing is off: a script waits'],
  ])('of %s %j', (decision, details, sentence) => {
    expect(said(decision, ...details)).toBe(`Holloway: ${sentence}`);
  });
});
