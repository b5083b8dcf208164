/**
 * Attacks 1 and 2: a visitor who has secrets everywhere walks through a shop in a real Chromium, and somebody sends what no
 * browser would. Then every byte is looked through: what went over the wire, what the collector wrote, printed, saved and
 * exported, and what lives in its memory; while it serves, after it was told to stop, and after it was killed.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dayAt, parseBatch, type SiteConfig, sortIncrements } from '@holloway/protocol';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newVisitor, openBrowser } from '../support/browser.ts';
import { countsOf, type Ear, openEar } from '../support/ear.ts';
import { isCounted } from '../walks/walk.ts';
import { CANARIES, COOKIE, EMAIL, FORWARDED, IN_THE_PAGE, TOKEN } from './canaries.ts';
import { openCanaryShop, WITNESS, walkThrough } from './canary-shop.ts';
import { type Fault, faultyCollector, sdkSources } from './mutants.ts';
import { filesOf, findAll, type Hay } from './needles.ts';
import { type Watched, watchCollector } from './process.ts';
import { askAll } from './raw-requests.ts';

const SETTINGS = { HOLLOWAY_TRUST_PROXY: '1' };

let browser: Browser;
const closing: (() => Promise<void>)[] = [];
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
const closeAll = async (): Promise<void> => {
  for (const close of closing.splice(0).reverse()) await close();
};

/** What the SDK itself asked for and sent; files are the browser's own to fetch. */
const onTheWire = ({ heard }: Ear): Hay[] =>
  heard
    .filter(({ path }) => !path.endsWith('.js'))
    .map(({ method, path, headers, body }) => ({
      where: `${method} ${path.split('?', 1)[0]}`,
      bytes: Buffer.from(JSON.stringify([path, headers, body])),
    }));

interface Walked {
  readonly collector: Watched;
  readonly ear: Ear;
  readonly origin: string;
}

interface WalkOptions {
  /** Of the SDK, which then comes from its sources. Whether a page is counted is then not waited for. */
  readonly faults?: readonly Fault[];
  /** Than the first page. Default: they do. */
  readonly goesFurther?: boolean;
}

/** A visitor walks through the shop of a test site, where whatever is sent gets a name at once. */
async function walk({ faults, goesFurther = true }: WalkOptions = {}): Promise<Walked> {
  const collector = await watchCollector(undefined, SETTINGS);
  closing.push(() => collector.remove());
  await collector.start();
  const ear = await openEar(collector.url, { from: FORWARDED });
  closing.push(() => ear.close());
  const script =
    faults === undefined
      ? `<script defer src="${ear.url}/holloway.js" data-site="shop"></script>`
      : `<script type="module">import { start } from '/sdk/src/index.ts'; start({ site: 'shop', collector: '${ear.url}' });</script>`;
  const shop = await openCanaryShop(script, faults === undefined ? undefined : sdkSources(...faults));
  closing.push(() => shop.close());
  await collector.holloway('site', 'add', 'shop', '--kind', 'test', '--origin', shop.url);
  const visitor = await newVisitor(browser);
  closing.push(() => visitor.close());
  const { page } = visitor;
  if (!goesFurther) await page.goto(shop.url);
  else if (faults !== undefined) await walkThrough(page, shop, () => page.waitForLoadState('networkidle'));
  else {
    await walkThrough(page, shop, (path) => isCounted(page, path));
    await ear.until((batches) => (countsOf(batches)[`page.view ${WITNESS}`] ?? 0) >= 3);
  }
  return { collector, ear, origin: shop.url };
}

describe('attack 2: on the wire', () => {
  let walked: Walked;
  beforeAll(async () => {
    walked = await walk();
  });
  afterAll(closeAll);

  it('is no secret of the page or the browser, in any form', () => {
    expect(findAll(IN_THE_PAGE, onTheWire(walked.ear))).toEqual([]);
  });

  it('are declared cells and nothing else, in an order that tells nothing, without cookie or referrer', () => {
    const sent = walked.ear.heard.filter(({ path, method }) => path === '/v1/collect' && method === 'POST');
    expect(sent.length).toBeGreaterThan(0);
    for (const { headers, body } of sent) {
      const parsed = parseBatch(JSON.parse(body));
      expect(parsed.ok).toBe(true);
      if (parsed.ok) expect(parsed.value.increments).toEqual(sortIncrements(parsed.value.increments));
      expect(headers.cookie).toBeUndefined();
      expect(headers.referer).toBeUndefined();
    }
  });
});

