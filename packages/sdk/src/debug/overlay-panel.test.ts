// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Build, element } from '../banner/element.ts';
import { createPanel, type Panel } from './overlay-panel.ts';

const build: Build = (...made) => element(document, ...made);

const { attachShadow } = Element.prototype;

let isWide: boolean;
let shadow: ShadowRoot;
let onOpen: ReturnType<typeof vi.fn<() => void>>;
let panel: Panel;

function open(): void {
  panel = createPanel(window as Window & typeof globalThis, build, [build('button', {}, 'Copy')], onOpen);
  panel.show('Holloway · 3 wait, 0 sent');
}

const toggle = () => shadow.querySelector('h2 button') as HTMLButtonElement;
const body = () => shadow.querySelector('#body') as HTMLElement;
const host = () => document.querySelector<HTMLElement>('[data-holloway-debug]');

beforeEach(() => {
  document.body.replaceChildren();
  isWide = false;
  onOpen = vi.fn();
  vi.spyOn(window, 'matchMedia').mockImplementation(() => ({ matches: isWide }) as MediaQueryList);
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    shadow = attachShadow.call(this, init);
    return shadow;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the panel', () => {
  it('is known by its attribute, and closed to the page', () => {
    open();
    expect(host()?.shadowRoot).toBeNull();
    expect(host()?.childNodes).toHaveLength(0);
  });

  it('says in its bar how much there is', () => {
    open();
    expect(toggle().textContent).toBe('Holloway · 3 wait, 0 sent');
  });

  it.each([
    ['open where there is room for it', true],
    ['closed on a phone', false],
  ])('begins %s', (_, wide) => {
    isWide = wide;
    open();
    expect(panel.isOpen()).toBe(wide);
    expect(body().hidden).toBe(!wide);
    expect(toggle().getAttribute('aria-expanded')).toBe(String(wide));
  });

  it('is opened and closed by its bar, and tells of the opening', () => {
    open();
    toggle().click();
    expect(panel.isOpen()).toBe(true);
    expect(onOpen).toHaveBeenCalledOnce();
    toggle().click();
    expect(panel.isOpen()).toBe(false);
    expect(onOpen).toHaveBeenCalledOnce();
  });

  it('is closed by Escape, and the keyboard goes on from its bar', () => {
    isWide = true;
    open();
    const copy = body().querySelector('button');
    copy?.focus();
    copy?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
    expect(panel.isOpen()).toBe(true);
    copy?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    expect(panel.isOpen()).toBe(false);
    expect(shadow.activeElement).toBe(toggle());
  });

  it('keeps what is pressed in it from the shop', () => {
    const heard = vi.fn();
    for (const type of ['click', 'keydown']) document.addEventListener(type, heard);
    open();
    toggle().click();
    toggle().dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, composed: true }));
    expect(heard).not.toHaveBeenCalled();
    for (const type of ['click', 'keydown']) document.removeEventListener(type, heard);
  });

  it('comes back where a router has replaced the body', () => {
    open();
    document.body.replaceChildren();
    expect(host()).toBeNull();
    panel.show('Holloway · 4 wait, 0 sent');
    expect(host()).not.toBeNull();
  });
});
