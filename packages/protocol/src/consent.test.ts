import { describe, expect, it } from 'vitest';
import { jurisdictionOf, modelFor, STRICTEST_POLICY } from './consent.ts';

describe('the jurisdiction', () => {
  it.each([
    ['DE', 'eu'],
    ['NO', 'eu'],
    ['RE', 'eu'],
    ['GB', 'uk'],
    ['JE', 'uk'],
    ['CH', 'ch'],
    ['US', 'us'],
    ['PR', 'us'],
    ['JP', 'other'],
  ])('of %s is %s', (country, jurisdiction) => {
    expect(jurisdictionOf(country)).toBe(jurisdiction);
  });

  it.each([undefined, 'ZZ', '', 'de', '.com', 'DEU'])('is not known of %j', (country) => {
    expect(jurisdictionOf(country)).toBeNull();
  });
});

describe('the model', () => {
  const relaxed = { ...STRICTEST_POLICY, us: 'opt-out', other: 'opt-out' } as const;

  it('is what the policy says of a jurisdiction', () => {
    expect(modelFor(relaxed, 'us')).toBe('opt-out');
    expect(modelFor(relaxed, 'eu')).toBe('opt-in');
  });

  it('asks first where the jurisdiction is not known, whatever the policy says elsewhere', () => {
    expect(modelFor(relaxed, null)).toBe('opt-in');
  });
});
