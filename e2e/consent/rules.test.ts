/**
 * The rules of consent, each asked of our own page in a real Chromium, and of one that breaks it: a rule that could not
 * fail would say nothing. Rule 1 is e2e/gate, rule 13 is e2e/autoconsent.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LANGUAGES, type SignedStatement, type Wording } from '@holloway/protocol';
import type {} from '@holloway/sdk'; // what it adds to Window and Document
import { keepChoice } from '@holloway/sdk/relay';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findingsOfAxe } from '../support/axe.ts';
import { newVisitor, openBrowser, type Visitor, type VisitorOptions } from '../support/browser.ts';
import { type Collector, createCollector } from '../support/collector.ts';
import { type Ear, openEar } from '../support/ear.ts';
import { filesHolding } from '../support/files-holding.ts';
import { openSmallShop, type PageOptions, pageWith, type SmallShop } from './page.ts';
import {
  inequalities,
  lostFocus,
  missingControl,
  overflow,
  tickedForThem,
  untold,
  violations,
  walls,
} from './rules.ts';

const ENGLISH = { accept: 'Accept all', reject: 'Reject all' };
const POLICY = {
  controller: {
    name: 'Small Shop Ltd',
    address: ['1 Mill Lane', '1000 Moor'],
    email: 'privacy@shop.example',
  },
  services: [
    {
      id: 'kitchen-tv',
      category: 'marketing',
      name: 'Kitchen TV',
      provider: 'Kitchen TV Ltd',
      purpose: 'Shows films',
      data: 'Which film was seen',
      cookies: [{ name: 'ktv_*', days: 30 }],
    },
  ],
  preferences: [
    {
      key: 'colour',
      label: { en: 'Your colour' },
      values: [{ value: 'sage', label: { en: 'Sage' } }],
    },
  ],
};
const SMALL_PHONE = { width: 320, height: 568 };

let browser: Browser;
let collector: Collector;
let ear: Ear;
let shop: SmallShop;
const visitors: Visitor[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  collector = await createCollector({ HOLLOWAY_RATE_PER_NETWORK: '0' });
  await collector.start();
  ear = await openEar(collector.url);
  shop = await openSmallShop(ear.url, 'shop', keepChoice({ secure: false }));
  await collector.holloway('site', 'add', 'shop', '--origin', shop.url, '--kind', 'test');
  await publish({});
});
afterAll(async () => {
  await browser.close();
  await shop.close();
  await ear.close();
  await collector.remove();
});
afterEach(async () => {
  await Promise.all(visitors.splice(0).map((visitor) => visitor.close()));
});

async function publish(changes: object): Promise<void> {
  const file = join(collector.data, 'policy.json');
  await writeFile(file, JSON.stringify({ ...POLICY, ...changes }));
  await collector.holloway('statement', 'publish', 'shop', file);
}

async function visitor(options: VisitorOptions = {}): Promise<Visitor> {
  const created = await newVisitor(browser, options);
  visitors.push(created);
  return created;
}

const ui = (page: Page) => page.locator('#holloway-ui');
const press = (page: Page, action: string) =>
  page.locator(`#holloway-ui [data-holloway-action=${action}]`).click();

/** Opens a page of ours; resolves once the visitor is asked. */
async function asked(options: PageOptions = {}, of: VisitorOptions = {}): Promise<Page> {
  const { page } = await visitor(of);
  await page.goto(pageWith(shop, options));
  await ui(page).waitFor();
  return page;
}

/** Opens a page of somebody else, whose markup stands in its body. */
async function counterExample(body: string, of: VisitorOptions = {}): Promise<Page> {
  const { page } = await visitor(of);
  await page.goto(pageWith(shop, { instead: '<meta name="nothing">', body }));
  return page;
}

const collected = () => ear.heard.filter(({ path }) => path === '/v1/collect');

/** Opens the privacy centre by the control. */
async function openCentre(page: Page): Promise<void> {
  await page.locator('#holloway-control').click();
  await page.locator('dialog#holloway-ui').waitFor();
}

