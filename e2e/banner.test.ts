/**
 * Banner and privacy centre by themselves, in a real Chromium: how they stand, what they leave of the page, and that
 * everybody can use them. What follows from an answer is told by e2e/consent.
 */
import {
  CATEGORIES,
  DATA_GROUPS,
  LANGUAGES,
  type Messages,
  POSITIONS,
  type Wording,
} from '@holloway/protocol';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MESSAGES } from '../packages/collector/src/consent/messages/index.ts';
import { type Published, policyOf, publishedOf } from '../packages/collector/test/consent.ts';
import { lostFocus, overflow, violations, walls } from './consent/rules.ts';
import { findingsOfAxe } from './support/axe.ts';
import {
  type BannerPage,
  type BannerPageServer,
  CONFIG,
  serveBannerPage,
  UNDECIDED,
} from './support/banner-page.ts';
import { newVisitor, openBrowser, type Visitor, type VisitorOptions } from './support/browser.ts';

const CONTROL = '#holloway-control';
const PHONE = { width: 320, height: 568 };
/** A window of 1280 x 1024 at 400 %. */
const ZOOMED = { width: 320, height: 256 };
const SIZES = [
  PHONE,
  ZOOMED,
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
];
const LOOKS = [
  { colorScheme: 'light' },
  { colorScheme: 'dark' },
  { colorScheme: 'light', forcedColors: 'active' },
] as const;
const CHOSEN = {
  ...UNDECIDED,
  state: 'accepted',
  choices: { preferences: true, analytics: true, marketing: false },
  basis: 'chosen',
  day: '2026-11-23',
} as const;
const PREFERENCES = [
  { key: 'colour', label: { en: 'Your colour' }, values: [{ value: 'sage', label: { en: 'Sage' } }] },
];

let browser: Browser;
let server: BannerPageServer;
let published: Published;
let english: Wording;
let visitor: Visitor | null = null;

