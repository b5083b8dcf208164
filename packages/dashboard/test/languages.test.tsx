// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SCREENS } from '../src/state/route.ts';
import { type InterfaceLanguage, speak, type Words } from '../src/words/words.ts';
import german from '../src/words/words-de.ts';
import { type OpenDashboard, openDashboard } from './open-dashboard.tsx';

vi.setConfig({ testTimeout: 30_000 });

let open: OpenDashboard | undefined;
const dashboard = async (...args: Parameters<typeof openDashboard>): Promise<OpenDashboard> => {
  open = await openDashboard(...args);
  return open;
};
afterEach(() => {
  open?.close();
  speak('en', {});
});

const entries = Object.entries(german);
/** Around whatever is not a value. */
const mark = (text: string): string => text.replace(/[^{}]+(?=\{|$)/g, '⟦$&⟧');
/** Shows of each text that it was said. */
const marked: Words = Object.fromEntries(
  entries.map(([english, said]) => [
    english,
    typeof said === 'string' ? mark(said) : [mark(said[0]), mark(said[1])],
  ]),
);

/** What the shop, its catalogue and its staff are called, and what is the same in every language. */
const NAMES_OF_OTHERS =
  '.bar-name, .sites-name, .on-paper strong, .shift-list a, .account-name, .initial, .provenance, .wordmark, kbd, svg';
const DAY = /\d{1,2}\. (Okt|Nov)\./;

/** What is seen and read out, without what was said: nothing but figures, days, and names of others. */
function unsaidOnPage(): string[] {
  const texts: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode;
    if (parentElement?.closest(NAMES_OF_OTHERS) === null) texts.push(textContent ?? '');
  }
  for (const element of document.body.querySelectorAll('*')) {
    for (const name of ['aria-label', 'aria-valuetext', 'title', 'placeholder'])
      texts.push(element.getAttribute(name) ?? '');
  }
  return texts
    .map((text) => text.replace(/⟦[^⟦⟧]*⟧/g, ''))
    .filter((rest) => /\p{L}/u.test(rest) && !DAY.test(rest) && rest !== 'CSV');
}

describe('the dashboard in German', () => {
  it('names its screens, and writes days and numbers as German does', async () => {
    speak('de', german);
    const page = await dashboard('#/storefront/overview?from=2026-11-16&to=2026-11-22');
    await page.find('.figure[aria-pressed]', 'Besuche');
    expect(document.title).toBe('Übersicht · Storefront · Holloway');
    const names = [...document.querySelectorAll('.side-nav a')].map((link) => link.textContent);
    expect(names.slice(0, 3)).toEqual(['Übersicht', 'Maßnahmen', 'Klickpfade']);
    expect((await page.find('.range-days')).textContent?.replaceAll('\u2009', ' ')).toBe('16.–22. Nov. 2026');
    expect((await page.find('.figure', 'Seitenaufrufe')).textContent).toContain('3.090');
    expect((await page.find('.figure', 'Seiten pro Besuch')).textContent).toContain('4,');
    expect((await page.find('.readout')).textContent).toContain('So., 22. Nov. 2026');
  });

  it('has no English left on the overview', async () => {
    speak('de', marked);
    const page = await dashboard('#/garden/overview');
    await page.find('.figure[aria-pressed]', 'Besuche');
    await page.find('.wait', 'Seitenaufrufe');
    expect(unsaidOnPage()).toEqual([]);
  });

  it('asks for no word that there is not, on any screen', async () => {
    const missing = new Set<string>();
    const strict = new Proxy(german, {
      get(words, english: string) {
        if (words[english] === undefined) missing.add(english);
        return words[english];
      },
    });
    speak('de', strict);
    const page = await dashboard('#/storefront/overview');
    for (const screen of SCREENS) {
      await page.go(`#/storefront/${screen}`);
      await vi.waitFor(() => expect(document.querySelector('main .panel')).not.toBeNull(), 10_000);
      await vi.waitFor(() => expect(document.querySelector('.skeleton')).toBeNull(), 10_000);
    }
    expect([...missing]).toEqual([]);
  });
});

describe('the languages', () => {
  it('are offered beside the appearance, each in its own words, and one of them is chosen', async () => {
    const chosen: InterfaceLanguage[] = [];
    const page = await dashboard('#/storefront/overview', {
      onLanguage: (language) => chosen.push(language),
    });
    await page.press('.account .popover-button');
    await page.find('.languages');
    const buttons = [...document.querySelectorAll<HTMLElement>('.languages button')];
    expect(
      buttons.map((button) => [button.lang, button.textContent, button.getAttribute('aria-pressed')]),
    ).toEqual([
      ['en', 'English', 'true'],
      ['de', 'Deutsch', 'false'],
      ['fr', 'Français', 'false'],
      ['it', 'Italiano', 'false'],
      ['es', 'Español', 'false'],
    ]);
    await page.press('.languages button', 'Español');
    expect(chosen).toEqual(['es']);
  });

  it('are offered to whoever is not signed in', async () => {
    const chosen: InterfaceLanguage[] = [];
    speak('de', german);
    const page = await dashboard('', { signedIn: false, onLanguage: (language) => chosen.push(language) });
    await page.find('h1', 'Anmelden');
    expect((await page.find('.languages [aria-pressed=true]')).textContent).toBe('Deutsch');
    await page.press('.languages button', 'Français');
    expect(chosen).toEqual(['fr']);
  });
});
