/** Pages that are hostile, broken or old: they are left as they were, and what can be counted is. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hide, newVisitor, openBrowser, type Visitor } from '../support/browser.ts';
import { only, openShop, type Shop } from './shop.ts';

let browser: Browser;
let shop: Shop;
const visitors: Visitor[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  shop = await openShop();
});
afterEach(async () => {
  await Promise.all(visitors.splice(0).map((visitor) => visitor.close()));
  await shop.close();
});

const LIST = `<main><section id="grid">${Array.from({ length: 6 }, (_, i) => `<p><a href="/p/kettle-${i}">Kettle ${i}</a></p>`).join('')}</section></main>`;

interface Seen {
  readonly page: Page;
  readonly errors: readonly string[];
}

/** Opens the page with a script of the test's own before everything else. */
async function open(path: string, before?: () => void): Promise<Seen> {
  const visitor = await newVisitor(browser, { kept: shop.agreed });
  visitors.push(visitor);
  const { page } = visitor;
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  if (before) await page.addInitScript(before);
  await page.goto(shop.url + path, { waitUntil: 'networkidle' });
  return { page, errors };
}

/** Sends what there is, and says what of a few facts arrived. */
async function arrived(page: Page, ...facts: string[]) {
  await hide(page);
  await shop.until((counts) =>
    facts.some((fact) => Object.keys(counts).some((cell) => cell.startsWith(fact))),
  );
  return only(shop.counts(), ...facts);
}

describe('a page of another kind', () => {
  it.each<[string, () => void]>([
    [
      'with frozen prototypes',
      () => {
        for (const one of [
          Object,
          Array,
          Function,
          String,
          Promise,
          Map,
          Set,
          Element,
          Event,
          Node,
          Document,
        ]) {
          Object.freeze(one.prototype);
        }
      },
    ],
    [
      'with properties on everything',
      () => {
        Object.assign(Object.prototype, { extra: 1, v: 7, choices: null });
        Object.assign(Array.prototype, { each: () => 1, last: 2 });
      },
    ],
    [
      'without observers, locks, navigation API and constructed style sheets',
      () => {
        for (const name of [
          'IntersectionObserver',
          'MutationObserver',
          'navigation',
          'requestIdleCallback',
        ]) {
          Object.defineProperty(window, name, { value: undefined });
        }
        Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });
        Object.defineProperty(Navigator.prototype, 'userAgentData', { value: undefined });
        delete (Document.prototype as { adoptedStyleSheets?: unknown }).adoptedStyleSheets;
      },
    ],
    [
      'without anything younger than 2020',
      () => {
        for (const [owner, names] of [
          [Array.prototype, ['at', 'findLast', 'toSorted', 'toSpliced', 'with']],
          [String.prototype, ['at', 'replaceAll', 'isWellFormed']],
          [Object, ['hasOwn', 'groupBy']],
          [Promise, ['any', 'withResolvers', 'try']],
          [URL, ['canParse', 'parse']],
          [AbortSignal, ['timeout', 'any']],
          [window, ['structuredClone', 'scheduler']],
        ] as const) {
          for (const name of names) Reflect.deleteProperty(owner, name);
        }
      },
    ],
    [
      'without selectors, and ends of listening, that are younger than 2020',
      () => {
        for (const owner of [Document.prototype, Element.prototype]) {
          for (const name of ['querySelector', 'querySelectorAll', 'matches', 'closest'] as const) {
            const real: unknown = Reflect.get(owner, name);
            if (typeof real !== 'function') continue;
            Reflect.set(owner, name, function (this: unknown, selector: string) {
              if (/:(is|where|has)\(|:not\([^()]*,/.test(selector))
                throw new DOMException('no selector', 'SyntaxError');
              return real.call(this, selector);
            });
          }
        }
        const { addEventListener } = EventTarget.prototype;
        EventTarget.prototype.addEventListener = function (type, listener, options) {
          if (typeof options !== 'object') return addEventListener.call(this, type, listener, options);
          const { signal, ...known } = options;
          return addEventListener.call(this, type, listener, known);
        };
      },
    ],
    [
      'whose storage throws',
      () => {
        for (const name of ['sessionStorage']) {
          Object.defineProperty(window, name, {
            get() {
              throw new DOMException('denied', 'SecurityError');
            },
          });
        }
      },
    ],
    [
      'whose storage is full',
      () => {
        const { setItem } = Storage.prototype;
        Storage.prototype.setItem = function (key, value) {
          if (key.startsWith('holloway.') && key !== 'holloway.choice')
            throw new DOMException('', 'QuotaExceededError');
          setItem.call(this, key, value);
        };
      },
    ],
  ])('%s is counted, and shows no error', async (_kind, before) => {
    shop.page('/c/kettles', LIST);
    const { page, errors } = await open('/c/kettles', before);
    expect(await arrived(page, 'page.view', 'category.view')).toEqual({
      'page.view /c/kettles': 1,
      'category.view kettles': 1,
    });
    expect(errors).toEqual([]);
  });

  it('under a strict policy with trusted types is counted without a report', async () => {
    const policy = `default-src 'none'; script-src ${shop.collectorUrl}; connect-src ${shop.collectorUrl}; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'`;
    shop.page('/c/kettles', LIST, '', { 'Content-Security-Policy': policy });
    const { page, errors } = await open('/c/kettles');
    expect(await arrived(page, 'page.view')).toEqual({ 'page.view /c/kettles': 1 });
    expect(errors).toEqual([]);
  });

  it('with broken JSON-LD is told by its address', async () => {
    const broken = [
      '{',
      '[]',
      'null',
      '{"@type":"ItemList","itemListElement":7}',
      '{"@graph":[null,{"@type":7}]}',
    ];
    const scripts = broken.map((text) => `<script type="application/ld+json">${text}</script>`).join('');
    shop.page('/c/kettles', LIST, scripts);
    const { page, errors } = await open('/c/kettles');
    expect(await arrived(page, 'category.view', 'fault')).toEqual({ 'category.view kettles': 1 });
    expect(errors).toEqual([]);
  });

  it('with 50,000 nodes and one that refers to itself is counted', async () => {
    shop.page('/c/kettles', `${LIST}<div>${'<i></i>'.repeat(50_000)}</div>`);
    const { page, errors } = await open('/c/kettles');
    await page.evaluate(() => {
      // A form that hides what forms have.
      document.body.insertAdjacentHTML(
        'beforeend',
        '<form id="closest"><input name="parentElement"><input name="getAttribute"><button id="attributes" name="matches">x</button></form>',
      );
      document.querySelector('form')?.addEventListener('submit', (event) => event.preventDefault());
    });
    await page.evaluate(() => document.getElementById('attributes')?.click());
    expect(await arrived(page, 'page.view')).toEqual({ 'page.view /c/kettles': 1 });
    expect(errors).toEqual([]);
  });
});