describe('rules 2 and 3: refusing is as easy as agreeing, and as prominent', () => {
  it.each([
    { position: 'bar', ...SMALL_PHONE },
    { position: 'box', width: 1280, height: 800 },
    { position: 'dialog', ...SMALL_PHONE },
    { position: 'dialog', width: 1280, height: 800 },
  ])('in a $position at $width px', async ({ position, width, height }) => {
    await publish({ position });
    const page = await asked({}, { width, height });
    expect(await inequalities(page, ENGLISH)).toEqual([]);
    await publish({});
  });

  it('as many keys lead to the one as to the other', async () => {
    for (const [presses, state] of [
      [1, 'rejected'],
      [2, 'accepted'],
    ] as const) {
      const page = await asked();
      // The first two stops of the keyboard, in the order in which they stand.
      for (let i = 0; i < presses; i++) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => window.holloway?.consent.get().state)).toBe(state);
    }
  });

  it.each([
    {
      breaks: 'a link for the one',
      body: '<div><button>Accept all</button><a href="#">Reject all</a></div>',
    },
    { breaks: 'a second layer', body: '<div><button>Accept all</button><button>Settings</button></div>' },
    {
      breaks: 'a smaller one',
      body: '<div><button><h2>Accept all</h2></button><button>Reject all</button></div>',
    },
  ])('is told of $breaks', async ({ body }) => {
    expect(await inequalities(await counterExample(body), ENGLISH)).not.toEqual([]);
  });
});

describe('rule 4: nothing is ticked for the visitor', () => {
  it.each(LANGUAGES)('in %s', async (lang) => {
    const page = await asked({ lang });
    expect(await tickedForThem(page)).toEqual([]);
    await press(page, 'choose');
    await page.locator('dialog#holloway-ui').waitFor();
    expect(await page.locator('#holloway-ui input[type=checkbox]').count()).toBeGreaterThanOrEqual(3);
    expect(await tickedForThem(page)).toEqual([]);
  });

  it('when asked again about a new statement', async () => {
    const page = await asked();
    await press(page, 'accept');
    await publish({ messages: { en: { marketingPurpose: 'Something else than before.' } } });
    await forgetConfiguration(page);
    await page.reload();
    await ui(page).waitFor();
    await press(page, 'choose');
    expect(await tickedForThem(page)).toEqual([]);
    await publish({});
  });

  it('is told of a box that is', async () => {
    const page = await counterExample('<label><input type="checkbox" name="ads" checked> Ads</label>');
    expect(await tickedForThem(page)).toEqual(['ads']);
  });
});

describe('rule 5: withdrawing is as easy as agreeing, from everywhere', () => {
  it('a control stands on every page after a choice', async () => {
    const page = await asked();
    await press(page, 'accept');
    for (const path of ['/', '/other']) {
      await page.goto(shop.url + path);
      await page.locator('#holloway-control').waitFor();
      expect(await missingControl(page)).toEqual([]);
    }
  });

  it('everything goes in the same tick, cookies of services too, and nothing more is sent', async () => {
    const body =
      '<iframe data-holloway="marketing" data-holloway-service="kitchen-tv" data-src="/embed" title="Film"></iframe>';
    const { page, kept, context } = await visitor();
    await page.goto(pageWith(shop, { body }));
    await ui(page).waitFor();
    await press(page, 'accept');
    await page.frameLocator('iframe').getByText('Film').waitFor();
    await page.waitForFunction(() => localStorage.getItem('holloway.ledger') !== null);
    expect((await context.cookies()).map(({ name }) => name)).toEqual(['ktv_seen']);
    await openCentre(page);
    const left = await page.evaluate(() => {
      document.querySelector<HTMLElement>('#holloway-ui [data-holloway-action=reject]')?.click();
      return [document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage)];
    });
    expect(left).toEqual(['', 'holloway.choice']);
    const sentBefore = collected().length;
    await page.reload();
    await page.locator('#holloway-control').waitFor();
    await page.goto('about:blank');
    expect(collected()).toHaveLength(sentBefore);
    await page.goto(shop.url);
    expect(await kept()).toMatchObject({ cookies: [], local: ['holloway.choice'], session: [] });
  });

  it('choices follow to other tabs at once', async () => {
    const { page, context } = await visitor();
    await page.goto(pageWith(shop));
    await ui(page).waitFor();
    const other = await context.newPage();
    await other.goto(pageWith(shop));
    await ui(other).waitFor();
    const heard = other.evaluate(
      () =>
        new Promise((resolve) =>
          document.addEventListener('holloway:consent', ({ detail }) => resolve(detail.state), {
            once: true,
          }),
        ),
    );
    await press(page, 'reject');
    expect(await heard).toBe('rejected');
    await ui(other).waitFor({ state: 'detached' });
  });

  it.each([
    { breaks: 'no control', body: '<p>Thank you.</p>', finding: 'there is no control' },
    {
      breaks: 'a hidden one',
      body: '<button id="holloway-control" hidden>Privacy</button>',
      finding: 'there is no control',
    },
  ])('is told of $breaks', async ({ body, finding }) => {
    expect(await missingControl(await counterExample(body))).toEqual([finding]);
  });
});

