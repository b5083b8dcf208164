// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setUrl, stayOnPage } from '../../test/dom.ts';
import { followLinks } from './follow-links.ts';

let ending: AbortController;
let code: string | null;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  stayOnPage();
  setUrl('https://shop.example/c/kettles?sort=new');
  ending = new AbortController();
  code = 'x1';
  followLinks(window as Window & typeof globalThis, () => code, ending.signal);
});
afterEach(() => {
  ending.abort();
  vi.useRealTimers();
});

/**
 * Where a click on it leads, and what it says of that afterwards.
 * @param hear What a listener of the page does with it.
 */
function click(
  html: string,
  init: MouseEventInit = {},
  hear: (event: Event, link: HTMLAnchorElement) => void = () => {},
): [string, string | null] {
  document.body.innerHTML = html;
  const link = document.querySelector('a') as HTMLAnchorElement;
  let led = '';
  document.addEventListener('click', (event) => hear(event, link), { once: true });
  // As the browser does, once everybody has heard of it.
  const lead = (event: Event): void => {
    event.preventDefault();
    led = link.href;
  };
  window.addEventListener('click', lead, { once: true });
  const target = link.firstElementChild ?? link;
  target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, ...init }));
  vi.advanceTimersByTime(0);
  return [led, link.getAttribute('href')];
}

describe('a link that is followed', () => {
  it('takes the code along, and is then as it was', () => {
    expect(click('<a href="/p/a#reviews"><img></a>')).toEqual([
      'https://shop.example/p/a#reviews#holloway-overlay=x1',
      '/p/a#reviews',
    ]);
  });

  it.each([
    ['leads to another site', '<a href="https://other.example/p/a">', {}],
    ['opens another window', '<a href="/p/a" target="_blank">', {}],
    ['is opened in another tab', '<a href="/p/a">', { ctrlKey: true }],
    ['is saved', '<a href="/p/a" download>', {}],
    ['leads to a place on this page', '<a href="#top">', {}],
  ])('takes none along where it %s', (_, html, init) => {
    expect(click(html, init)[0]).not.toContain('holloway');
  });

  it('is without it for the listeners of the page', () => {
    const heard: string[] = [];
    click('<a href="/p/a">', {}, (_, { href }) => heard.push(href));
    expect(heard).toEqual(['https://shop.example/p/a']);
  });

  it('takes none along where the page shows the next one itself', () => {
    const [led] = click('<a href="/p/a">', {}, (event) => event.preventDefault());
    expect(led).toBe('https://shop.example/p/a');
  });

  it('takes none along once the numbers are closed', () => {
    ending.abort();
    expect(click('<a href="/p/a">')[0]).toBe('https://shop.example/p/a');
  });

  it('takes none along where there is none', () => {
    code = null;
    expect(click('<a href="/p/a">')[0]).toBe('https://shop.example/p/a');
  });
});
