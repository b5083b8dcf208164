/**
 * The gate of other people's code, in a real Chromium: on small pages of its own, driven as the core drives it.
 */
import type { Choices, Service } from '@holloway/protocol';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newVisitor, openBrowser, type Visitor } from './support/browser.ts';
import { type GatedPages, ran, serveGatedPages } from './support/gated-pages.ts';

const NONCE = 'c2F5IGl0IG9uY2U';
const TRUSTED_TYPES = "require-trusted-types-for 'script'";
const OFF = { preferences: false, analytics: false, marketing: false };
const MARKETING = { ...OFF, marketing: true };

/** What the tests read of a page. */
declare global {
  interface Window {
    ran?: string[];
    told: string[];
    agreed: Partial<Choices>[];
    worded: number;
    violations: string[];
    gate: { apply(choices: Choices): void };
    makeGate(services: readonly Service[], canWord?: boolean, nonce?: string): void;
  }
}

let browser: Browser;
let pages: GatedPages;
let visitor: Visitor;
let page: Page;
let errors: string[];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});
beforeEach(async () => {
  pages = await serveGatedPages(NONCE);
  visitor = await newVisitor(browser);
  page = visitor.page;
  errors = [];
  page.on('pageerror', ({ message }) => errors.push(message));
});
afterEach(async () => {
  await visitor.close();
  await pages.close();
  expect(errors).toEqual([]);
});

interface Visit {
  readonly host?: string;
  readonly policy?: string;
  readonly services?: readonly Service[];
  readonly canWord?: boolean;
  /** The page's, as the gate knows it. */
  readonly nonce?: string;
}

/** Opens a page with this body, and a gate on it for a visitor who has agreed to nothing. */
async function visit(body: string, { host, policy, services, canWord, nonce }: Visit = {}): Promise<void> {
  await page.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      window.violations.push(effectiveDirective),
    );
  });
  await page.goto(`http://${host ?? '127.0.0.1'}:${pages.port}${pages.add(body, policy)}`, {
    waitUntil: 'commit',
  });
  await page.waitForFunction(() => 'makeGate' in window && document.readyState !== 'loading');
  await page.evaluate(([all, can, own]) => window.makeGate(all, can, own), [
    services ?? [],
    canWord ?? true,
    nonce ?? '',
  ] as const);
  await apply(OFF);
}

const apply = (choices: Choices): Promise<void> => page.evaluate((all) => window.gate.apply(all), choices);

/** What has run so far, once `last` has. */
async function ranUpTo(last: string): Promise<string[]> {
  await page.waitForFunction((name) => window.ran?.some((each) => each.startsWith(name)), last);
  return page.evaluate(() => window.ran ?? []);
}
const hasRun = (): Promise<string[]> => page.evaluate(() => window.ran ?? []);
const told = (): Promise<string[]> => page.evaluate(() => window.told);
const runRequests = (): string[] => pages.requests.filter((path) => path.startsWith('/run/'));

const held = (attributes: string, text = ''): string =>
  `<script type="text/plain" data-holloway="marketing" ${attributes}>${text}</script>`;

/** The same script, for the parser. */
const asPlain = (html: string): string =>
  html
    .replaceAll('type="text/plain" data-holloway="marketing"', '')
    .replaceAll('data-type="module"', 'type="module"')
    .replaceAll('data-src', 'src');

const MIXED = [
  held('id="one" data-src="/run/async.js?held" async'),
  held('id="two" defer src="/run/first-deferred.js"'),
  held('id="three"', ran('first-inline')),
  held('id="four" src="/run/slow.js?held"'),
  held('id="five" data-src="/run/fast.js"'),
  held('id="six"', ran('second-inline')),
  held('id="seven" data-type="module"', ran('inline-module')),
  held('id="eight" src="/run/missing.js"'),
  held('id="nine" data-type="module" src="/run/module.js"'),
  held('id="ten"', ran('third-inline')),
  held('id="eleven" defer data-src="/run/second-deferred.js"'),
  held('id="twelve" src="/run/last.js"'),
].join('\n');

const IN_ORDER = [
  'first-inline by #three',
  'slow by #four',
  'fast by #five',
  'second-inline by #six',
  'third-inline by #ten',
  'last by #twelve',
  'first-deferred by #two',
  'inline-module',
  'module',
  'second-deferred by #eleven',
];

