// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { createBanner } from './banner.ts';
import { createSurface } from './surface.ts';

const unknown = { state: 'unknown', objection: false } as const;
const status = { ...unknown, choices: { preferences: false, analytics: false, marketing: false } };

describe('the banner', () => {
  it('is a named region of plain text and two buttons', () => {
    const banner = createBanner(document, unknown, () => {});
    expect(banner.tagName).toBe('SECTION');
    expect(banner.ariaLabel).toBe('Privacy settings');
    expect(banner.textContent).toContain('cookies');
    expect([...banner.querySelectorAll('button')].map(({ textContent }) => textContent)).toEqual([
      'Reject all',
      'Accept all',
    ]);
  });

  it('gives both answers the same attributes, so that they look the same', () => {
    const buttons = [...createBanner(document, unknown, () => {}).querySelectorAll('button')];
    expect(buttons.map((button) => button.getAttributeNames())).toEqual([['type'], ['type']]);
  });

  it('has no style of its own that a strict policy would refuse', () => {
    const banner = createBanner(document, unknown, () => {});
    expect(banner.querySelectorAll('[style], style')).toHaveLength(0);
    expect(banner.hasAttribute('style')).toBe(false);
  });

  it.each([
    { label: 0, choices: { preferences: false, analytics: false, marketing: false } },
    { label: 1, choices: { preferences: false, analytics: true, marketing: false } },
  ])('can be answered by a program', ({ label, choices }) => {
    const onChoice = vi.fn();
    createBanner(document, unknown, onChoice).querySelectorAll('button')[label]?.click();
    expect(onChoice).toHaveBeenCalledExactlyOnceWith(choices);
  });

  it.each([
    { state: 'accepted' as const, says: 'You have accepted.' },
    { state: 'rejected' as const, says: 'You have rejected.' },
  ])('says what was chosen before: $state', ({ state, says }) => {
    expect(createBanner(document, { state, objection: true }, () => {}).textContent).toContain(says);
  });
});

describe('what is shown', () => {
  it('is one banner, however often it is asked for', () => {
    document.body.replaceChildren();
    const surface = createSurface(document, { onChoice: () => {}, onOpen: () => {} });
    surface.ask(status, false);
    surface.ask(status, true);
    expect(document.querySelectorAll('#holloway-ui')).toHaveLength(1);
    expect(document.activeElement?.tagName).toBe('SECTION');
  });

  it('gives the focus back to what the banner was opened with', () => {
    document.body.innerHTML = '<button id="mine" data-holloway-open>Cookies</button>';
    const surface = createSurface(document, { onChoice: () => {}, onOpen: () => {} });
    const mine = document.querySelector<HTMLElement>('#mine');
    mine?.focus();
    surface.ask(status, true);
    surface.rest();
    expect(document.activeElement).toBe(mine);
  });

  it('is styled by a constructed sheet, once', () => {
    document.adoptedStyleSheets = [];
    const surface = createSurface(document, { onChoice: () => {}, onOpen: () => {} });
    surface.rest();
    surface.ask(status, false);
    expect(document.adoptedStyleSheets).toHaveLength(1);
  });

  it('gives the end of the page as much room as the banner takes, and no attribute', () => {
    const observed: { element: Element; tell: () => void }[] = [];
    vi.stubGlobal(
      'ResizeObserver',
      class {
        readonly tell: () => void;
        constructor(tell: () => void) {
          this.tell = tell;
        }
        observe = (element: Element) => observed.push({ element, tell: this.tell });
      },
    );
    const replaceSync = vi.spyOn(CSSStyleSheet.prototype, 'replaceSync');
    const surface = createSurface(document, { onChoice: () => {}, onOpen: () => {} });
    surface.ask(status, false);
    const [{ element, tell } = { element: null, tell: () => {} }] = observed;
    expect(element).toBe(document.querySelector('section#holloway-ui'));
    Object.defineProperty(element, 'offsetHeight', { value: 321 });
    tell();
    // Only as long as there is a banner.
    expect(replaceSync.mock.lastCall?.[0]).toMatch(
      /:root:has\(section#holloway-ui\)\{padding-bottom:321px;scroll-padding-bottom:321px\}$/,
    );
    expect(document.querySelectorAll('[style]')).toHaveLength(0);
    vi.unstubAllGlobals();
  });
});
