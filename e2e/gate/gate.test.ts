/** The zero-byte gate: each watcher sees what it looks for, and ours gives none of them anything to see. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConsentTool } from '../peers/consent-tool.ts';
import { vanillaCookieconsent } from '../peers/vanilla-cookieconsent.ts';
import { openBrowser } from '../support/browser.ts';
import { type Examined, examine } from './examine.ts';
import { findings, isErasing } from './findings.ts';
import { tellingApart } from './kept.ts';
import { MUTANTS, mutantMarkup } from './mutants.ts';
import { openOurSmallShop, openOurStorefront } from './ours.ts';
import { MORNING, observe, PHASES } from './phases.ts';
import { reportOf } from './report.ts';
import { openSmallShop } from './small-shop.ts';
import { isPlain, type Subject } from './subject.ts';
import { watch } from './watch.ts';

let browser: Browser;
const open: Subject[] = [];
const opened = async (opening: Promise<Subject>): Promise<Subject> => {
  const subject = await opening;
  open.push(subject);
  return subject;
};
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await Promise.all(open.map((subject) => subject.close()));
  await browser.close();
});

/** Asks for a choice and keeps it; whatever else it does is given. */
const toolThat = (does: { keep?: string; withdraw?: string }): ConsentTool => ({
  name: 'a tool of the test',
  version: null,
  files: [{ path: '/tool.js', type: 'text/javascript', body: '' }],
  head: () => `<script src="/tool.js"></script><script>
    function choose(choice) { localStorage.setItem('choice', choice); ${does.keep ?? ''} }
    function accept() { choose('accepted'); document.querySelectorAll('[data-held]').forEach((each) => {
      document.head.append(Object.assign(document.createElement('script'), { src: each.dataset.held })) }) }
    function withdraw() { choose('rejected'); ${does.withdraw ?? ''} }
    addEventListener('DOMContentLoaded', () => localStorage.getItem('choice') === 'accepted' && accept());
  </script>`,
  hold: ({ src }) => `<script type="text/plain" data-held="${src}"></script>`,
  reopen: ['accept', 'choose', 'withdraw']
    .map((name) => `<button type="button" onclick="${name}('rejected')">${name}</button>`)
    .join(''),
  choice: 'choice',
  clicks: {
    accept: ['[onclick^="accept"]'],
    reject: ['[onclick^="choose"]'],
    withdraw: ['[onclick^="withdraw"]'],
  },
});

const CLEARS = `for (const name of ['visits_id', 'offers_id']) document.cookie = name + '=; path=/; max-age=0'`;

describe('a watcher', () => {
  let told: string[];
  beforeAll(async () => {
    const extra = (other: string): string => mutantMarkup(MUTANTS, other);
    const page = await opened(openSmallShop({ tool: toolThat({}), extra }));
    told = findings(await observe(browser, page, 'before a choice'), 'before a choice', page);
  });

  it.each(MUTANTS)('catches a page that $name', ({ finding }) => {
    expect(told).toContainEqual(typeof finding === 'string' ? finding : expect.stringMatching(finding));
  });

  it('catches a page that sends a beacon when it is closed', async () => {
    const extra = (other: string): string =>
      `<script>addEventListener('pagehide', () => navigator.sendBeacon('${other}/closed'))</script>`;
    const page = await opened(openSmallShop({ tool: toolThat({}), extra }));
    const watched = await watch(browser, page, { time: MORNING });
    await watched.visitor.page.goto(page.url, { waitUntil: 'networkidle' });
    expect(watched.requests()).toEqual([]);
    await watched.leave();
    expect(watched.requests()).toEqual([expect.stringMatching(/^POST .*\/closed$/)]);
  });

  it('has nothing to say of a page that does nothing, in any phase', async () => {
    const page = await opened(openSmallShop({ tool: toolThat({ withdraw: CLEARS }) }));
    for (const phase of PHASES) {
      expect({ phase, told: findings(await observe(browser, page, phase), phase, page) }).toEqual({
        phase,
        told: [],
      });
    }
  });

  it('catches a tool that keeps more than the choice, only after it was made', async () => {
    const page = await opened(openSmallShop({ tool: toolThat({ keep: `sessionStorage.asked = '1'` }) }));
    const of = async (phase: 'before a choice' | 'after Reject') =>
      findings(await observe(browser, page, phase), phase, page);
    expect(await of('before a choice')).toEqual([]);
    expect(await of('after Reject')).toEqual(['wrote sessionStorage asked=1', 'kept sessionStorage asked']);
  });

  it('catches a tool that leaves cookies of others when agreement is withdrawn', async () => {
    const page = await opened(openSmallShop({ tool: toolThat({}) }));
    const seen = await observe(browser, page, 'after withdrawal');
    expect(findings(seen, 'after withdrawal', page).sort()).toEqual([
      'kept cookie offers_id',
      'kept cookie visits_id',
    ]);
  });
});

describe('a request', () => {
  const shop: Pick<Subject, 'url' | 'isShops' | 'isTools'> = {
    url: 'http://shop.example/',
    isShops: (url) => url === 'http://shop.example/',
    isTools: (url) => new URL(url).pathname === '/tool.js',
  };
  const get = { method: 'GET', url: 'http://stats.example/tool.js', cookie: '', body: '' };

  it.each([
    { what: 'the script of the tool', request: get, plain: true },
    {
      what: 'a page with the cookies of the shop',
      request: { ...get, url: shop.url, cookie: 'cart=1' },
      plain: true,
    },
    {
      what: 'the script on the shop’s own server, with its cookies',
      request: { ...get, url: 'http://shop.example/tool.js', cookie: 'cart=1' },
      plain: true,
    },
    { what: 'the script with a cookie of another server', request: { ...get, cookie: 'id=1' }, plain: false },
    { what: 'the script with a query', request: { ...get, url: `${get.url}?id=1` }, plain: false },
    { what: 'the script by another method', request: { ...get, method: 'POST' }, plain: false },
    { what: 'the script with a body', request: { ...get, body: 'id=1' }, plain: false },
    { what: 'something else', request: { ...get, url: 'http://stats.example/collect' }, plain: false },
  ])('for $what counts as one for any asset: $plain', ({ request, plain }) => {
    expect(isPlain(request, shop)).toBe(plain);
  });
});