describe('attack 2 finds an SDK', () => {
  afterAll(closeAll);
  /** Each is of one file, and each is found by itself: one walk is enough for all of them. */
  const TALKATIVE: readonly Fault[] = [
    { file: 'protocol/src/path.ts', from: ' || identifies(segment) ? ID', to: ' ? ID' },
    { file: 'sdk/src/capture/term.ts', from: '? undefined : term;', to: '? term : term;' },
    { file: 'sdk/src/transport/anonymous.ts', from: "'no-referrer'", to: "'unsafe-url'" },
  ];
  let bodies: Hay[];
  let heads: Hay[];
  beforeAll(async () => {
    const { ear } = await walk({ faults: TALKATIVE });
    await ear.until((batches) => batches.length > 0);
    bodies = ear.heard.map(({ body }) => ({ where: 'a body', bytes: Buffer.from(body) }));
    heads = ear.heard.map(({ headers }) => ({ where: 'a head', bytes: Buffer.from(headers.referer ?? '') }));
  });

  it('that leaves paths as they are', () => {
    expect(findAll([EMAIL], bodies)).toContain(`${EMAIL}: as it is, in a body`);
  });

  it('that sends whatever is searched for', () => {
    expect(findAll([EMAIL], bodies)).toContain(`${EMAIL}: in small letters, in a body`);
  });

  it('that tells where it stands', () => {
    expect(findAll([TOKEN], heads)).toContain(`${TOKEN}: as it is, in a head`);
  });

  it('that sends cookies along', async () => {
    const { ear } = await walk({
      faults: [{ file: 'sdk/src/transport/anonymous.ts', from: "'omit'", to: "'include'" }],
      // Such an answer may not be read, so nothing comes of it.
      goesFurther: false,
    });
    await expect
      .poll(() => findAll([COOKIE], onTheWire(ear)), { timeout: 10_000 })
      .toContain(`${COOKIE}: as it is, in GET /v1/sites/shop/config.json`);
  });
});

/** What a thief of everything gets, and what an operator may hand on. */
async function everything(collector: Watched): Promise<Hay[]> {
  const backup = join(collector.data, 'saved', 'backup');
  const exported = join(collector.data, 'saved', 'export');
  mkdirSync(join(collector.data, 'saved'));
  await collector.holloway('backup', backup);
  await collector.holloway('export', 'shop', exported);
  // It fails where it finds something, after it has said so.
  const said = await collector.holloway('audit', 'shop', '--json').catch(String);
  const hay = [
    ...filesOf(collector.data),
    { where: 'the audit', bytes: Buffer.from(said) },
    { where: 'what it printed', bytes: Buffer.from(collector.printed(), 'latin1') },
  ];
  rmSync(join(collector.data, 'saved'), { recursive: true });
  return hay;
}