beforeAll(async () => {
  browser = await openBrowser();
  server = await serveBannerPage();
  published = await publishedOf(policyOf({ languages: ['en'], preferences: PREFERENCES }));
  english = published.wordings[0] as Wording;
});
afterEach(async () => {
  await visitor?.close();
  visitor = null;
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** Each text said three times over: longer than any language says it. */
const long = (messages: Messages): Messages => {
  const thrice = (text: string) => `${text} ${text} ${text}`;
  const labels = ['acceptAll', 'rejectAll', 'choose', 'save', 'close', 'open'];
  const texts = Object.entries(messages).map(([name, text]) => [
    name,
    typeof text !== 'string' ? text : labels.includes(name) ? `${text} ${text}` : thrice(text),
  ]);
  return Object.fromEntries(texts);
};

async function openPage(given: Partial<BannerPage> = {}, options: VisitorOptions = {}): Promise<Page> {
  const { signed, key } = published;
  server.give({
    status: UNDECIDED,
    wording: english,
    shared: {},
    own: {},
    css: '',
    published: {
      [`/v1/sites/shop/statements/${signed.id}`]: signed,
      '/v1/keys.json': { keys: [key] },
    },
    ...given,
    config: {
      ...CONFIG,
      statement: signed.id,
      services: signed.statement.services,
      preferences: PREFERENCES,
      ...given.config,
    },
  });
  await visitor?.close();
  visitor = await newVisitor(browser, { ...PHONE, ...options });
  const { page } = visitor;
  await page.goto(server.url);
  await page.locator('html[data-ready]').waitFor();
  return page;
}

interface Test {
  readonly ui: { ask(): void; open(): void };
  readonly calls: readonly unknown[];
}

async function asked(...given: Parameters<typeof openPage>): Promise<Page> {
  const page = await openPage(...given);
  await page.evaluate(async () => {
    (window as unknown as { test: Test }).test.ui.ask();
    // Until the room that it takes is made, which is after the next layout.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
  return page;
}

async function opened(...given: Parameters<typeof openPage>): Promise<Page> {
  const page = await openPage(...given);
  await page.locator(CONTROL).click();
  await page.locator('dialog.holloway-centre').waitFor();
  return page;
}

/** Opens every section, and what is in it. */
async function unfold(page: Page): Promise<void> {
  const open = () =>
    page.evaluate(() => {
      for (const details of document.querySelectorAll<HTMLDetailsElement>('#holloway-ui details')) {
        details.open = true;
      }
    });
  await open();
  await page.locator('[data-holloway-held] :is(p,button)').first().waitFor();
  if (await page.locator('[data-holloway-receipt]').count()) {
    await page.locator('[data-holloway-receipt] button').first().waitFor();
  }
  await open();
}

const calls = (page: Page) => page.evaluate(() => (window as unknown as { test: Test }).test.calls);

/** In what the answers differ but for their words, and what of them cannot be seen. */
const faultsOfAnswers = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const answers = [...document.querySelectorAll<HTMLElement>('#holloway-ui [data-holloway-action]')];
    const [first] = answers;
    if (!first || answers.length !== 3) return ['there are not three'];
    const faults: string[] = [];
    const box = first.getBoundingClientRect();
    for (const answer of answers) {
      const { width, height, left, right, top, bottom } = answer.getBoundingClientRect();
      const name = answer.dataset.hollowayAction;
      if (Math.abs(width - box.width) > 1) faults.push(`${name}: width`);
      if (Math.abs(height - box.height) > 1) faults.push(`${name}: height`);
      if (width < 24 || height < 44) faults.push(`${name}: too small`);
      if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight)
        faults.push(`${name}: off screen`);
      if (answer.scrollWidth > answer.clientWidth + 1) faults.push(`${name}: its text is cut`);
      const text = answer.firstChild as Text;
      for (const word of text.data.matchAll(/\S+/g)) {
        const range = document.createRange();
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        // Hyphens are a word's own places to break at, and Chinese and Japanese break anywhere.
        const isWhole = range.getClientRects().length === 1 || /[-\u3000-\u9fff]/.test(word[0]);
        if (!isWhole) faults.push(`${name}: a word is broken`);
      }
      const onTop = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      if (onTop !== answer) faults.push(`${name}: covered`);
      const [its, others] = [getComputedStyle(answer), getComputedStyle(first)];
      for (const property of its) {
        // What follows from the words and the width that a line of them has.
        if (/size$|width$|height$|origin$/.test(property) && !/^border|^font/.test(property)) continue;
        if (its.getPropertyValue(property) !== others.getPropertyValue(property)) {
          faults.push(`${name}: ${property}`);
        }
      }
    }
    return faults;
  });

/** Where the keyboard is. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document;
    return (activeElement as HTMLElement)?.dataset.hollowayAction ?? activeElement?.id ?? '';
  });

describe('the three answers', () => {
  const cases = POSITIONS.flatMap((position) => SIZES.map((size) => ({ position, ...size })));
  it.each(cases)(
    'are equal and in sight in a $position at $width x $height',
    async ({ position, ...size }) => {
      const page = await asked({ config: { ...CONFIG, position } }, size);
      expect(await faultsOfAnswers(page)).toEqual([]);
      expect(await overflow(page)).toEqual([]);
    },
  );

  it.each(POSITIONS)(
    'stay in sight in a %s on a small phone, however long the texts are',
    async (position) => {
      const wording = { ...english, messages: long(english.messages) };
      const page = await asked({ wording, config: { ...CONFIG, position, countsRefusals: true } });
      expect(await faultsOfAnswers(page)).toEqual([]);
      expect(await overflow(page)).toEqual([]);
      // The text is what scrolls, by the keyboard too.
      await page.keyboard.press('Tab');
      await page.keyboard.press('End');
      await expect
        .poll(() => page.locator('.holloway-text').evaluate(({ scrollTop }) => scrollTop))
        .toBeGreaterThan(0);
    },
  );

  it.each(LANGUAGES)('stay in sight and whole, at every size, in %s', async (language) => {
    const wording = { ...english, language, messages: MESSAGES[language] };
    const page = await asked({ wording });
    expect(await faultsOfAnswers(page)).toEqual([]);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      expect([size, await faultsOfAnswers(page)]).toEqual([size, []]);
    }
  });

  it.each(LANGUAGES)('stay whole in box and privacy centre in %s', async (language) => {
    const wording = { ...english, language, messages: MESSAGES[language] };
    const page = await asked(
      { wording, config: { ...CONFIG, position: 'box' } },
      { width: 768, height: 1024 },
    );
    expect(await faultsOfAnswers(page)).toEqual([]);
    await page.locator('[data-holloway-action=choose]').click();
    await page.locator('dialog.holloway-centre').waitFor();
    for (const size of [PHONE, { width: 390, height: 844 }, { width: 768, height: 1024 }]) {
      await page.setViewportSize(size);
      expect([size, await faultsOfAnswers(page)]).toEqual([size, []]);
    }
  });

  it('are equal in the privacy centre', async () => {
    for (const size of [PHONE, { width: 1440, height: 900 }]) {
      const page = await opened({ status: CHOSEN }, size);
      expect(await faultsOfAnswers(page)).toEqual([]);
    }
  });

  it.each([
    { fault: 'accept: width', css: '[data-holloway-action=accept]{flex-grow:2!important}' },
    { fault: 'accept: background-color', css: '[data-holloway-action=accept]{background:green!important}' },
    { fault: 'choose: opacity', css: '[data-holloway-action=choose]{opacity:.5!important}' },
    { fault: 'accept: font-weight', css: '[data-holloway-action=accept]{font-weight:900!important}' },
    { fault: 'choose: off screen', css: '.holloway-text{min-height:600px!important}' },
    {
      fault: 'reject: its text is cut',
      css: '[data-holloway-action]{white-space:nowrap!important;max-width:50px!important}',
    },
  ])('would be told to be at fault: $fault', async ({ fault, css }) => {
    expect(await faultsOfAnswers(await asked({ css }, { width: 768, height: 500 }))).toContain(fault);
  });
});

describe('the banner', () => {
  it.each(POSITIONS)('as a %s leaves the page to be scrolled, pressed and focused', async (position) => {
    const page = await asked({ config: { ...CONFIG, position } }, { width: 1280, height: 800 });
    expect(await walls(page)).toEqual([]);
  });

  it.each(POSITIONS)('as a %s hides nothing that has the keyboard’s focus', async (position) => {
    const page = await asked({ config: { ...CONFIG, position } });
    for (const id of ['bottom', 'top']) {
      const covered = await page.evaluate((link) => {
        const target = document.getElementById(link) as HTMLElement;
        target.focus();
        const { left, right, top, bottom } = target.getBoundingClientRect();
        return document.elementFromPoint((left + right) / 2, (top + bottom) / 2) !== target;
      }, id);
      expect([id, covered]).toEqual([id, false]);
    }
  });

  it('takes no focus, and is the first that the keyboard comes to', async () => {
    const page = await asked({}, { width: 1280, height: 800 });
    expect(await lostFocus(page)).toEqual(['the focus is lost']); // it is where it was
    const order: string[] = [];
    for (let i = 0; i < 4; i++) {
      await page.keyboard.press('Tab');
      order.push(await focused(page));
    }
    expect(order).toEqual(['reject', 'accept', 'choose', 'top']);
  });

  it.each([
    { key: 'Enter', presses: 1, choices: [false, false, false] },
    { key: 'Space', presses: 2, choices: [true, true, true] },
  ])('is answered by the keyboard and gone in the same task: $key', async ({ key, presses, choices }) => {
    const page = await asked({}, { width: 1280, height: 800 });
    for (let i = 0; i < presses; i++) await page.keyboard.press('Tab');
    await page.keyboard.press(key);
    expect(await page.locator('#holloway-ui').count()).toBe(0);
    const chosen = Object.fromEntries(CATEGORIES.map((category, i) => [category, choices[i]]));
    expect(await calls(page)).toEqual([['choose', chosen, 'banner']]);
    expect(await focused(page)).toBe('holloway-control');
  });

  it('shows where the keyboard is', async () => {
    const page = await asked({}, { width: 1280, height: 800 });
    await page.keyboard.press('Tab');
    const outline = () =>
      page
        .locator('[data-holloway-action=reject]')
        .evaluate((button) => getComputedStyle(button).outline.replace(/^rgb\(.*?\) /, ''));
    expect(await outline()).toBe('solid 3px');
  });

  it('keeps its looks whatever the shop’s own style says', async () => {
    const look = (page: Page) =>
      page.evaluate(() =>
        [...document.querySelectorAll('#holloway-ui, #holloway-ui *')].map((each) => {
          const style = getComputedStyle(each);
          const { width, height } = each.getBoundingClientRect();
          return [
            each.tagName,
            width,
            height,
            style.font,
            style.color,
            style.backgroundColor,
            style.textTransform,
          ];
        }),
      );
    const css = `html{font-size:62.5%}body{text-align:center;text-transform:uppercase;letter-spacing:3px;font-style:italic}
      section,dialog{padding:99px;background:hotpink;opacity:.3;transform:rotate(9deg);transition:all 9s}
      button{width:9px;background:hotpink;color:red;float:right}p{margin:40px;font-size:40px;color:red}div{display:none}`;
    const plain = await look(await asked({}, { width: 1280, height: 800 }));
    expect(await look(await asked({ css }, { width: 1280, height: 800 }))).toEqual(plain);
  });

  it('wears the shop’s colours, font and shape where the shop says so', async () => {
    const css = `:root{--holloway-background:rgb(1,2,3);--holloway-color:rgb(250,250,250);--holloway-accent:rgb(4,5,6);
      --holloway-accent-color:rgb(7,8,9);--holloway-border:rgb(10,11,12);--holloway-radius:3px;--holloway-font:monospace;
      --holloway-width:20em;--holloway-z:7}`;
    const page = await asked({ css }, { width: 1280, height: 800 });
    const worn = await page.evaluate(() => {
      const style = getComputedStyle(document.querySelector('#holloway-ui') as Element);
      const button = getComputedStyle(document.querySelector('#holloway-ui button') as Element);
      const { backgroundColor, color, borderTopColor, borderTopLeftRadius, fontFamily, width, zIndex } =
        style;
      return [
        [backgroundColor, color, borderTopColor, borderTopLeftRadius, fontFamily, width, zIndex],
        [button.backgroundColor, button.color, button.borderTopLeftRadius],
      ];
    });
    expect(worn).toEqual([
      ['rgb(1, 2, 3)', 'rgb(250, 250, 250)', 'rgb(10, 11, 12)', '3px', 'monospace', '300px', '7'],
      ['rgb(4, 5, 6)', 'rgb(7, 8, 9)', '3px'],
    ]);
  });

  it('bears wider text spacing', async () => {
    const css =
      '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}';
    for (const position of POSITIONS) {
      const page = await asked({ css, config: { ...CONFIG, position } });
      expect(await faultsOfAnswers(page)).toEqual([]);
      expect(await overflow(page)).toEqual([]);
    }
  });

  it('is not printed', async () => {
    const page = await asked();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#holloway-ui').isVisible()).toBe(false);
  });

  it('stands in the other corner where people write from right to left', async () => {
    const middle = async (wording: Wording) => {
      const page = await asked(
        { wording, config: { ...CONFIG, position: 'box' } },
        { width: 1280, height: 800 },
      );
      const { x = 0, width = 0 } = (await page.locator('#holloway-ui').boundingBox()) ?? {};
      return x + width / 2 < 640 ? 'left' : 'right';
    };
    expect([await middle(english), await middle({ ...english, language: 'ar' })]).toEqual(['right', 'left']);
  });
});

describe('the privacy centre', () => {
  it.each(['Escape', 'Close'])(
    'closes by %s, and the banner is back with the focus on Choose',
    async (by) => {
      const page = await asked();
      for (let i = 0; i < 3; i++) await page.keyboard.press('Tab');
      // Where the banner’s text scrolls it is a stop of its own.
      if ((await focused(page)) !== 'choose') await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.locator('dialog.holloway-centre').waitFor();
      if (by === 'Escape') await page.keyboard.press('Escape');
      else await page.getByRole('button', { name: 'Close' }).click();
      await page.locator('section#holloway-ui').waitFor();
      expect(await page.locator('#holloway-ui').count()).toBe(1);
      expect(await focused(page)).toBe('choose');
      expect(await calls(page)).toEqual([]);
    },
  );

  it('gives the focus back to the control that opened it', async () => {
    const page = await opened({ status: CHOSEN });
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('holloway-control');
  });

  it('keeps the keyboard within it', async () => {
    const page = await opened({ status: CHOSEN });
    for (let i = 0; i < 30; i++) {
      await page.keyboard.press('Tab');
      const where = await page.evaluate(() => {
        const { activeElement } = document;
        // Between its last and its first stop the keyboard is with the browser’s own bars.
        return activeElement === document.body || activeElement?.closest('#holloway-ui') !== null;
      });
      expect(where).toBe(true);
    }
  });

  it.each([...SIZES])('fits with everything unfolded at $width x $height', async (size) => {
    const page = await opened(
      {
        status: { ...CHOSEN, objection: true },
        shared: { 'holloway.choice': '{"v":1}', 'holloway.preferences': '{"colour":"sage"}' },
        own: { 'holloway.sent': JSON.stringify(['{"v":1,"site":"store"}'.repeat(40)]) },
        wording: { ...english, messages: long(english.messages) },
      },
      size,
    );
    await unfold(page);
    expect(await overflow(page)).toEqual([]);
    // Whatever it is, it can be scrolled to.
    for (const name of ['accept', 'save']) {
      await page.locator(`[data-holloway-action=${name}]`).scrollIntoViewIfNeeded();
      expect(await page.locator(`[data-holloway-action=${name}]`).isVisible()).toBe(true);
    }
  });

  it('says everything that is said of what is counted, and of each service', async () => {
    const page = await opened({ status: CHOSEN });
    const text = (await page.locator('#holloway-ui').textContent()) ?? '';
    for (const group of DATA_GROUPS) expect(text).toContain(english.messages.groups[group]);
    for (const { name, provider, purpose, data } of english.services) {
      for (const said of [name, provider, purpose, data]) expect(text).toContain(said);
    }
    expect(text).toContain('f_*: 30 days');
    expect(text).toContain('You made your choice on November 23, 2026.');
    expect(text).toContain('Counts are deleted after 25 months.');
    expect(text).toContain('Your choice is remembered for 6 months');
  });

  it('verifies the receipt by the browser’s own cryptography', async () => {
    const page = await opened({ status: CHOSEN });
    await page.locator('[data-holloway-receipt] > summary').click();
    await page.getByRole('button', { name: 'Verify' }).click();
    await page.getByText('The signature is valid. This text was published on November 20, 2026.').waitFor();
  });

  it('tells a receipt whose text is not what was published', async () => {
    const wording = { ...english, messages: { ...english.messages, banner: 'We count nothing at all.' } };
    const page = await opened({ status: CHOSEN, wording });
    await page.locator('[data-holloway-receipt] > summary').click();
    await page.getByRole('button', { name: 'Verify' }).click();
    await page.getByRole('status').getByText('The signature is not valid').waitFor();
  });

  it('prints the receipt alone, and whole', async () => {
    const page = await opened({ status: CHOSEN });
    await page.locator('[data-holloway-receipt] > summary').click();
    await page.evaluate(() => Object.assign(window, { print: () => {} }));
    await page.getByRole('button', { name: 'Print' }).click();
    await page.emulateMedia({ media: 'print' });
    const seen = await page.evaluate(() =>
      [...document.body.children].filter((each) => each.checkVisibility()).map(({ id }) => id),
    );
    expect(seen).toEqual(['holloway-print']);
    expect(await page.locator('#holloway-print').textContent()).toContain('"principal": "bearer"');
    await page.emulateMedia({ media: 'screen' });
    expect(await page.locator('#holloway-print').isVisible()).toBe(false);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    expect(await page.locator('#holloway-print').count()).toBe(0);
  });

  it('copies what is held, and erases it on the spot', async () => {
    const page = await opened({ status: CHOSEN, shared: { 'holloway.choice': '{"v":1}' } });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('[data-holloway-held] > summary').click();
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByRole('status').getByText('Copied').waitFor();
    expect(JSON.parse(await page.evaluate(() => navigator.clipboard.readText()))).toEqual({
      'holloway.choice': '{"v":1}',
    });
    await page.getByRole('button', { name: 'Erase everything' }).click();
    await page.getByText('Everything is erased.').waitFor();
    expect(await page.locator('input:checked').count()).toBe(0);
    expect(await calls(page)).toEqual([['eraseAll']]);
    await page.keyboard.press('Escape');
    await page.locator('section#holloway-ui').waitFor();
  });

  it('passes the strictest policy, from the banner to the receipt', async () => {
    const page = await asked({ status: { ...CHOSEN, basis: null } });
    await page.locator('[data-holloway-action=choose]').click();
    await page.locator('dialog.holloway-centre').waitFor();
    await unfold(page);
    await page.getByRole('button', { name: 'Verify' }).click();
    await page.locator('[role=status]:not(:empty)').waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

describe('axe has nothing to say', () => {
  const banners = POSITIONS.flatMap((position) => LOOKS.map((look) => ({ position, look })));
  it.each(banners)('of a $position in $look', async ({ position, look }) => {
    for (const size of [PHONE, ZOOMED, { width: 1280, height: 800 }]) {
      const page = await asked({ config: { ...CONFIG, position } }, { ...size, ...look, bypassCSP: true });
      expect(await findingsOfAxe(page)).toEqual([]);
    }
  });

  it.each(LOOKS)(
    'of the privacy centre in %j, folded and unfolded, before a choice and after',
    async (look) => {
      for (const status of [UNDECIDED, CHOSEN]) {
        const page = await opened(
          { status, own: { 'holloway.sent': '["{}"]' } },
          { width: 1280, height: 800, ...look, bypassCSP: true },
        );
        expect(await findingsOfAxe(page)).toEqual([]);
        await unfold(page);
        expect(await findingsOfAxe(page)).toEqual([]);
        await visitor?.close();
      }
    },
  );

  it.each([
    { finding: 'color-contrast', css: ':root{--holloway-accent:#aaa;--holloway-accent-color:#fff}' },
    { finding: 'scrollable-region-focusable', css: '' },
  ])('and would, if there were something: $finding', async ({ finding, css }) => {
    const page = await asked({ css }, { ...ZOOMED, bypassCSP: true });
    if (css === '')
      await page.evaluate(() => document.querySelector('.holloway-text')?.removeAttribute('tabindex'));
    expect((await findingsOfAxe(page)).map((each) => each.split(' ')[0])).toContain(finding);
  });
});
