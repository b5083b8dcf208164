import { describe, expect, it } from 'vitest';
import { render } from '../src/server.tsx';

const link = (path: string, text: string) => `<a href="${path}" data-discover="true">${text}</a>`;
const NAV = `<nav>${link('/', 'Kettles')} <a href="#privacy" data-holloway-open="">Privacy settings</a></nav>`;

/** This file runs without a document. */
describe('the shop on a server', () => {
  it('has no window to ask', () => {
    expect(typeof window).toBe('undefined');
  });

  it('renders a list as a visitor sees it who was not asked yet', async () => {
    expect(await render('/')).toBe(
      '<meta name="holloway" content="type=category; category=kettles"/>' +
        `${NAV}<main><h1>Kettles</h1><p role="status">This visit is not counted.</p>` +
        '<ul data-holloway-zone="grid">' +
        `<li data-holloway-item="KE-101">${link('/p/heron', 'Heron')}</li>` +
        `<li data-holloway-item="KE-102">${link('/p/wren', 'Wren')}</li>` +
        `<li data-holloway-item="KE-103">${link('/p/ibis', 'Ibis')}</li></ul></main>`,
    );
  });

  it('renders the page of a product, and says what it is', async () => {
    expect(await render('/p/heron')).toBe(
      '<meta name="holloway" content="type=product; category=kettles; item=KE-101"/>' +
        `${NAV}<main><h1>Heron</h1><button type="button">Order for 49.9 €</button></main>`,
    );
  });
});
