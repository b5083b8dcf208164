import { describe, expect, it } from 'vitest';
import { readDataLayer } from './data-layer.ts';

function reading(window: { dataLayer?: unknown }, isFromStart = true) {
  const read: unknown[] = [];
  const unread = readDataLayer(window, isFromStart);
  return { read, look: () => read.push(...unread()) };
}

describe('the dataLayer of a shop', () => {
  it('is read entry by entry, each once', () => {
    const dataLayer: unknown[] = ['a'];
    const { read, look } = reading({ dataLayer });
    look();
    dataLayer.push('b', 'c');
    look();
    look();
    expect(read).toEqual(['a', 'b', 'c']);
  });

  it('is not read from its start for a visitor who has only just agreed', () => {
    const dataLayer: unknown[] = ['before'];
    const { read, look } = reading({ dataLayer }, false);
    dataLayer.push('after');
    look();
    expect(read).toEqual(['after']);
  });

  it('may come later, lose its oldest, or be something else', () => {
    const window: { dataLayer?: unknown } = {};
    const { read, look } = reading(window);
    look();
    const dataLayer = ['a', 'b', 'c'];
    window.dataLayer = dataLayer;
    look();
    dataLayer.shift();
    dataLayer.push('d');
    look();
    window.dataLayer = 'gone';
    look();
    expect(read).toEqual(['a', 'b', 'c', 'd']);
  });

  it('may be pushed nothing into, and is read on from there', () => {
    const dataLayer: unknown[] = ['a', undefined];
    const { read, look } = reading({ dataLayer });
    look();
    look();
    dataLayer.push('b', null);
    look();
    look();
    expect(read).toEqual(['a', 'b']);
  });

  it('is left as it is', () => {
    const dataLayer = Object.freeze(['a']);
    const { look } = reading(Object.freeze({ dataLayer }));
    look();
    expect(Object.keys(dataLayer)).toEqual(['0']);
  });
});
