import { describe, expect, it } from 'vitest';
import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { createHolloway, useHolloway } from '../src/holloway.ts';
import { render } from '../src/server.ts';

const nav = (attributes: string) =>
  `<nav><a ${attributes}>Kettles</a> <a href="#privacy" data-holloway-open>Privacy settings</a></nav>`;

/** This file runs without a document. */
describe('the shop on a server', () => {
  it('has no window to ask', () => {
    expect(typeof window).toBe('undefined');
  });

  it('starts nothing: there is no Holloway', async () => {
    const app = createSSRApp({ setup: () => () => String(useHolloway()) });
    app.use(createHolloway({ site: 'my-shop', collector: 'https://stats.example' }));
    expect(await renderToString(app)).toBe('null');
  });

  it('renders a list as a visitor sees it who was not asked yet', async () => {
    expect(await render('/')).toEqual({
      head: '<meta name="holloway" content="type=category; category=kettles">',
      body:
        `<!--[-->${nav('aria-current="page" href="/" class="router-link-active router-link-exact-active"')}` +
        '<main><!--[--><h1>Kettles</h1><p role="status">This visit is not counted.</p>' +
        '<ul data-holloway-zone="grid">' +
        '<li data-holloway-item="KE-101"><a href="/p/heron" class="">Heron</a></li>' +
        '<li data-holloway-item="KE-102"><a href="/p/wren" class="">Wren</a></li>' +
        '<li data-holloway-item="KE-103"><a href="/p/ibis" class="">Ibis</a></li>' +
        '</ul><!--]--></main><!--]-->',
    });
  });

  it('renders the page of a product, and says what it is', async () => {
    expect(await render('/p/heron')).toEqual({
      head: '<meta name="holloway" content="type=product; category=kettles; item=KE-101">',
      body:
        `<!--[-->${nav('href="/" class=""')}<main><!--[--><h1>Heron</h1>` +
        '<button type="button">Order for 49.9 €</button><!--]--></main><!--]-->',
    });
  });
});