/** Without what is async, whose turn nobody knows. */
const inTurn = (all: readonly string[]): string[] => all.filter((each) => !each.startsWith('async'));

describe('scripts that are held back', () => {
  it('neither run nor are asked for until their category is agreed to', async () => {
    await visit(MIXED);
    await apply({ ...OFF, analytics: true, preferences: true });
    await page.waitForLoadState('networkidle');
    expect(await hasRun()).toEqual([]);
    expect(runRequests()).toEqual([]);
  });

  it('run in the order in which the parser would have run them', async () => {
    await page.goto(`http://127.0.0.1:${pages.port}${pages.add(asPlain(MIXED))}`, { waitUntil: 'commit' });
    await ranUpTo('first-inline');
    pages.release();
    const parsed = inTurn(await ranUpTo('second-deferred'));
    expect(parsed).toEqual(IN_ORDER);

    pages.hold();
    await visit(MIXED);
    await apply(MARKETING);
    expect(await ranUpTo('first-inline')).toEqual(['first-inline by #three']);
    pages.release();
    expect(inTurn(await ranUpTo('second-deferred'))).toEqual(parsed);
    expect(await ranUpTo('async')).toContain('async by #one');
  });

  it('would not, if all were started at once: the order is the gate’s doing', async () => {
    await visit(MIXED);
    pages.release();
    await page.evaluate(() => {
      for (const script of document.querySelectorAll<HTMLScriptElement>('script[type="text/plain"]')) {
        const copy = document.createElement('script');
        for (const { name, value } of script.attributes) copy.setAttribute(name, value);
        copy.type = script.dataset.type ?? '';
        copy.async = script.hasAttribute('async');
        if (script.dataset.src) copy.src = script.dataset.src;
        copy.text = script.text;
        script.replaceWith(copy);
      }
    });
    await ranUpTo('last');
    expect(inTurn(await ranUpTo('second-deferred'))).not.toEqual(IN_ORDER);
  });

  it('wait for one that loads slowly, but for those that are async', async () => {
    await visit(
      held('id="a" src="/run/slow.js?held"') +
        held('id="b"', ran('inline')) +
        held('id="c" async src="/run/free.js"'),
    );
    await apply(MARKETING);
    expect(await ranUpTo('free')).toEqual(['free by #c']);
    pages.release();
    expect(await ranUpTo('inline')).toEqual(['free by #c', 'slow by #a', 'inline by #b']);
  });

  it('do not run any more when the visitor withdraws while they wait, and run once all the same', async () => {
    await visit(held('id="a" src="/run/slow.js?held"') + held('id="b"', ran('inline')));
    await apply(MARKETING);
    await apply(OFF);
    pages.release();
    expect(await ranUpTo('slow')).toEqual(['slow by #a']);
    await page.waitForLoadState('networkidle');
    expect(await hasRun()).toEqual(['slow by #a']);
    await apply(MARKETING);
    await apply(OFF);
    await apply(MARKETING);
    expect(await hasRun()).toEqual(['slow by #a', 'inline by #b']);
  });

  it('keep their attributes, and leave what is no category alone', async () => {
    await visit(
      `${held('id="a" src="/run/kept.js" crossorigin="anonymous" referrerpolicy="no-referrer" data-id="7"')}
      <script type="text/plain" data-holloway="advertising" id="b">${ran('other')}</script>
      <script type="text/plain" data-holloway="toString" id="c">${ran('other')}</script>
      <script type="text/plain" id="d">${ran('other')}</script>`,
    );
    await apply({ preferences: true, analytics: true, marketing: true });
    expect(await ranUpTo('kept')).toEqual(['kept by #a']);
    expect(
      await page.evaluate(() =>
        Object.fromEntries(
          [...(document.querySelector('#a')?.attributes ?? [])].map((each) => [each.name, each.value]),
        ),
      ),
    ).toEqual({
      type: '',
      'data-holloway': 'marketing',
      id: 'a',
      src: '/run/kept.js',
      crossorigin: 'anonymous',
      referrerpolicy: 'no-referrer',
      'data-id': '7',
    });
    expect(await told()).toContain('advertising is no category: script (inline) waits');
  });

  it('run none of another type, and are not tried again and again', async () => {
    await visit(
      held('data-type="text/plain"', ran('other')) +
        held('data-type="application/json" src="/run/other.js"') +
        held('nomodule src="/run/other.js"') +
        held('id="a"', ran('after')),
    );
    await apply(MARKETING);
    expect(await hasRun()).toEqual(['after by #a']);
    expect(runRequests()).toEqual([]);
  });

  it('may be added later, in whatever way', async () => {
    await visit('<div id="place"></div>');
    await apply(MARKETING);
    await page.evaluate(
      ([html, texts]) => {
        const place = document.querySelector('#place') as HTMLElement;
        place.innerHTML = html;
        const made = document.createElement('script');
        Object.assign(made, { type: 'text/plain', id: 'c', text: texts.marketing });
        made.dataset.holloway = 'marketing';
        const other = document.createElement('script');
        Object.assign(other, { type: 'text/plain', id: 'd', text: texts.analytics });
        other.dataset.holloway = 'analytics';
        const nested = document.createElement('p');
        nested.append(made, other);
        place.append(nested);
      },
      [
        held('id="a" data-src="/run/markup.js"') + held('id="b"', ran('markup-inline')),
        { marketing: ran('made'), analytics: ran('analytics') },
      ] as const,
    );
    expect(await ranUpTo('made')).toEqual(['markup by #a', 'markup-inline by #b', 'made by #c']);
    await apply({ ...MARKETING, analytics: true });
    expect(await hasRun()).toEqual(['markup by #a', 'markup-inline by #b', 'made by #c', 'analytics by #d']);
  });

  it('may add and agree themselves while they run', async () => {
    const adding = `${ran('adding')}
      document.currentScript.insertAdjacentHTML('afterend', '<p>No script</p>');
      const added = document.createElement('script');
      Object.assign(added, { type: 'text/plain', id: 'b', text: ${JSON.stringify(ran('added'))} });
      added.dataset.holloway = 'analytics';
      document.currentScript.after(added);
      gate.apply({ preferences: false, analytics: true, marketing: true });
      window.ran.push('end of adding');`;
    await visit(held('id="a"', adding) + held('id="c"', ran('after')));
    await apply(MARKETING);
    expect(await ranUpTo('after')).toEqual(['adding by #a', 'end of adding', 'added by #b', 'after by #c']);
  });

  it('are explained to the developer, each decision once, without what an address may say of a visitor', async () => {
    await visit(held('data-src="/run/tag.js?user=7#me"') + held('', ran('inline')));
    await apply(OFF);
    await apply(MARKETING);
    await ranUpTo('inline');
    expect(await told()).toEqual([
      'marketing is off: script /run/tag.js waits',
      'marketing is off: script (inline) waits',
      'marketing is on: script /run/tag.js is let in',
      'marketing is on: script (inline) is let in',
    ]);
  });
});

