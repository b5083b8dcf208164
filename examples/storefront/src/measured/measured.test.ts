import { readFileSync } from 'node:fs';
import { VIEWPORTS } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { productOf } from '../catalogue/products.ts';
import { categoryShelf, listPage, searchPage } from '../pages/list-page.ts';
import { PAGES, productPage } from '../pages/pages.ts';
import { measuredText, readMeasured } from './measured.ts';
import { MEASURED_FILE, placesOn } from './places.ts';
import { SAMPLES } from './samples.ts';

const text = readFileSync(MEASURED_FILE, 'utf8');

describe('what was measured', () => {
  it('is of every sample in every window', () => {
    const expected = VIEWPORTS.flatMap((viewport) => SAMPLES.map(({ address }) => `${viewport} ${address}`));
    expect(readMeasured(text).map(({ viewport, address }) => `${viewport} ${address}`)).toEqual(expected);
  });

  it('is written as it is read', () => {
    expect(measuredText(readMeasured(text))).toBe(text);
  });

  it.each([
    { line: 'xl / 900', says: 'must begin with the class of its window' },
    { line: 's / 900 header,0,0,390', says: 'must have a name and four whole numbers' },
  ])('refuses "$line"', ({ line, says }) => {
    expect(() => readMeasured(line)).toThrow(says);
  });
});

const names = (page: Parameters<typeof placesOn>[0], viewport: 's' | 'm' | 'l' = 'l'): string[] =>
  placesOn(page, viewport).boxes.map(({ element }) => element);

describe('where things stand on a page', () => {
  it('is known of every page of the shop, with a place for each of its products', () => {
    for (const viewport of VIEWPORTS) {
      for (const page of PAGES) {
        const known = new Set(names(page, viewport));
        const slots = page.zones.flatMap(({ name, products }) =>
          products.map((_, at) => `${name}/${at + 1}`),
        );
        const missing = slots.filter((slot) => !known.has(slot));
        expect({ path: page.path, viewport, missing }).toEqual({ path: page.path, viewport, missing: [] });
      }
    }
  });

  it('is that of a page of its kind that was measured, with its own links', () => {
    const grinders = categoryShelf('coffee/grinders');
    const page = grinders && listPage(grinders, 1);
    if (!page) throw new Error('the shop has no grinders');
    const own = placesOn(page, 'l').boxes.filter(({ isShared }) => !isShared);
    const links = own.map(({ element }) => element).filter((element) => element.startsWith('nav:'));
    expect(links.sort()).toEqual(['nav:/c/coffee', 'nav:/c/coffee/espresso', 'nav:/c/coffee/filter']);
    // The menu is the same everywhere.
    expect(names(page)).toContain('nav:/c/kettles');
    expect(names(page).filter((name) => name.startsWith('grid/'))).toHaveLength(6);
  });

  it('has breadcrumbs to the shelves of the product that is shown', () => {
    expect(names(productPage(productOf('BH-301')))).toEqual(
      expect.arrayContaining(['nav-2:/c/blenders', 'nav-2:/c/blenders/hand', 'content:/cart/add']),
    );
  });

  it('has no more positions than a search has results', () => {
    const found = searchPage('frother').zones[0]?.products.length ?? 0;
    expect(names(searchPage('frother')).filter((name) => name.startsWith('results/'))).toHaveLength(found);
    expect(names(searchPage('submarine'))).not.toContain('results');
  });
});
