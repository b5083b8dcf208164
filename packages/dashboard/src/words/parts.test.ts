import { afterEach, expect, it } from 'vitest';
import { tx } from './parts.ts';
import { speak } from './words.ts';

afterEach(() => speak('en', {}));

it('puts elements where the language has them', () => {
  expect(tx('Verify with {keys}', { keys: 'K' }).join('')).toBe('Verify with K');
  speak('de', { 'Verify with {keys}': 'Mit {keys} prüfen' });
  expect(tx('Verify with {keys}', { keys: 'K' })).toEqual(['Mit ', 'K', ' prüfen']);
});