describe('under a strict policy', () => {
  const THREE =
    held(`nonce="${NONCE}" id="a" data-src="/run/address.js"`) +
    held(`nonce="${NONCE}" id="b" src="/run/external.js"`) +
    held(`nonce="${NONCE}" id="c"`, ran('inline'));

  it('scripts with the nonce run, and one without it does not', async () => {
    await visit(held('id="x"', ran('without')) + THREE, { policy: `script-src 'self' 'nonce-${NONCE}'` });
    await apply(MARKETING);
    expect(await ranUpTo('inline')).toEqual(['address by #a', 'external by #b', 'inline by #c']);
    expect(await page.evaluate(() => window.violations)).toEqual(['script-src-elem']);
  });

  it.each([
    `script-src 'nonce-${NONCE}' 'strict-dynamic'`,
    TRUSTED_TYPES,
    `${TRUSTED_TYPES}; trusted-types holloway`,
    `script-src 'nonce-${NONCE}' 'strict-dynamic'; ${TRUSTED_TYPES}`,
  ])('scripts run without a violation: %s', async (policy) => {
    await visit(THREE, { policy });
    await apply(MARKETING);
    expect(await ranUpTo('inline')).toEqual(['address by #a', 'external by #b', 'inline by #c']);
    expect(await page.evaluate(() => window.violations)).toEqual([]);
  });

  it('that trusts what a trusted script puts in, a script of somebody else is refused by its nonce', async () => {
    const policy = `script-src 'nonce-${NONCE}' 'strict-dynamic'`;
    const injected = held('id="x"', ran('injected'));
    await visit(injected + THREE, { policy, nonce: NONCE });
    await apply(MARKETING);
    expect(await ranUpTo('inline')).toEqual(['address by #a', 'external by #b', 'inline by #c']);
    expect(await told()).toContain(
      'marketing is on: script (inline) is refused: it lacks the nonce of the page',
    );
    // A gate that does not know the nonce lets it in.
    await visit(injected, { policy });
    await apply(MARKETING);
    expect(await ranUpTo('injected')).toEqual(['injected by #x']);
  });

  it('that does not list ours, what the parser has read runs, and the developer is told of the rest', async () => {
    await visit(THREE, { policy: `${TRUSTED_TYPES}; trusted-types 'none'` });
    await apply(MARKETING);
    expect(await ranUpTo('inline')).toEqual(['external by #b', 'inline by #c']);
    expect(await page.evaluate(() => window.violations)).toEqual(['trusted-types']);
    expect(runRequests()).toEqual(['/run/external.js']);
    expect(await told()).toContain(
      'marketing is on: script /run/address.js is refused: trusted types have to allow the policy "holloway"',
    );
  });

  it('placeholders look as they should, without a violation', async () => {
    await visit('<iframe data-holloway="marketing" data-src="/film"></iframe>', {
      policy: `default-src 'self' 'nonce-${NONCE}'; ${TRUSTED_TYPES}`,
    });
    const ask = page.getByRole('group');
    await ask.waitFor();
    expect(await ask.evaluate((element) => getComputedStyle(element).textAlign)).toBe('center');
    expect(await page.locator('[style]').count()).toBe(0);
    expect(await page.evaluate(() => window.violations)).toEqual([]);
  });
});

