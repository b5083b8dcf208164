// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CHOSEN, uiDeps } from '../../test/ui-deps.ts';
import { createUi } from './ui.ts';

const shown = () => [...document.querySelectorAll('#holloway-ui')].map(({ className }) => className);
const press = (action: string) =>
  document.querySelector<HTMLElement>(`#holloway-ui [data-holloway-action=${action}]`)?.click();
const focused = () => document.activeElement as HTMLElement | null;

function start(given: Parameters<typeof uiDeps>[0] = {}) {
  const core = uiDeps(given);
  core.ui = createUi(core);
  return { core, ui: core.ui };
}

/** Opens the privacy centre, which is loaded first. */
async function open(ui: { open(): void }): Promise<HTMLDialogElement> {
  ui.open();
  await vi.dynamicImportSettled();
  return document.querySelector('dialog.holloway-centre') as HTMLDialogElement;
}

/** Presses Choose, as a keyboard does. */
async function choose(): Promise<HTMLDialogElement> {
  document.querySelector<HTMLElement>('[data-holloway-action=choose]')?.focus();
  press('choose');
  await vi.dynamicImportSettled();
  return document.querySelector('dialog.holloway-centre') as HTMLDialogElement;
}

beforeEach(() => {
  document.body.innerHTML = '<main><button id="mine">Cookies</button></main>';
  document.adoptedStyleSheets = [];
});
afterEach(() => vi.unstubAllGlobals());

describe('asking', () => {
  it('shows one banner, first in the document, however often it is asked for, and takes no focus', () => {
    const { ui } = start();
    ui.ask();
    ui.ask();
    expect(shown()).toEqual(['holloway-bar']);
    expect(document.body.firstElementChild?.id).toBe('holloway-ui');
    expect(focused()).toBe(document.body);
  });

  it('shows it again where the page was replaced', () => {
    const { ui } = start();
    ui.ask();
    document.body.replaceChildren();
    ui.ask();
    expect(shown()).toEqual(['holloway-bar']);
  });

  it.each(['accept', 'reject'])('is over in the same task as %s', (action) => {
    const { ui } = start();
    ui.ask();
    press(action);
    expect(shown()).toEqual([]);
  });

  it.each([
    { where: 'in it', had: '#holloway-ui button', lost: true },
    { where: 'on the page', had: '#mine', lost: false },
  ])('tells, when it is over, whether the focus was $where', ({ had, lost }) => {
    const { ui } = start();
    ui.ask();
    document.querySelector<HTMLElement>(had)?.focus();
    expect(ui.rest()).toBe(lost);
  });

  it('is styled by a constructed sheet, once, and by no attribute', () => {
    const { ui } = start();
    ui.ask();
    ui.rest();
    ui.ask();
    expect(document.adoptedStyleSheets).toHaveLength(1);
    expect(document.querySelectorAll('[style],style')).toHaveLength(0);
  });

  it('gives the end of the page as much room as the banner takes, and the keyboard what scrolls in it', () => {
    let tell = () => {};
    vi.stubGlobal(
      'ResizeObserver',
      class {
        constructor(callback: () => void) {
          tell = callback;
        }
        observe() {}
      },
    );
    const replaceSync = vi.spyOn(CSSStyleSheet.prototype, 'replaceSync');
    const { ui } = start();
    ui.ask();
    const banner = document.querySelector('#holloway-ui') as HTMLElement;
    const text = banner.querySelector('.holloway-text') as HTMLElement;
    vi.spyOn(banner, 'getBoundingClientRect').mockReturnValue({ top: window.innerHeight - 321 } as DOMRect);
    tell();
    expect(replaceSync.mock.lastCall?.[0]).toMatch(
      /:root:has\(#holloway-ui:not\(\.holloway-centre\)\)\{padding-bottom:321px;scroll-padding-bottom:321px\}$/,
    );
    expect(text.tabIndex).toBe(-1);
    Object.defineProperty(text, 'scrollHeight', { value: 9 });
    tell();
    expect(text.tabIndex).toBe(0);
  });
});

describe('the privacy centre', () => {
  it('takes the place of the banner, which comes back with the focus on Choose when it is closed', async () => {
    const { ui } = start();
    ui.ask();
    const centre = await choose();
    expect(shown()).toEqual(['holloway-centre']);
    expect(centre.open).toBe(true);
    centre.close();
    expect(shown()).toEqual(['holloway-bar']);
    expect(focused()?.dataset.hollowayAction).toBe('choose');
  });

  it('is one, however often it is opened, and loaded once', async () => {
    const { ui } = start({ status: CHOSEN });
    await open(ui);
    const centre = await open(ui);
    expect(shown()).toEqual(['holloway-centre']);
    centre.close();
    await open(ui);
    expect(document.adoptedStyleSheets).toHaveLength(2);
  });

  it('gives the focus back to what it was opened with', async () => {
    const { ui } = start({ status: CHOSEN });
    const mine = document.querySelector<HTMLElement>('#mine');
    mine?.focus();
    const centre = await open(ui);
    centre.querySelector('button')?.focus();
    centre.close();
    expect(focused()).toBe(mine);
    mine?.focus();
    (await open(ui)).querySelector('button')?.focus();
    expect(ui.rest()).toBe(false);
    expect([focused(), shown()]).toEqual([mine, []]);
  });

  it('leaves the focus to the core where what it was opened with is gone', async () => {
    const { core, ui } = start();
    ui.ask();
    const centre = await choose();
    centre.querySelector('button')?.focus();
    expect(ui.rest()).toBe(true);
    expect(core.calls).toEqual([]);
  });

  it('stays while it is asked again, after everything was erased; then the banner has the focus', async () => {
    const { ui } = start({ status: CHOSEN });
    const mine = document.querySelector<HTMLElement>('#mine');
    mine?.focus();
    const centre = await open(ui);
    ui.ask();
    expect(shown()).toEqual(['holloway-centre']);
    centre.querySelector('button')?.focus();
    mine?.remove();
    centre.close();
    expect(shown()).toEqual(['holloway-bar']);
    expect(focused()?.id).toBe('holloway-ui');
  });
});
