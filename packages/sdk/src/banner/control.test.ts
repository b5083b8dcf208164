// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createControl } from './control.ts';

const control = () => document.querySelector<HTMLButtonElement>('#holloway-control');

beforeEach(() => {
  document.body.innerHTML = '<main><a href="/">Shop</a></main>';
  document.adoptedStyleSheets = [];
});

describe('the control', () => {
  it('is a button in the visitor’s language, first on the page, that opens', () => {
    const onOpen = vi.fn();
    createControl(document, 'de', onOpen).show('Datenschutz', false);
    expect(document.body.firstElementChild).toBe(control());
    expect([control()?.type, control()?.lang, control()?.textContent]).toEqual([
      'button',
      'de',
      'Datenschutz',
    ]);
    control()?.click();
    expect(onOpen).toHaveBeenCalledOnce();
  });

  it('takes the focus only where it is given', () => {
    const shown = createControl(document, 'en', () => {});
    shown.show('Privacy settings', false);
    expect(document.activeElement).toBe(document.body);
    shown.show('Privacy settings', true);
    expect(document.activeElement).toBe(control());
  });

  it('has no style that a strict policy would refuse', () => {
    createControl(document, 'en', () => {}).show('Privacy settings', false);
    expect(document.querySelectorAll('[style], style')).toHaveLength(0);
    expect(document.adoptedStyleSheets).toHaveLength(1);
  });

  it('gives way to one of the store’s own, which opens and takes the focus in its place', () => {
    document.body.innerHTML = '<footer><a href="#privacy" data-holloway-open><b>Cookies</b></a></footer>';
    const onOpen = vi.fn();
    createControl(document, 'en', onOpen).show('Privacy settings', true);
    expect(control()).toBeNull();
    const own = document.querySelector<HTMLElement>('[data-holloway-open]');
    expect(document.activeElement).toBe(own);
    const click = new MouseEvent('click', { bubbles: true, cancelable: true });
    own?.querySelector('b')?.dispatchEvent(click);
    expect([onOpen.mock.calls.length, click.defaultPrevented]).toEqual([1, true]);
  });

  it('goes and comes back', () => {
    const shown = createControl(document, 'en', () => {});
    shown.show('Privacy settings', false);
    shown.hide();
    expect(control()).toBeNull();
    shown.show('Privacy settings', false);
    expect(document.querySelectorAll('#holloway-control')).toHaveLength(1);
  });
});