const FILM =
  '<iframe data-holloway="marketing" data-holloway-service="kitchen-tv" data-src="/film" title="Film"></iframe>';
const BELOW = '<p id="below">Below</p>';
const loadOnce = () => page.getByRole('button', { name: 'Load this once' });
const always = () => page.getByRole('button', { name: 'Always allow Marketing' });
const frames = () => page.frames().map((frame) => new URL(frame.url(), 'http://none').pathname);

describe('an embed that is not agreed to', () => {
  it('is not asked for; a placeholder says whose it is, and asks', async () => {
    await visit(FILM);
    const ask = page.getByRole('group', { name: 'Film' });
    await ask.waitFor();
    expect(await ask.getByRole('paragraph').textContent()).toBe(
      'This content comes from Kitchen TV and is not loaded until you agree.',
    );
    expect(await ask.getByRole('button').allTextContents()).toEqual([
      'Load this once',
      'Always allow Marketing',
    ]);
    expect(await page.locator('iframe').isVisible()).toBe(false);
    expect(pages.requests).not.toContain('/film');
  });

  it('is named by its host where the store has not named the service', async () => {
    await visit('<iframe data-holloway="marketing" data-src="https://film.example/watch?v=7"></iframe>');
    await page.getByRole('group', { name: 'film.example' }).waitFor();
  });

  it.each([
    { name: 'sized by attributes', html: FILM.replace('title', 'width="300" height="220" title') },
    { name: 'of no size', html: FILM },
    {
      name: 'sized by the sheet of the store',
      html: `<style>iframe{display:block;width:100%;aspect-ratio:16/9;border:0;margin:1rem auto}</style>${FILM}`,
    },
    {
      name: 'that may shrink, in a grid',
      html: `<style>main{display:grid}iframe{display:block;max-width:100%;height:auto;aspect-ratio:16/9}</style><main><div>${FILM.replace('title', 'width="560" height="315" title')}</div></main>`,
    },
    {
      name: 'laid over a box',
      html: `<style>div{position:relative;padding-top:56.25%}div iframe{position:absolute;inset:0;width:100%;height:100%;border:0}</style><div>${FILM}</div>`,
    },
    {
      name: 'in a row',
      html: `<style>div{display:flex}iframe{flex:1;min-width:0;order:2}</style><div>${FILM}<p>Beside</p></div>`,
    },
  ])(
    'gives its place to the placeholder and takes it back, so that nothing jumps: $name',
    async ({ html }) => {
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 800 });
        await visit(html + BELOW, { canWord: false });
        const place = (selector: string) =>
          page.locator(selector).evaluate((element) => {
            const { x, y, width: w, height: h } = element.getBoundingClientRect();
            return [x, y, w, h];
          });
        const [empty, below] = [await place('iframe'), await place('#below')];
        await page.evaluate(() => window.makeGate([]));
        await apply(OFF);
        await page.getByRole('group').waitFor();
        expect(await place('.holloway-embed')).toEqual(empty);
        expect(await place('#below')).toEqual(below);
        await loadOnce().click();
        expect(await place('iframe')).toEqual(empty);
        expect(await place('#below')).toEqual(below);
        expect(await page.locator('.holloway-embed').count()).toBe(0);
      }
    },
  );

  it('keeps to a narrow window, also one that becomes narrow', async () => {
    await visit(FILM.replace('title', 'width="560" height="315" title') + BELOW);
    await page.getByRole('group').waitFor();
    const width = () =>
      page.locator('.holloway-embed').evaluate((element) => element.getBoundingClientRect().width);
    expect(await width()).toBe(564); // with the border of a frame
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await width()).toBeLessThanOrEqual(320);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    for (const button of await page.locator('.holloway-embed button').all()) {
      const box = await button.boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(24);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
    }
  });

  it.each(['light', 'dark'] as const)('has a placeholder that everybody can use: %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await visit(FILM);
    await page.getByRole('group').waitFor();
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() =>
      (window as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      }),
    );
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it('stays empty where its words cannot be had', async () => {
    await visit(FILM, { canWord: false });
    await page.waitForLoadState('networkidle');
    expect(await page.locator('.holloway-embed').count()).toBe(0);
    expect(await page.locator('iframe').isVisible()).toBe(true);
    expect(frames()).toEqual([expect.stringContaining('/shop/page/'), 'blank']);
    await apply(MARKETING);
    await page.frameLocator('iframe').getByText('A film').waitFor();
  });

  it('needs no words where it is agreed to, or where nobody would miss it', async () => {
    await visit('<img alt="" data-holloway="marketing" data-src="/film">', { canWord: false });
    expect(await page.evaluate(() => window.worded)).toBe(0);
    await visit(FILM.replace('marketing', 'preferences') + held('', ran('inline')), { canWord: false });
    expect(await page.evaluate(() => window.worded)).toBe(1);
    await page.evaluate(() => window.makeGate([]));
    await apply({ ...OFF, preferences: true });
    await page.frameLocator('iframe').getByText('A film').waitFor();
    expect(await page.evaluate(() => window.worded)).toBe(0);
  });

  it('is loaded once, alone, with nothing kept or agreed to, and gets the focus', async () => {
    await visit(FILM + FILM.replace('"Film"', '"Second film"'));
    await page.getByRole('group', { name: 'Second film' }).getByRole('button').first().focus();
    await page.keyboard.press('Enter');
    await page.frameLocator('iframe[title="Second film"]').getByText('A film').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('title'))).toBe('Second film');
    expect(await page.locator('[tabindex]').count()).toBe(0); // a frame takes it of itself
    expect(await page.getByRole('group').count()).toBe(1);
    expect(await page.locator('iframe[title="Film"]').isVisible()).toBe(false);
    expect(await page.evaluate(() => window.agreed)).toEqual([]);
    expect(await visitor.kept()).toEqual({ cookies: [], local: [], session: [], databases: [], caches: [] });
    await apply(OFF); // nothing was withdrawn
    expect(await page.getByRole('group').count()).toBe(1);
    expect(await told()).toContain('marketing is off: iframe /film is let in, this once');
  });

  it('gets the focus also where it would not take it of itself', async () => {
    await visit('<video data-holloway="marketing" data-src="/film"></video>');
    await loadOnce().click();
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('video');
  });

  it('is agreed to with its whole category', async () => {
    await visit(FILM + held('', ran('inline')));
    await always().focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => window.agreed)).toEqual([{ marketing: true }]);
    expect(pages.requests).not.toContain('/film'); // whoever was told decides
    await apply(MARKETING);
    await page.frameLocator('iframe').getByText('A film').waitFor();
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('iframe');
    expect(await page.getByRole('group').count()).toBe(0);
    expect(await hasRun()).toEqual(['inline by #']);
  });

  it('is emptied in the same tick when it is withdrawn, and asks again', async () => {
    await visit(
      `${FILM}${FILM.replace('"Film"', '"Second film"')}<iframe src="/film" title="Plain"></iframe>`,
    );
    await page.getByRole('group', { name: 'Film', exact: true }).getByRole('button').first().click();
    await apply(MARKETING);
    await page.frameLocator('iframe[title="Second film"]').getByText('A film').waitFor();
    const after = await page.evaluate((off) => {
      window.gate.apply(off);
      const [film, second, plain] = [...document.querySelectorAll('iframe')];
      const texts = [film, second].map((frame) => frame?.contentDocument?.body.textContent);
      // What was said before is heard still; then the plain one goes on alone.
      const heard: string[] = [];
      return new Promise((resolve) => {
        window.addEventListener('message', ({ source }) => {
          heard.push(source === plain?.contentWindow ? 'plain' : 'emptied');
          if (heard.filter((each) => each === 'plain').length === 6)
            resolve({ texts, last: heard.slice(-5) });
        });
      });
    }, OFF);
    expect(after).toEqual({ texts: ['', ''], last: ['plain', 'plain', 'plain', 'plain', 'plain'] });
    expect(await page.getByRole('group').count()).toBe(2); // the one that was loaded once, too
  });

  it('may be added later, and takes its placeholder along', async () => {
    await visit('<div id="place"></div>');
    await page.evaluate((html) => {
      (document.querySelector('#place') as HTMLElement).innerHTML = `<section>${html}</section>`;
    }, FILM);
    await page.getByRole('group', { name: 'Film' }).waitFor();
    // A page that keeps a copy of itself, and brings it back.
    await page.evaluate(() => {
      const place = document.querySelector('#place') as HTMLElement;
      place.replaceChildren(...[...place.childNodes].map((node) => node.cloneNode(true)));
    });
    await page.waitForFunction(() => document.querySelectorAll('.holloway-embed').length === 1);
    await loadOnce().click();
    await page.frameLocator('iframe').getByText('A film').waitFor();
    await apply(MARKETING);
    await apply(OFF);
    await page.getByRole('group', { name: 'Film' }).waitFor();
    await page.evaluate(() => document.querySelector('iframe')?.remove());
    await page.waitForFunction(() => document.querySelectorAll('.holloway-embed').length === 0);
  });
});