describe('an identifier', () => {
  const cookie = (value: unknown) =>
    ({ where: 'cookie', name: 'choice', value: encodeURIComponent(JSON.stringify(value)) }) as const;

  it('is whatever two visitors who did the same do not have in common', () => {
    const one = cookie({ analytics: false, by: { id: 'a', at: 1 } });
    const other = cookie({ analytics: false, by: { id: 'b', at: 2 } });
    expect(tellingApart([one], [other])).toEqual(['choice.by.id', 'choice.by.at']);
    expect(tellingApart([one], [one])).toEqual([]);
    expect(tellingApart([one], [])).toEqual(['choice.analytics', 'choice.by.id', 'choice.by.at']);
  });

  it('may be a text that is no JSON', () => {
    const text = (value: string) => [{ where: 'localStorage', name: 'choice', value } as const];
    expect(tellingApart(text('rejected'), text('rejected'))).toEqual([]);
    expect(tellingApart(text('rejected 8:13'), text('rejected 19:48'))).toEqual(['choice']);
  });
});

describe('a cookie', () => {
  it.each([
    { assignment: 'a=; max-age=0', erases: true },
    { assignment: 'a=; Max-Age=-99999999; path=/', erases: true },
    { assignment: 'a=; expires=Thu, 01 Jan 1970 00:00:00 GMT', erases: true },
    { assignment: 'a=1', erases: false },
    { assignment: 'a=; path=/', erases: false },
    { assignment: 'a=1; max-age=1', erases: false },
    { assignment: 'a=1; expires=Wed, 24 Mar 2027 08:13:27 GMT', erases: false },
  ])('is erased by "$assignment": $erases', ({ assignment, erases }) => {
    expect(isErasing(assignment, MORNING)).toBe(erases);
  });
});

describe.each([
  {
    name: 'the small shop',
    openShop: () => openOurSmallShop(),
    openOptOut: () => openOurSmallShop('opt-out'),
    heedsObjection: true,
  },
  { name: 'the storefront', openShop: openOurStorefront, openOptOut: null, heedsObjection: null },
])('Holloway on $name', ({ openShop, openOptOut, heedsObjection }) => {
  let shop: Subject;
  let ours: Examined;
  beforeAll(async () => {
    shop = await opened(openShop());
    ours = await examine(browser, shop, openOptOut && (await opened(openOptOut())));
  });

  it.each(PHASES)('sends nothing and keeps nothing but the choice %s', (phase) => {
    expect(ours.findings[phase]).toEqual([]);
  });

  it('keeps nothing that tells one visitor who refused from another', () => {
    expect(ours.identifiers).toEqual([]);
  });

  it('tells a visitor that Global Privacy Control was heard, and heeds it', () => {
    expect(ours).toMatchObject({ tellsOfObjection: true, heedsObjection });
  });

  it('shows a way to change one’s mind', () => {
    expect(ours.controls).toEqual(['Privacy settings']);
  });

  it('adds nothing to what is sent to the shop', () => {
    expect(ours.bytesWithEachRequest).toBe(0);
  });

  it('loads the script alone for a visitor who refused before', async () => {
    const watched = await watch(browser, shop, { time: MORNING });
    const { page } = watched.visitor;
    await page.goto(shop.url);
    for (const selector of shop.clicks.reject) await page.locator(selector).click();
    await page.reload({ waitUntil: 'networkidle' });
    watched.begin();
    await page.reload({ waitUntil: 'networkidle' });
    expect(watched.assets().map((url) => new URL(url).pathname)).toEqual(['/holloway.js']);
    await watched.leave();
  });
});

describe('another tool, by the same measures', () => {
  let theirs: Examined;
  beforeAll(async () => {
    const [shop, optOut] = await Promise.all([
      opened(openSmallShop({ tool: vanillaCookieconsent() })),
      opened(openSmallShop({ tool: vanillaCookieconsent('opt-out') })),
    ]);
    theirs = await examine(browser, shop, optOut);
  });

  it('is found to keep an identifier of a visitor who refused', () => {
    expect(theirs.identifiers).toContain('cc_cookie.consentId');
  });

  it('is found neither to heed Global Privacy Control nor to tell of it', () => {
    expect(theirs).toMatchObject({ tellsOfObjection: false, heedsObjection: false });
  });

  it('is found to show no way to change one’s mind', () => {
    expect(theirs.controls).toEqual([]);
  });

  it('is found to have its cookie sent to the shop with each request', () => {
    expect(theirs.bytesWithEachRequest).toBeGreaterThan(400);
  });

  it('is reported in a column of its own', () => {
    const report = reportOf([theirs, { ...theirs, name: 'Twin', version: null, cookiesLeft: ['a', 'b'] }], {
      browser: '1.2.3',
      day: '2026-11-24',
    });
    expect(report).toContain('|  | vanilla-cookieconsent 3.1.0 | Twin |');
    expect(report).toContain('| After Reject: requests | 0 | 0 |');
    expect(report).toContain('| After withdrawal: cookies of others left | 0 | 2: `a`, `b` |');
  });
});
