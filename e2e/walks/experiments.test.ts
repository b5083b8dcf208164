/**
 * A layout test in a real browser: which arm is shown to whom, what is kept of it, and exactly what is counted. An arm never
 * leaves, and is never drawn, before the visitor agreed.
 */
import type { RunningExperiment } from '@holloway/protocol';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { only } from './shop.ts';
import { openStage, type Walk, withMenu } from './walk.ts';

/** Nobody is drawn into the control, so that what a browser shows is no matter of chance. */
const HERO: RunningExperiment = {
  id: 'hero',
  arms: [{ name: 'a', share: 0 }, { name: 'b', share: 100 }], // biome-ignore format: a list
  pages: '/',
  zone: 'hero',
};
const stage = openStage({ experiments: [HERO] });

const MARKUP = withMenu(
  '<section id="hero"><h1 data-holloway-experiment="hero" data-holloway-arm="a">Welcome</h1><h1 data-holloway-experiment="hero" data-holloway-arm="b" hidden>Ten years of guarantee</h1><a href="/p/swan">Swan now</a></section>',
);

const headline = (page: Page): Promise<string[]> => page.locator('h1:visible').allTextContents();
const kept = (page: Page): Promise<string | null> =>
  page.evaluate(() => localStorage.getItem('holloway.arms'));
const arm = (page: Page): Promise<string | undefined> => page.evaluate(() => window.holloway?.arm('hero'));

async function arrive(hasAgreed = true): Promise<Walk> {
  stage.shop.page('/', MARKUP);
  const walk = await stage.enter({ hasAgreed });
  if (hasAgreed) await walk.go('/');
  else await walk.page.goto(`${stage.shop.url}/`);
  return walk;
}

describe('a visitor who agreed before', () => {
  it('is shown the arm that was drawn, which is kept by its name alone', async () => {
    const { page } = await arrive();
    expect([await headline(page), await kept(page), await arm(page)]).toEqual([
      ['Ten years of guarantee'],
      'hero=b',
      'b',
    ]);
  });

  it('counts once for being shown it, and once for each thing that comes of it', async () => {
    const walk = await arrive();
    await walk.follow('Swan now', '/p/swan');
    const item = { item_id: 'KE-101', price: 49.9 };
    for (const event of ['add_to_cart', 'add_to_cart'] as const)
      await walk.page.evaluate(([name, one]) => window.holloway?.track(name, { items: [one] }), [event, item] as const); // biome-ignore format: one call
    await walk.go('/');
    await walk.go('/order');
    for (const transaction_id of ['1042', '1042', '1043'])
      await walk.page.evaluate(([id, one]) => window.holloway?.track('purchase', { transaction_id: id, items: [one] }), [transaction_id, item] as const); // biome-ignore format: one call
    expect(only(await walk.end(), 'experiment')).toEqual({
      'experiment hero b (any)': 1,
      'experiment hero b clicked': 1,
      'experiment hero b onward': 1,
      'experiment hero b added': 1,
      'experiment hero b order': 1,
    });
  });

  it('counts nothing in a visit that was not shown it', async () => {
    const walk = await stage.enter();
    await walk.go('/p/swan');
    await walk.follow('Cart', '/cart');
    expect(only(await walk.end(), 'experiment')).toEqual({});
  });

  it('is in no arm any more once they withdraw, in the same tick', async () => {
    const { page } = await arrive();
    const left = await page.evaluate(() => {
      window.holloway?.consent.set({ analytics: false });
      return localStorage.getItem('holloway.arms');
    });
    expect([left, await arm(page)]).toEqual([null, 'a']);
  });
});

describe('a visitor who has not agreed', () => {
  it('is shown the page as it is: no arm is drawn, kept or sent, however long they look', async () => {
    const { page } = await arrive(false);
    expect(await arm(page)).toBe('a');
    await page.evaluate(() => window.holloway?.track('purchase', { transaction_id: '1', items: [] }));
    await page.goto(`${stage.shop.url}/about`);
    expect([await kept(page), stage.shop.bodies]).toEqual([null, []]);
  });

  it('is not switched under their eyes when they agree, but shown the arm on the next page', async () => {
    const walk = await arrive(false);
    await walk.page.evaluate(() => window.holloway?.consent.set({ analytics: true }));
    await walk.isCounted('/');
    expect([await headline(walk.page), await kept(walk.page)]).toEqual([['Welcome'], null]);
    await walk.follow('About', '/about');
    await walk.go('/');
    expect(await headline(walk.page)).toEqual(['Ten years of guarantee']);
    expect(only(await walk.end(), 'experiment')).toEqual({ 'experiment hero b (any)': 1 });
  });
});

describe('a page without the script', () => {
  it('is the page as it is', async () => {
    stage.shop.bare('/', MARKUP);
    const { page } = await stage.enter();
    await page.goto(`${stage.shop.url}/`);
    expect(await headline(page)).toEqual(['Welcome']);
  });
});