describe('other elements with a data-src', () => {
  it('are loaded when they are agreed to and emptied when they no longer are; only those one would miss ask', async () => {
    const mark = 'data-holloway="marketing" data-src="/run/thing.js"';
    await visit(`<img alt="" ${mark}><object ${mark}></object><embed ${mark}><video controls ${mark}></video>
      <audio ${mark}></audio><video><source ${mark}></video>`);
    await page.getByRole('group').first().waitFor();
    expect(await page.getByRole('group').count()).toBe(3);
    const addresses = () =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('[data-src]')].map(
          (each) => `${each.localName} ${each.getAttribute('src') ?? each.getAttribute('data')}`,
        ),
      );
    await apply(MARKETING);
    expect(await addresses()).toEqual([
      'img /run/thing.js',
      'object /run/thing.js',
      'embed /run/thing.js',
      'video /run/thing.js',
      'audio /run/thing.js',
      'source /run/thing.js',
    ]);
    const asked = () => page.evaluate(() => document.querySelectorAll('video')[1]?.networkState);
    expect(await asked()).not.toBe(0); // it looks for its source
    await apply(OFF);
    expect(await addresses()).toEqual([
      'img null',
      'object null',
      'embed null',
      'video null',
      'audio null',
      'source null',
    ]);
    expect(await page.evaluate(() => document.querySelector('video')?.networkState)).toBe(0);
  });
});

