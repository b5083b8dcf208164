/**
 * Where visits come from, as the referrer and the address tell; and that nothing else of either, nor a title or a text of the
 * page, is in anything that leaves the browser.
 */
import { describe, expect, it } from 'vitest';
import { only } from './shop.ts';
import { openStage, type Walk, withMenu } from './walk.ts';

const stage = openStage();

/** Comes to the shop from somewhere else. */
async function arrive(address: string, referer?: string): Promise<Walk> {
  const walk = await stage.enter();
  await walk.page.goto(stage.shop.url + address, referer === undefined ? {} : { referer });
  await walk.isCounted(new URL(address, stage.shop.url).pathname);
  return walk;
}

const sources = () => new Set(stage.shop.batches().map(({ slices }) => slices.source));

describe('a visit', () => {
  it.each([
    ['search', 'https://www.google.com/', 'google.com'],
    ['search', 'https://duckduckgo.com/?q=canary', 'duckduckgo.com'],
    ['social', 'https://www.instagram.com/p/canary/', 'instagram.com'],
    ['social', 'https://t.co/canary', 't.co'],
    ['email', 'https://mail.google.com/mail/u/0/canary', 'mail.google.com'],
    ['referral', 'https://www.cookery.example/reviews?reader=canary', 'cookery.example'],
  ])('comes by %s from %s, of which the host alone is told', async (source, referer, host) => {
    const walk = await arrive('/c/kettles', referer);
    await walk.follow('Swan', '/p/swan');
    const counts = await walk.end();
    expect(sources()).toEqual(new Set([source]));
    expect(only(counts, 'visit', 'visit.entry', 'source.referrer', 'source.campaign')).toEqual({
      visit: 1,
      'visit.entry /c/kettles': 1,
      [`source.referrer ${host}`]: 1,
    });
    expect(stage.shop.bodies.join()).not.toContain('canary');
  });

  it('comes direct where nothing tells from where', async () => {
    const counts = await (await arrive('/c/kettles')).end();
    expect(sources()).toEqual(new Set(['direct']));
    expect(only(counts, 'visit', 'source.referrer', 'source.campaign')).toEqual({ visit: 1 });
  });

  it('comes direct where a page of the shop itself leads to another', async () => {
    const counts = await (await arrive('/c/kettles', `${stage.shop.url}/cart?canary`)).end();
    expect(sources()).toEqual(new Set(['direct']));
    expect(only(counts, 'source.referrer')).toEqual({});
  });

  it.each([
    ['campaign', '/?utm_source=paper&utm_medium=cpc&utm_campaign=Winter-Kettles', 'winter-kettles'],
    ['email', '/?utm_source=letter&utm_medium=email&utm_campaign=november', 'november'],
    ['social', '/?utm_medium=paid-social&utm_campaign=coffee', 'coffee'],
  ])('comes by %s as the tags of the address say', async (source, address, campaign) => {
    const counts = await (await arrive(address)).end();
    expect(sources()).toEqual(new Set([source]));
    expect(only(counts, 'visit', 'page.view', 'source.campaign')).toEqual({
      visit: 1,
      'page.view /': 1,
      [`source.campaign ${campaign}`]: 1,
    });
  });

  it.each([
    ['campaign', 'gclid'],
    ['campaign', 'gbraid'],
    ['campaign', 'wbraid'],
    ['campaign', 'dclid'],
    ['campaign', 'msclkid'],
    ['campaign', 'ttclid'],
    ['campaign', 'twclid'],
    ['campaign', 'epik'],
    ['campaign', 'srsltid'],
    ['social', 'fbclid'],
    ['social', 'igshid'],
    ['social', 'li_fat_id'],
    ['social', 'ScCid'],
  ])('comes by %s where a click was given a %s, which is told to nobody', async (source, name) => {
    const walk = await arrive(`/about?${name}=Canary.EAIaIQobChMI8-7`, 'https://www.google.com/');
    await walk.end();
    expect(sources()).toEqual(new Set([source]));
    expect(stage.shop.bodies.join()).not.toMatch(new RegExp(`canary|${name}|EAIa`, 'i'));
  });

  it('keeps the source that it came by, whatever leads back into it', async () => {
    const walk = await arrive('/', 'https://www.google.com/');
    await walk.page.goto(`${stage.shop.url}/about?utm_medium=email`, {
      referer: 'https://www.instagram.com/',
    });
    await walk.isCounted('/about');
    const counts = await walk.end();
    expect(sources()).toEqual(new Set(['search']));
    expect(only(counts, 'visit', 'source.referrer')).toEqual({ visit: 1, 'source.referrer google.com': 1 });
  });
});

