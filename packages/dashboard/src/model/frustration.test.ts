import type { ElementRow } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { frustrationsOf } from './frustration.ts';

const row = (element: string, more: Partial<ElementRow>): ElementRow => ({
  page: '/c/tea',
  element,
  viewport: 'l',
  exposed: 100,
  clicked: null,
  dead: null,
  rage: null,
  ...more,
});

describe('frustration', () => {
  it('is of what was clicked in vain or in anger, worst first, of all windows together', () => {
    const found = frustrationsOf([
      row('grid/1', { dead: 10 }),
      row('grid/2', { dead: 20, rage: 5 }),
      row('grid/2', { viewport: 's', exposed: 300, dead: 40 }),
      row('header:/cart', { rage: 30 }),
      row('grid/9', {}),
    ]);
    expect(found.map(({ element, exposed, dead, rage }) => [element, exposed, dead.rate, rage.rate])).toEqual(
      [
        ['header:/cart', 100, null, 0.3],
        ['grid/2', 400, 0.15, 0.0125],
        ['grid/1', 100, 0.1, null],
      ],
    );
  });

  it('stands last where it is not told how often the element was seen', () => {
    const found = frustrationsOf([row('a', { exposed: null, dead: 90 }), row('b', { dead: 1 })]);
    expect(found.map(({ element }) => element)).toEqual(['b', 'a']);
  });
});