describe('rule 6: nobody is nagged', () => {
  const daysLater = async (page: Page, days: number) => {
    await page.clock.setFixedTime(new Date(Date.now() + days * 86_400_000));
    await page.reload();
    await page.locator('#holloway-ui,#holloway-control').first().waitFor();
    return ui(page).count();
  };

  it.each(['accept', 'reject'])('for six months after %s, and asked once more then', async (action) => {
    const page = await asked();
    await press(page, action);
    expect(await daysLater(page, 179)).toBe(0);
    expect(await daysLater(page, 184)).toBe(1);
  });

  it('is told of a choice that is not remembered', async () => {
    const page = await asked();
    await press(page, 'reject');
    await page.evaluate(() => localStorage.clear());
    expect(await daysLater(page, 0)).toBe(1);
  });
});

describe('rule 7: there is no wall', () => {
  it.each(['bar', 'box', 'dialog'])('behind a %s', async (position) => {
    await publish({ position });
    const page = await asked();
    expect(await walls(page)).toEqual([]);
    await publish({});
  });

  it.each([
    {
      breaks: 'a veil over the page',
      body: '<dialog id="veil" aria-label="Cookies">Cookies?</dialog><script src="/none.js"></script>',
    },
  ])('is told of $breaks', async ({ body }) => {
    const page = await counterExample(body);
    await page.evaluate(() => document.querySelector<HTMLDialogElement>('#veil')?.showModal());
    expect(await walls(page)).toContain('the link top cannot be pressed');
  });
});

describe('rule 8: visitors are told by whom, what for, what, how long, and how to take it back', () => {
  it.each(LANGUAGES)('in %s', async (lang) => {
    const id = await currentStatement();
    const wording: Wording = await (
      await fetch(`${collector.url}/v1/sites/shop/statements/${id}/${lang}.json`)
    ).json();
    const { messages, controller, services } = wording;
    const page = await asked({ lang }, SMALL_PHONE);
    expect(await untold(page, [messages.banner, messages.change.replace('{open}', messages.open)])).toEqual(
      [],
    );
    expect(await overflow(page)).toEqual([]);
    await press(page, 'choose');
    await page.locator('dialog#holloway-ui').waitFor();
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('#holloway-ui details'))
        details.setAttribute('open', '');
    });
    expect(
      await untold(page, [
        controller.name,
        ...controller.contact,
        messages.analyticsPurpose,
        messages.preferencesPurpose,
        messages.marketingPurpose,
        ...Object.values(messages.groups),
        ...services.flatMap(({ name, provider, purpose, data }) => [name, provider, purpose, data]),
        messages.recipients,
        messages.change.replace('{open}', messages.open),
        await duration(page, lang, 25),
        await duration(page, lang, 6),
      ]),
    ).toEqual([]);
    expect(await overflow(page)).toEqual([]);
    expect(await page.locator('#holloway-ui').getAttribute('lang')).toBe(lang);
  });

  it('is told of what is not there, and of what does not fit', async () => {
    const page = await counterExample(
      '<div id="holloway-ui">We use cookies. <b>Incomprehensibilities_without_a_space_to_break_at_anywhere_at_all</b></div>',
      SMALL_PHONE,
    );
    expect(await untold(page, ['cookies', 'Small Shop Ltd'])).toEqual(['Small Shop Ltd']);
    expect(await overflow(page)).not.toEqual([]);
  });
});

/** As this browser writes it: `25 months`. */
const duration = (page: Page, language: string, months: number): Promise<string> =>
  page.evaluate(
    ([locale, n]) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit: 'month', unitDisplay: 'long' }).format(n),
    [language, months] as const,
  );

