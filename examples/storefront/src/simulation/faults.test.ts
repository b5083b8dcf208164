import { describe, expect, it } from 'vitest';
import { search } from '../catalogue/listing.ts';
import { findProduct, PRODUCTS } from '../catalogue/products.ts';
import { categoryShelf, listPage } from '../pages/list-page.ts';
import { PLANTED_FAULTS } from './faults.ts';
import { simulate } from './simulate.ts';

/** Counts by fact and dimensions, joined by ` > `. */
const counts = new Map<string, number>();
for (const { batches } of simulate({
  seed: 3,
  from: '2026-09-01',
  days: 20,
  timeZone: 'UTC',
  visitsPerDay: 400,
  layoutFrom: '2026-09-01',
})) {
  for (const [fact, dimensions, n] of batches.flatMap(({ increments }) => increments)) {
    const key = [fact, ...dimensions].join(' > ');
    counts.set(key, (counts.get(key) ?? 0) + n);
  }
}

const count = (...key: string[]): number => counts.get(key.join(' > ')) ?? 0;
const countOf = (prefix: string, suffix = ''): number =>
  [...counts]
    .filter(([key]) => key.startsWith(prefix) && key.endsWith(suffix))
    .reduce((sum, [, n]) => sum + n, 0);

describe('the product on the wrong shelf', () => {
  const { model, filedIn, soughtIn } = PLANTED_FAULTS.wrongShelf;

  it('is filed where the faults say, and nowhere else', () => {
    const shelves = PRODUCTS.filter((product) => product.model.name === model).map(
      ({ category }) => category,
    );
    expect(new Set(shelves)).toEqual(new Set([filedIn]));
  });

  it('leads visitors from the shelf where they seek it to the one where it is', () => {
    const trail = count('flow.trail', soughtIn, 'blenders', filedIn);
    expect(trail).toBeGreaterThan(30);
    for (const other of ['coffee/grinders', 'coffee/filter', 'kettles/electric', 'mixers/stand']) {
      expect(trail).toBeGreaterThan(5 * count('flow.trail', other, 'blenders', filedIn));
    }
  });
});

describe('the dead end', () => {
  const exitRate = (page: string): number => 1 - count('page.onward', page) / count('page.view', page);

  it('is left by nine in ten, where other stories keep more than half', () => {
    expect(exitRate(PLANTED_FAULTS.deadEnd.page)).toBeGreaterThan(0.85);
    expect(exitRate('/stories/first-coffee')).toBeLessThan(0.5);
    expect(exitRate('/stories/bread-on-sundays')).toBeLessThan(0.5);
  });
});

describe('the buried slot', () => {
  const { page, slot, item } = PLANTED_FAULTS.buriedSlot;

  it('holds the product that the faults say', () => {
    const shelf = categoryShelf('coffee');
    const grid = shelf === null ? undefined : listPage(shelf, 1)?.zones[0];
    expect(grid?.products[11]).toBe(findProduct(item));
  });

  it('is clicked more than every place from the fourth to the eleventh', () => {
    const clicks = (place: string): number => countOf(`slot.clicked > ${page} > ${place} > `);
    for (const place of [4, 5, 6, 7, 8, 9, 10, 11]) {
      expect(clicks(slot)).toBeGreaterThan(1.5 * clicks(`grid/${place}`));
    }
    // In a filtered list another product may stand there; seldom.
    expect(countOf(`slot.clicked > ${page} > ${slot} > ${item}`)).toBe(clicks(slot));
  });
});

describe('the detour', () => {
  const { from, hub, to } = PLANTED_FAULTS.detour;
  const share = (a: string, through: string, b: string): number => {
    const around = count('flow.trail', a, through, b);
    return around / (around + count('flow.category', a, b));
  };

  it('is the only way from the first shelf to the third', () => {
    expect(count('flow.trail', from, hub, to)).toBeGreaterThan(30);
    expect(share(from, hub, to)).toBe(1);
  });

  it('is seldom taken between shelves that are linked', () => {
    expect(share('coffee/filter', 'kettles', 'kettles/gooseneck')).toBeLessThan(0.5);
    expect(share('coffee/espresso', 'tools', 'tools/scales')).toBeLessThan(0.5);
    expect(share('mixers/stand', 'ovens', 'ovens/bread')).toBeLessThan(0.5);
  });
});

describe('the search that finds nothing', () => {
  const { term, meant } = PLANTED_FAULTS.emptySearch;

  it('finds nothing in the shop, where the word that is meant finds its shelf', () => {
    expect(search(term)).toEqual([]);
    expect(search(meant).length).toBeGreaterThan(3);
  });

  it('is asked by many, some of whom put it in the other word, and in no other', () => {
    expect(count('search.asked', term)).toBeGreaterThan(20);
    expect(count('search.empty', term)).toBe(count('search.asked', term));
    const again = count('search.refined', term, meant);
    expect(again).toBeGreaterThan(0.15 * count('search.asked', term));
    expect(again).toBe(countOf(`search.refined > ${term} > `));
  });
});

describe('the picture that does nothing', () => {
  const { page, element } = PLANTED_FAULTS.deadPicture;

  it('is clicked in vain, now and then in anger, and nothing else is', () => {
    const [dead, angry] = [countOf(`element.dead > ${page} > ${element} > `), countOf('element.rage > ')];
    expect(dead).toBe(countOf('element.dead > '));
    expect(dead / count('page.view', page)).toBeCloseTo(0.06, 1);
    expect(angry / dead).toBeGreaterThan(0.1);
    expect(angry / dead).toBeLessThan(0.35);
  });
});
