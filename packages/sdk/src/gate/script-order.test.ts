// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { isBlocking, nextScripts } from './script-order.ts';

/** Scripts with these attributes; the id of each is its place, from 1. */
const scripts = (...attributes: string[]): HTMLScriptElement[] => {
  document.body.innerHTML = attributes
    .map((each, index) => `<script type="text/plain" id="${index + 1}" ${each}></script>`)
    .join('');
  return [...document.querySelectorAll('script')];
};

const next = (all: HTMLScriptElement[], isBlocked = false, isParsed = true): number[] =>
  nextScripts(all, isBlocked, isParsed).map(({ id }) => Number(id));

describe('the next scripts', () => {
  it.each([
    { name: 'none of none', all: [], ids: [] },
    { name: 'an inline one alone, since it might need what is before', all: ['', '', 'src="a"'], ids: [1] },
    {
      name: 'all that load before the next inline one',
      all: ['src="a"', 'data-src="b"', '', 'src="c"'],
      ids: [1, 2],
    },
    { name: 'all that load, where none is inline', all: ['src="a"', 'src="b"'], ids: [1, 2] },
    { name: 'what is async, wherever it stands', all: ['', 'src="a"', 'async src="b"'], ids: [3, 1] },
    {
      name: 'what is deferred, only when nothing else waits',
      all: ['defer src="a"', 'data-type="module"', ''],
      ids: [3],
    },
    {
      name: 'what is deferred, in order',
      all: ['data-type="module"', 'defer src="a"', 'data-type="module" src="b"'],
      ids: [1, 2, 3],
    },
    { name: 'a module that is async, inline too', all: ['', 'data-type="module" async'], ids: [2, 1] },
    { name: 'one without an address at once, whatever it says of order', all: ['async', 'defer'], ids: [1] },
  ])('are $name', ({ all, ids }) => {
    expect(next(scripts(...all))).toEqual(ids);
  });

  it('are those that are async alone, while one is loading that blocks', () => {
    expect(next(scripts('', 'src="a"', 'defer src="b"', 'async src="c"'), true)).toEqual([4]);
  });

  it('are not those that are deferred, while the document is still being read', () => {
    const all = scripts('defer src="a"', 'async src="b"');
    expect(next(all, false, false)).toEqual([2]);
    expect(next(all, false, true)).toEqual([2, 1]);
  });
});

describe('a script', () => {
  it.each([
    { attributes: 'src="a"', blocks: true },
    { attributes: 'data-src="a"', blocks: true },
    { attributes: 'src="a" data-type="text/javascript"', blocks: true },
    { attributes: '', blocks: false },
    { attributes: 'src="a" async', blocks: false },
    { attributes: 'src="a" defer', blocks: false },
    { attributes: 'src="a" data-type="module"', blocks: false },
    // The browser passes these over, and would never say that it is done with them.
    { attributes: 'src="a" nomodule', blocks: false },
    { attributes: 'src="a" data-type="application/ld+json"', blocks: false },
  ])('with $attributes blocks the next: $blocks', ({ attributes, blocks }) => {
    expect(scripts(attributes).map(isBlocking)).toEqual([blocks]);
  });
});
