/**
 * Whether what was measured of the storefront's pages, for visitors who have no browser, is still where things stand on them in
 * one. Where it is not: `npm run measure`.
 */
import { readFile } from 'node:fs/promises';
import { MEASURED_FILE, type MeasuredPage, readMeasured, SAMPLES } from '@holloway/example-storefront';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { type Measuring, openMeasuring } from './measure.ts';

/** Fonts and versions of browsers differ by less, a row of products by more. */
const NEAR_PX = 24;

let browser: Browser;
let measuring: Measuring;
let written: readonly MeasuredPage[];

beforeAll(async () => {
  browser = await openBrowser();
  measuring = await openMeasuring(browser);
  written = readMeasured(await readFile(MEASURED_FILE, 'utf8'));
}, 60_000);
afterAll(async () => {
  await measuring?.close();
  await browser.close();
});

it.each([
  { address: '/', viewport: 's' },
  { address: '/c/kettles', viewport: 'm' },
  { address: '/c/kettles/electric', viewport: 'l' },
  { address: '/p/robin-two-slice-toaster-clay', viewport: 's' },
  { address: '/p/robin-two-slice-toaster-clay', viewport: 'l' },
  { address: '/stories/first-coffee', viewport: 'm' },
  { address: '/search?q=grinder', viewport: 's' },
  { address: '/checkout', viewport: 'l' },
] as const)(
  'things stand on $address in a window of class $viewport where they were measured',
  async (of) => {
    const before = written.find(
      ({ address, viewport }) => address === of.address && viewport === of.viewport,
    );
    const sample = SAMPLES.find(({ address }) => address === of.address);
    if (before === undefined || sample === undefined) throw new Error('it was not measured');
    const now = await measuring.measure(sample, of.viewport);
    expect(Math.abs(now.height - before.height)).toBeLessThan(NEAR_PX);
    const known = new Map(before.boxes.map((box) => [`${box.isShared} ${box.element}`, box]));
    expect(now.boxes.map(({ isShared, element }) => `${isShared} ${element}`).sort()).toEqual(
      [...known.keys()].sort(),
    );
    const moved = now.boxes.filter(({ isShared, element, ...box }) => {
      const was = known.get(`${isShared} ${element}`);
      return (['x', 'y', 'width', 'height'] as const).some(
        (side) => Math.abs(box[side] - (was?.[side] ?? 0)) > NEAR_PX,
      );
    });
    expect(moved).toEqual([]);
  },
);