/** It is kept for five minutes, so that not every page asks for it. */
async function forgetConfiguration(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.clearBrowserCache');
}

async function currentStatement(): Promise<string> {
  return (await (await fetch(`${collector.url}/v1/sites/shop/config.json`)).json()).statement;
}

describe('rule 9: Global Privacy Control is an objection', () => {
  it('said to be honoured, with everything off, until the visitor chooses otherwise', async () => {
    const before = collected().length;
    const page = await asked({}, { objects: true });
    expect(await untold(page, ['Your browser sends Global Privacy Control.'])).toEqual([]);
    expect(await page.evaluate(() => window.holloway?.consent.get())).toMatchObject({ state: 'unknown' });
    await press(page, 'choose');
    await page.locator('dialog#holloway-ui').waitFor();
    expect(await tickedForThem(page)).toEqual([]);
    expect(collected()).toHaveLength(before);
    await press(page, 'accept');
    await page.waitForFunction(() => localStorage.getItem('holloway.visit') !== null);
    expect(await page.evaluate(() => window.holloway?.consent.get())).toMatchObject({ basis: 'chosen' });
  });

  it('is honoured where a jurisdiction does not ask first, and shown to be', async () => {
    await publish({ jurisdictions: { other: 'opt-out' } });
    const without = await visitor();
    await without.page.goto(pageWith(shop));
    await without.page.locator('#holloway-ui,#holloway-control').first().waitFor();
    // This machine’s address has no country: nobody knows which law holds, so the visitor is asked.
    expect(await ui(without.page).count()).toBe(1);
    await publish({});
  });

  it('is told of a browser to which nothing is said', async () => {
    expect(await untold(await asked(), ['Your browser sends Global Privacy Control.'])).not.toEqual([]);
  });

  it('is published as supported', async () => {
    const { gpc, lastUpdate } = await (await fetch(`${collector.url}/.well-known/gpc.json`)).json();
    expect(gpc).toBe(true);
    expect(lastUpdate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});

describe('rule 10: consent can be shown, and nobody keeps a list of people', () => {
  /** What the visitor downloads in the privacy centre. */
  async function receiptOf(page: Page): Promise<{ text: string; file: string }> {
    await openCentre(page);
    await page.locator('#holloway-ui [data-holloway-receipt] summary').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download' }).click(),
    ]);
    const file = join(collector.data, '..', `receipt-${Math.random()}.json`);
    await download.saveAs(file);
    return { text: await readFile(file, 'utf8'), file };
  }

  it('the receipt verifies without the network, and a forged one does not', async () => {
    const page = await asked();
    await press(page, 'accept');
    const { text, file } = await receiptOf(page);
    const receipt = JSON.parse(text) as { receiptId: string; signedStatement: SignedStatement };
    expect(receipt).toMatchObject({
      principal: 'bearer',
      controller: { name: 'Small Shop Ltd' },
      events: [{ event: 'given', surface: 'banner' }],
    });
    expect(await collector.holloway('receipt', 'verify', file)).toMatch(/valid/i);

    const forged = join(file, '..', 'forged.json');
    await writeFile(forged, text.replaceAll('Small Shop Ltd', 'Other Shop Ltd'));
    await expect(collector.holloway('receipt', 'verify', forged)).rejects.toThrow();

    // Nobody but the visitor has its number.
    expect(await filesHolding(collector.data, receipt.receiptId)).toEqual([]);
  });

  it('is told of a number that is kept', async () => {
    const planted = join(collector.data, 'planted.txt');
    await writeFile(planted, 'a 3f1c7d2e-number b');
    expect(await filesHolding(collector.data, '3f1c7d2e-number')).toEqual([planted]);
  });
});

describe('rule 11: anybody can use it', () => {
  it('the focus goes to the control after a choice, and back to it from the privacy centre', async () => {
    const page = await asked();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await lostFocus(page)).toEqual([]);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('holloway-control');
    await page.keyboard.press('Enter');
    await page.locator('dialog#holloway-ui').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog#holloway-ui').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('holloway-control');
  });

  const looks = [
    { colorScheme: 'light' },
    { colorScheme: 'dark' },
    { colorScheme: 'light', forcedColors: 'active' },
  ] as const;
  it.each(looks)('axe has nothing to say in %j', async (look) => {
    for (const lang of ['en', 'ar']) {
      const page = await asked({ lang }, { ...look, bypassCSP: true });
      expect(await findingsOfAxe(page)).toEqual([]);
      await press(page, 'choose');
      await page.locator('dialog#holloway-ui').waitFor();
      expect(await findingsOfAxe(page)).toEqual([]);
      await press(page, 'reject');
      await page.locator('#holloway-control').waitFor();
      expect(await findingsOfAxe(page)).toEqual([]);
    }
  });

  it('is told of a focus that is lost, and of a box without a name', async () => {
    const page = await counterExample('<button id="gone">Accept</button><input type="checkbox">', {
      bypassCSP: true,
    });
    await page.locator('#gone').focus();
    await page.evaluate(() => document.querySelector('#gone')?.remove());
    expect(await lostFocus(page)).toEqual(['the focus is lost']);
    expect(await findingsOfAxe(page)).toContain('label input');
  });
});

