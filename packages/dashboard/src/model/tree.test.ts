import { expect, it } from 'vitest';
import { type Branch, categoryTree } from './tree.ts';

const row = (category: string, views: number) => ({
  category,
  views,
  visitors: views,
  entries: null,
  exits: 0,
  settledViews: views,
});
const shape = ({ category, views, own, children }: Branch): unknown => [
  category,
  views,
  own?.views ?? null,
  children.map(shape),
];

it('puts categories under their paths, most viewed first, and adds up what lies below', () => {
  const { branches } = categoryTree([
    row('tea', 5),
    row('coffee/filters', 2),
    row('coffee', 10),
    row('coffee/mills', 4),
  ]);
  expect(branches.map(shape)).toEqual([
    [
      'coffee',
      16,
      10,
      [
        ['coffee/mills', 4, 4, []],
        ['coffee/filters', 2, 2, []],
      ],
    ],
    ['tea', 5, 5, []],
  ]);
});

it('draws a category that was never viewed itself, without figures of its own', () => {
  expect(categoryTree([row('coffee/filters', 2)]).branches.map(shape)).toEqual([
    ['coffee', 2, null, [['coffee/filters', 2, 2, []]]],
  ]);
});

it('keeps page types outside the tree', () => {
  const { branches, outside } = categoryTree([row('(cart)', 3), row('(home)', 8)]);
  expect(branches).toEqual([]);
  expect(outside.map(({ category }) => category)).toEqual(['(home)', '(cart)']);
});
