// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { createLocation } from './location.ts';

afterEach(() => vi.restoreAllMocks());

it('writes what is shown into the address', () => {
  window.location.hash = '#/shop/pages';
  const location = createLocation(window);
  location.replace({ ...location.route.value, options: { find: ['tea'] } });
  expect(window.location.hash).toBe('#/shop/pages?find=tea');
});

it('shows what was typed also where the browser changes no address so often', () => {
  window.location.hash = '#/shop/pages';
  const location = createLocation(window);
  vi.spyOn(window.history, 'replaceState').mockImplementation(() => {
    throw new DOMException('too often', 'SecurityError');
  });
  expect(() => location.replace({ ...location.route.value, options: { find: ['tea'] } })).toThrow(
    'too often',
  );
  expect(location.route.value.options).toEqual({ find: ['tea'] });
});