describe('rule 12: it passes the strictest policy', () => {
  it('from the banner to the receipt', async () => {
    const page = await asked();
    await press(page, 'choose');
    await page.locator('dialog#holloway-ui').waitFor();
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('#holloway-ui details'))
        details.setAttribute('open', '');
    });
    await press(page, 'accept');
    await page.locator('#holloway-control').waitFor();
    await page.waitForFunction(() => localStorage.getItem('holloway.visit') !== null);
    expect(await violations(page)).toEqual([]);
  });

  it('is told of a style and a string that it refuses', async () => {
    const page = await counterExample('<p style="color:red">red</p>');
    await page.evaluate(() => {
      try {
        document.body.innerHTML += '<b>unsafe</b>';
      } catch {
        // As the policy has it.
      }
    });
    expect(await violations(page)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^style-src/),
        expect.stringMatching(/^require-trusted-types/),
      ]),
    );
  });
});

describe('rule 14: the stored choice identifies nobody', () => {
  const storedBy = async (action: string): Promise<string> => {
    const page = await asked();
    await press(page, action);
    return page.evaluate(() => JSON.stringify(localStorage.getItem('holloway.choice')));
  };

  it('two browsers that chose alike hold the same', async () => {
    for (const action of ['accept', 'reject']) expect(await storedBy(action)).toBe(await storedBy(action));
  });

  it('would not, if there were a number in it', async () => {
    const page = await counterExample('');
    const number = () =>
      page.evaluate(() => JSON.stringify({ id: crypto.getRandomValues(new Uint32Array(1))[0] }));
    expect(await number()).not.toBe(await number());
  });
});

describe('rule 15: a browser that forgets is reminded by the shop’s own server', () => {
  const forgetting = async (attributes: string): Promise<number> => {
    const page = await asked({ attributes });
    const kept = page.waitForResponse('**/holloway/choice').catch(() => null);
    await press(page, 'reject');
    if (attributes) expect((await kept)?.status()).toBe(204);
    // What Safari does after seven days: all that scripts stored goes, what a server set stays.
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await page.locator('#holloway-ui,#holloway-control').first().waitFor();
    return ui(page).count();
  };

  it('so that nobody is asked again', async () => {
    expect(await forgetting('data-keep="/holloway/choice"')).toBe(0);
  });

  it('and without it is asked again', async () => {
    expect(await forgetting('')).toBe(1);
  });

  it('by a cookie that the server set, with the choice and nothing else', async () => {
    const { page, context } = await visitor();
    await page.goto(pageWith(shop, { attributes: 'data-keep="/holloway/choice"' }));
    await ui(page).waitFor();
    const kept = page.waitForResponse('**/holloway/choice');
    await press(page, 'accept');
    await kept;
    const [cookie, ...others] = await context.cookies();
    expect(others).toEqual([]);
    expect(cookie).toMatchObject({ name: 'holloway.choice', sameSite: 'Lax', httpOnly: false });
    expect(JSON.parse(decodeURIComponent(cookie?.value ?? ''))).toEqual({
      v: 1,
      statement: await currentStatement(),
      choices: { preferences: true, analytics: true, marketing: true },
      day: new Date().toISOString().slice(0, 10),
    });
  });
});
