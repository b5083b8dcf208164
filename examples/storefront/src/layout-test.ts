/**
 * The layout test of the shop: the head of the home page, as it is (a) or with a promise in large letters (b). What the
 * pages show, what the shop declares, and what simulated visitors are drawn to, is said here once.
 */
import type { Experiment } from '@holloway/protocol';

/** As it is declared, but for its days. */
export const HERO_TEST = {
  id: 'hero',
  title: 'A promise at the head of the home page',
  arms: [
    { name: 'a', share: 50 },
    { name: 'b', share: 50 },
  ],
  pages: '/',
  metric: 'clicked',
  zone: 'hero',
} as const satisfies Omit<Experiment, 'status' | 'from'>;

export type HeroArm = (typeof HERO_TEST.arms)[number]['name'];

/** How much more the product at the head draws the simulated visitors who are shown the promise: the truth to be found. */
export const HERO_PULL: { readonly [arm in HeroArm]: number } = { a: 1, b: 2.5 };