describe('what could point at a person', () => {
  it.each([
    ['an order number', '/orders/20261123', '/orders/:id'],
    ['an e-mail address', '/unsubscribe/canary@mail.example', '/unsubscribe/:id'],
    ['an escaped e-mail address', '/unsubscribe/canary%2540mail.example', '/unsubscribe/:id'],
    ['a UUID', '/account/0b6c5c1e-7d0e-4b6e-9a53-2f1d6a8e4c11/letters', '/account/:id/letters'],
    ['a token', '/reset/eyJhbGciOiJIUzI1NiJ9canaryQ', '/reset/:id'],
    ['a telephone number', '/call/+44 20 7946 0958', '/call/:id'],
  ])('such as %s in a path stays in the browser', async (_, address, path) => {
    stage.shop.page(new URL(address, stage.shop.url).pathname, withMenu('<h1>Canary</h1>'));
    const walk = await stage.enter();
    await walk.page.goto(stage.shop.url + address);
    await walk.isCounted(path);
    expect(only(await walk.end(), 'page.view', 'flow.page')).toEqual({
      [`page.view ${path}`]: 1,
      [`flow.page (entry) ${path}`]: 1,
    });
    const secret = decodeURIComponent(decodeURIComponent(address.split('/')[2] ?? ''));
    expect(stage.shop.bodies.join()).not.toContain(secret);
    expect(stage.shop.bodies.join()).not.toContain(encodeURIComponent(secret));
  });

  it('is told nowhere, wherever a page shows it: in texts, titles, fields, queries, fragments, cookies and storage', async () => {
    const { shop } = stage;
    shop.page(
      '/account',
      withMenu(`<h1 id="canary-7412583">Hello, Canary Heading</h1>
        <p>Canary Text</p>
        <a href="/p/swan?canary=link#canary-fragment" title="Canary Title" aria-label="Canary Label">Canary Link</a>
        <img src="data:," alt="Canary Alt">
        <form action="/cart" method="get"><input name="email" value="canary@mail.example">
        <textarea name="note">Canary Note</textarea><button value="canary">Canary Button</button></form>`),
      `<title>Canary Page Title</title><meta name="description" content="Canary Description">
       <script>document.cookie = 'canary=cookie'; localStorage.setItem('canary', 'canary');</script>`,
    );
    const walk = await stage.enter();
    await walk.page.goto(`${shop.url}/account?session=canary-query#canary-fragment`, {
      referer: 'https://cookery.example/canary-path?canary',
    });
    await walk.isCounted('/account');
    await walk.page.getByRole('textbox').first().fill('canary@typed.example');
    await walk.page.getByText('Canary Text').click();
    await walk.page.getByRole('link', { name: 'Canary Label' }).click();
    await walk.isCounted('/p/swan');
    await walk.page.goBack();
    await walk.isCounted('/account', 3);
    await walk.page.getByRole('button', { name: 'Canary Button' }).click();
    await walk.isCounted('/cart');
    await walk.page.evaluate(() =>
      window.holloway?.track('purchase', {
        transaction_id: 'canary-order',
        items: [{ item_id: 'KE-101', price: 50 }],
      }),
    );
    const counts = await walk.end();
    expect(only(counts, 'page.view')).toEqual({
      'page.view /account': 2,
      'page.view /p/swan': 1,
      'page.view /cart': 1,
    });
    expect(shop.bodies.join()).not.toMatch(/canary/i);
  });
});