describe('attack 1: whatever is kept', () => {
  let walked: Walked;
  let answers: { status: number; text: string }[];
  beforeAll(async () => {
    walked = await walk();
    const { collector, ear, origin } = walked;
    answers = await askAll(collector.url, origin, ear.batches()[0] ?? {});
    await ear.close();
  });
  afterAll(closeAll);

  it('was sent and counted, or refused, as it should be', async () => {
    expect(new Set(answers.map(({ status }) => status))).toEqual(
      new Set([200, 204, 400, 401, 404, 405, 413]),
    );
    const hay = await everything(walked.collector);
    // The walk left what it may leave: the search sees what is there.
    expect(findAll([WITNESS], hay)).toContainEqual(expect.stringMatching(/holloway\.sqlite/));
  });

  it('is told to nobody in an answer', () => {
    const hay = answers.map(({ status, text }) => ({
      where: `an answer ${status}`,
      bytes: Buffer.from(text),
    }));
    expect(findAll(CANARIES, hay)).toEqual([]);
  });

  it('is what the audit finds nothing against', async () => {
    expect(await walked.collector.holloway('audit', '--all')).not.toContain('BROKEN');
  });

  it('holds no secret while the collector serves, nor does its memory', async () => {
    const { collector } = walked;
    const hay = await everything(collector);
    const names = hay.map(({ where }) => where);
    expect(names).toEqual(
      expect.arrayContaining([
        'holloway.sqlite',
        'holloway.sqlite-wal',
        'access.sqlite',
        'export',
        'the audit',
      ]),
    );
    expect(findAll(CANARIES, [...hay, { where: 'the heap', bytes: await collector.heap() }])).toEqual([]);
  });

  it('holds none after it was told to stop, nor after it was killed', async () => {
    const { collector, ear, origin } = walked;
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      await collector.end(signal);
      expect(findAll(CANARIES, await everything(collector)), signal).toEqual([]);
      await collector.start();
      await askAll(collector.url, origin, ear.batches()[0] ?? {});
    }
  });
});

const ORIGIN = 'http://127.0.0.1:4000';

/** A batch of a visit, which a collector adds to what it knows of the browser. */
async function visitOf({ url }: Watched): Promise<object> {
  const { statement } = (await (await fetch(`${url}/v1/sites/shop/config.json`)).json()) as SiteConfig;
  const day = dayAt(Date.now(), 'UTC');
  return {
    v: 1,
    site: 'shop',
    day,
    statement,
    basis: 'chosen',
    slices: {},
    increments: [['visit', [], 1, 2]],
  };
}

describe('attack 1 finds a collector', () => {
  afterEach(closeAll);

  const ANONYMISE = 'collector/src/ingest/anonymise.ts';
  it.each<{ that: string; faults: readonly Fault[]; inHeap?: true; finds: RegExp }>([
    {
      that: 'prints where a request comes from',
      faults: [
        {
          file: ANONYMISE,
          from: '    const isRelayed = isRelay?.(request) ?? false;',
          to: "    console.log(headers.get('x-forwarded-for')); const isRelayed = isRelay?.(request) ?? false;",
        },
      ],
      finds: /^198\.18\.77\.213: as it is, in what it printed$/,
    },
    {
      that: 'remembers user agents as they came',
      faults: [
        {
          file: ANONYMISE,
          from: "hash('sha256', secret + text);\n\n  const placeOf",
          to: 'text;\n\n  const placeOf',
        },
      ],
      inHeap: true,
      finds: /^Canarium-7f3a91: as it is, in the heap$/,
    },
    {
      that: 'keeps hashes of addresses',
      faults: [
        {
          file: ANONYMISE,
          from: 'network: networkKey,',
          to: "network: hash('sha256', headers.get('x-forwarded-for') ?? ''),",
        },
        {
          file: 'collector/src/ingest/commit.ts',
          from: '({ site, batch }: Contribution): string => nonceOf(site.id, batch.batch);',
          to: '({ site, batch, supporter }: Contribution): string => nonceOf(site.id, batch.batch) + supporter;',
        },
      ],
      finds: /^198\.18\.77\.213: hashed \d, in holloway\.sqlite/,
    },
    {
      that: 'takes the user agent for a model',
      faults: [{ file: ANONYMISE, from: 'model: client.model,', to: 'model: userAgent.slice(-15),' }],
      finds: /^Canarium-7f3a91: as it is, in holloway\.sqlite/,
    },
  ])('that $that', async ({ faults, inHeap = false, finds }) => {
    const collector = await watchCollector(faultyCollector(...faults), SETTINGS);
    closing.push(() => collector.remove());
    await collector.start();
    await collector.holloway('site', 'add', 'shop', '--kind', 'test', '--origin', ORIGIN);
    await askAll(collector.url, ORIGIN, await visitOf(collector));
    const hay = inHeap ? [{ where: 'the heap', bytes: await collector.heap() }] : await everything(collector);
    expect(findAll(CANARIES, hay)).toContainEqual(expect.stringMatching(finds));
  });
});
