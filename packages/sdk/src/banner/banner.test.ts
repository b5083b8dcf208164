// @vitest-environment happy-dom
import type { Position } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { CONFIG } from '../../test/config.ts';
import { messagesWith, NOTHING, UNDECIDED, uiDeps, WORDING } from '../../test/ui-deps.ts';
import { createBanner } from './banner.ts';
import { createKit } from './kit.ts';

function bannerOf(given: Parameters<typeof uiDeps>[0] = {}, onChoose = () => {}) {
  const deps = uiDeps(given);
  const banner = createBanner(deps, createKit(deps), onChoose);
  return { deps, banner, buttons: [...banner.querySelectorAll('button')] };
}

describe('the banner', () => {
  it('is a named region of plain text and three answers', () => {
    const { banner, buttons } = bannerOf();
    expect([banner.tagName, banner.id, banner.ariaLabel, banner.lang]).toEqual([
      'SECTION',
      'holloway-ui',
      'open',
      'en',
    ]);
    expect(buttons.map(({ textContent }) => textContent)).toEqual(['rejectAll', 'acceptAll', 'choose']);
    expect(banner.querySelectorAll('input,a,[role]')).toHaveLength(0);
  });

  it('gives all answers the same attributes but for their names, so that they look the same', () => {
    const { buttons } = bannerOf();
    const named = ['data-holloway-action', 'type'];
    expect(buttons.map((button) => button.getAttributeNames().sort())).toEqual([named, named, named]);
    expect(buttons.map(({ type }) => type)).toEqual(['button', 'button', 'button']);
  });

  it('has no style that a strict policy would refuse', () => {
    const { banner } = bannerOf();
    expect(banner.querySelectorAll('[style], style')).toHaveLength(0);
    expect(banner.hasAttribute('style')).toBe(false);
  });

  it.each([
    { action: 'reject', choices: NOTHING },
    { action: 'accept', choices: { preferences: false, analytics: true, marketing: true } },
  ])('is answered by a program: $action', ({ action, choices }) => {
    const { deps, banner } = bannerOf({ config: { ...CONFIG, categories: ['analytics', 'marketing'] } });
    banner.querySelector<HTMLElement>(`[data-holloway-action=${action}]`)?.click();
    expect(deps.calls).toEqual([['choose', choices, 'banner']]);
  });

  it('leaves it to the privacy centre to choose', () => {
    let opened = 0;
    const { deps, buttons } = bannerOf({}, () => opened++);
    buttons[2]?.click();
    expect([opened, deps.calls]).toEqual([1, []]);
  });

  it.each([
    { says: 'banner\nchange', where: { config: { ...CONFIG, categories: ['analytics'] as const } } },
    { says: 'banner preferencesPurpose marketingPurpose\nchange', where: {} },
    {
      says: 'banner preferencesPurpose marketingPurpose\nrefusalsCounted change',
      where: { config: { ...CONFIG, countsRefusals: true } },
    },
    {
      says: 'banner preferencesPurpose marketingPurpose\nobjection change',
      where: { config: { ...CONFIG, countsRefusals: true }, status: { ...UNDECIDED, objection: true } },
    },
    {
      says: 'banner preferencesPurpose marketingPurpose\noptOut change',
      where: { status: { ...UNDECIDED, basis: 'default' as const } },
    },
  ])('says what is asked and no more: $says', ({ says, where }) => {
    const { banner } = bannerOf(where);
    expect([...banner.querySelectorAll('p')].map(({ textContent }) => textContent).join('\n')).toBe(says);
  });

  it('names the control that changes it', () => {
    const messages = messagesWith({ banner: 'Cookies?', change: 'Under “{open}”.', open: 'Privacy' });
    const { banner } = bannerOf({ wording: { ...WORDING, messages } });
    expect(banner.textContent).toContain('Under “Privacy”.');
  });

  it.each<{ position: Position; tag: string; isOpen: boolean }>([
    { position: 'bar', tag: 'SECTION', isOpen: false },
    { position: 'box', tag: 'SECTION', isOpen: false },
    { position: 'dialog', tag: 'DIALOG', isOpen: true },
  ])('stands as a $position', ({ position, tag, isOpen }) => {
    const { banner } = bannerOf({ config: { ...CONFIG, position } });
    expect([banner.tagName, banner.hasAttribute('open')]).toEqual([tag, isOpen]);
    expect(banner.className).toBe(`holloway-${position}`);
  });

  it.each([
    { language: 'de', dir: 'ltr' },
    { language: 'ar', dir: 'rtl' },
    { language: 'he', dir: 'rtl' },
  ] as const)('is read in the direction of its language: $language', ({ language, dir }) => {
    const { banner } = bannerOf({ wording: { ...WORDING, language } });
    expect([banner.lang, banner.dir]).toEqual([language, dir]);
  });
});
