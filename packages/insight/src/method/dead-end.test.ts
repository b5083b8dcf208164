import { describe, expect, it } from 'vitest';
import { binomial, seededRandom } from '../../test/random.ts';
import { deadEnds, type Ending } from './dead-end.ts';

const random = seededRandom(3);
/** Forty product pages that end a third of their views, some more and some less. */
const pages: Ending[] = Array.from({ length: 40 }, (_, i) => {
  const views = 400 + 20 * i;
  return { node: `/p/${i}`, kind: 'product', views, exits: binomial(views, 0.3 + 0.0015 * i, random) };
});

describe('a dead end', () => {
  it('is a page on which far more visits end than on others of its kind', () => {
    const ends = deadEnds([...pages, { node: '/p/end', kind: 'product', views: 600, exits: 400 }], 10);
    expect(ends.map(({ node }) => node)).toEqual(['/p/end']);
    expect(ends[0]?.lift.low).toBeGreaterThan(1.5);
    // About 400 less a third of 600.
    expect(ends[0]?.excess).toBeGreaterThan(180);
    expect(ends[0]?.excess).toBeLessThan(220);
  });

  it('is one of six articles as well, however far it stands out and however many products there are', () => {
    const articles = [63, 95, 125, 83, 98].map((views, i) => ({
      node: `/stories/${i}`,
      kind: 'page',
      views,
      exits: Math.round(views * (0.38 + 0.03 * i)),
    }));
    const end = { node: '/stories/end', kind: 'page', views: 740, exits: 680 };
    const [told, ...others] = deadEnds([...pages, ...articles, end], 10);
    expect(told?.node).toBe('/stories/end');
    expect(others).toEqual([]);
    // What is usual is learnt without it: 0.44, and not 0.69 as with it.
    expect(told?.pooled).toBeCloseTo(0.44, 1.5);
  });

  it('does not excuse another: two of eight are told', () => {
    const six = pages.slice(0, 6);
    const two = [600, 700].map((views) => ({
      node: `/p/end/${views}`,
      kind: 'product',
      views,
      exits: Math.round(views * 0.8),
    }));
    expect(deadEnds([...six, ...two], 10).map(({ node }) => node)).toEqual(['/p/end/700', '/p/end/600']);
  });

  it('is none among pages that differ as pages do', () => {
    expect(deadEnds(pages, 10)).toEqual([]);
  });

  it('is none of a kind of its own: nothing is usual among two', () => {
    const thanks = { node: '/thanks', kind: 'order', views: 500, exits: 490 };
    expect(deadEnds([...pages, thanks, { ...thanks, node: '/thanks/2' }], 10)).toEqual([]);
  });

  it('is none of few views, however many of them end', () => {
    expect(deadEnds([...pages, { node: '/p/new', kind: 'product', views: 5, exits: 4 }], 10)).toEqual([]);
  });

  it('is found among a thousand small pages, of which only those with k exits or more are shown', () => {
    const small = Array.from({ length: 1000 }, (_, i) => ({
      node: `/p/small/${i}`,
      kind: 'product',
      views: 35,
      exits: binomial(35, 0.3, random),
    })).filter(({ exits }) => exits >= 10);
    const end = { node: '/p/end', kind: 'product', views: 600, exits: 400 };
    expect(deadEnds([...pages, ...small, end], 10).map(({ node }) => node)).toEqual(['/p/end']);
  });

  it('is none among exits that passed midnight, and may be more than views', () => {
    expect(deadEnds([{ node: '/', kind: 'page', views: 0, exits: 1 }], 10)).toEqual([]);
  });
});