const PIXEL: Service = {
  id: 'pixel',
  category: 'marketing',
  cookies: [
    { name: '_px*', days: 90 },
    { name: 'px.session', days: 0, path: '/account' },
  ],
};
const COUNTER: Service = { id: 'counter', category: 'analytics', cookies: [{ name: '_ct', days: 1 }] };

describe('what a service has kept', () => {
  const HOST = 'b.a.localhost';
  const keep = (cookies: readonly string[]) =>
    page.evaluate((all) => {
      // biome-ignore lint/suspicious/noDocumentCookie: other people's code does so
      for (const cookie of all) document.cookie = cookie;
    }, cookies);
  const kept = async () =>
    (await visitor.context.cookies()).map(({ name, domain, path }) => `${name} ${domain} ${path}`).sort();

  it('is gone in the same tick when its category is withdrawn: every path, every domain, both storages', async () => {
    await visit('', { host: HOST, services: [PIXEL, COUNTER] });
    await apply({ ...MARKETING, analytics: true });
    await keep([
      '_px=1',
      '_px_host=1;path=/',
      '_px_domain=1;path=/;domain=b.a.localhost',
      '_px_parent=1;path=/;domain=.a.localhost',
      '_px_folder=1;path=/shop;domain=a.localhost',
      '_px_slash=1;path=/shop/page/',
      'px.session=1;path=/account',
      'pxxsession=1;path=/',
      'a_px=1;path=/',
      '_ct=1;path=/',
      'cart=3;path=/',
    ]);
    await page.evaluate(() => {
      for (const storage of [localStorage, sessionStorage]) {
        for (const key of ['_px_id', 'cart', 'holloway.choice']) storage.setItem(key, '1');
      }
    });
    expect(await kept()).toHaveLength(11);
    const left = await page.evaluate(
      (off) => {
        window.gate.apply(off);
        return {
          cookies: document.cookie,
          local: Object.keys(localStorage),
          session: Object.keys(sessionStorage),
        };
      },
      { ...OFF, analytics: true },
    );
    expect(left.cookies.split('; ').sort()).toEqual(['_ct=1', 'a_px=1', 'cart=3', 'pxxsession=1']);
    expect(left.local.sort()).toEqual(['cart', 'holloway.choice']);
    expect(left.session.sort()).toEqual(['cart', 'holloway.choice']);
    expect(await kept()).toEqual([
      `_ct ${HOST} /`,
      `a_px ${HOST} /`,
      `cart ${HOST} /`,
      `pxxsession ${HOST} /`,
    ]);
    expect(await told()).toContain('marketing is off: what pixel has kept is erased');
  });

  it('stays as long as its category is on, or was never on', async () => {
    await visit('', { host: HOST, services: [PIXEL] });
    await keep(['_px=1;path=/']);
    await apply(OFF);
    await apply(MARKETING);
    await apply({ ...MARKETING, analytics: true });
    expect(await kept()).toEqual([`_px ${HOST} /`]);
  });

  it('is ours under no pattern', async () => {
    await visit('', {
      host: HOST,
      services: [
        {
          ...PIXEL,
          cookies: [
            { name: '*', days: 1 },
            { name: 'holloway.choice', days: 1 },
          ],
        },
      ],
    });
    await apply(MARKETING);
    await keep(['holloway.choice=1;path=/', 'other=1;path=/']);
    await page.evaluate(() => localStorage.setItem('holloway.choice', '1'));
    await apply(OFF);
    expect(await kept()).toEqual([`holloway.choice ${HOST} /`]);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['holloway.choice']);
  });

  it.each([
    { choices: OFF, left: [] },
    { choices: MARKETING, left: [`_px ${HOST} /`] },
  ])(
    'and keeps once more before the page is left is gone too, unless it is agreed to again',
    async ({ choices, left }) => {
      await visit('', { host: HOST, services: [PIXEL] });
      await apply(MARKETING);
      await apply(OFF);
      await apply(choices);
      await page.evaluate(() => {
        window.addEventListener('beforeunload', () => {
          // biome-ignore lint/suspicious/noDocumentCookie: as above
          document.cookie = '_px=again;path=/';
        });
      });
      await page.goto(`http://${HOST}:${pages.port}${pages.add('Elsewhere')}`);
      expect(await kept()).toEqual(left);
    },
  );
});
