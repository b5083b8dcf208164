import { describe, expect, it } from 'vitest';
import { layersOf, mostSeenIn, rateToShow, toggled, windowOf } from './layout-view.ts';

describe('the size of window', () => {
  const seen = [
    { viewport: 's', n: 40 },
    { viewport: 's', n: 20 },
    { viewport: 'l', n: 50 },
  ] as const;

  it('is the one in which the page is seen most, until one is chosen', () => {
    expect(mostSeenIn(seen)).toBe('s');
    expect(windowOf({}, seen)).toBe('s');
    expect(windowOf({ window: ['l'] }, seen)).toBe('l');
    expect(windowOf({ window: ['all'] }, seen)).toBe('all');
  });

  it('is any where the history names none', () => {
    expect(windowOf({}, [{ viewport: null, n: 9 }])).toBe('all');
  });
});

describe('the rate of a picture', () => {
  it('is the one asked for, also by the name it had before', () => {
    expect(rateToShow({ figure: ['orderRate'] }, ['exposure', 'orderRate'])).toBe('orderRate');
    expect(rateToShow({ figure: ['clicked'] }, ['exposure', 'clickRate'])).toBe('clickRate');
  });

  it('is another where nothing has it', () => {
    expect(rateToShow({ figure: ['orderRate'] }, ['attractiveness'])).toBe('attractiveness');
    expect(rateToShow({}, [])).toBeNull();
  });
});

describe('layers', () => {
  it('are boxes and scroll reach, until others are chosen, or none', () => {
    expect(layersOf({})).toEqual(['boxes', 'scroll']);
    expect(layersOf({ layer: ['heatmap', 'ghosts'] })).toEqual(['heatmap']);
    expect(layersOf({ layer: ['none'] })).toEqual([]);
  });

  it('are switched one by one', () => {
    expect(toggled(['boxes'], 'heatmap')).toEqual(['boxes', 'heatmap']);
    expect(toggled(['boxes'], 'boxes')).toEqual(['none']);
  });
});