describe('an error of ours', () => {
  it('is counted by its reason, and the page goes on', async () => {
    shop.page('/c/kettles', LIST);
    const { page, errors } = await open('/c/kettles', () => {
      const { querySelector } = Document.prototype;
      Document.prototype.querySelector = function (this: Document, selector: string) {
        if (selector.includes('name=holloway')) throw new RangeError('hostile');
        return querySelector.call(this, selector);
      } as typeof querySelector;
    });
    const counts = await arrived(page, 'fault');
    expect(counts).toMatchObject({ 'fault page': 1 });
    expect(errors).toEqual([]);
    for (const body of shop.bodies) expect(body).not.toContain('hostile');
  });
});

describe('what we leave behind', () => {
  it('is one name, and no change of what the page was given', async () => {
    shop.page('/c/kettles', LIST);
    const { page } = await open('/c/kettles', () => {
      const PROTOTYPES = [
        'Object',
        'Array',
        'Function',
        'Promise',
        'EventTarget',
        'Element',
        'Node',
        'Document',
        'History',
        'Storage',
        'XMLHttpRequest',
        'Navigator',
        'HTMLElement',
      ] as const;
      const look = (): Record<string, unknown> =>
        Object.fromEntries(
          PROTOTYPES.flatMap((name) =>
            Object.entries(Object.getOwnPropertyDescriptors(window[name].prototype)).map(([key, one]) => [
              `${name}.${key}`,
              one.value ?? one.get,
            ]),
          ),
        );
      const before = look();
      const names = new Set(Object.getOwnPropertyNames(window));
      Object.assign(window, {
        changes: () => {
          const after = look();
          return [
            ...Object.keys({ ...before, ...after }).filter((key) => before[key] !== after[key]),
            ...Object.getOwnPropertyNames(window).filter((name) => !names.has(name)),
            ...Object.getOwnPropertyNames(history),
            ...['fetch', 'setTimeout', 'dataLayer'].filter(
              (name) => name in window && !String(window[name as 'fetch']).includes('[native code]'),
            ),
          ];
        },
      });
    });
    await hide(page);
    await shop.until((counts) => counts['page.view /c/kettles'] === 1);
    expect(await page.evaluate(() => (window as unknown as { changes(): string[] }).changes())).toEqual([
      'changes',
      'holloway',
    ]);
  });

  it('is a page whose elements are those it came with, but for the control', async () => {
    shop.page('/c/kettles', LIST);
    shop.bare('/bare', LIST);
    const htmlOf = (page: Page): Promise<string> => page.evaluate(() => document.body.outerHTML);
    const { page } = await open('/c/kettles');
    await page.locator('#holloway-control').waitFor();
    await page.evaluate(() => document.querySelector('#holloway-control')?.remove());
    const bare = await open('/bare');
    expect(await htmlOf(page)).toBe(await htmlOf(bare.page));
  });
});
