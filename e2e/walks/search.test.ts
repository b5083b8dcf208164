/**
 * What visitors search for, and what becomes of it: nothing found, put in other words, a result clicked.
 */
import { describe, expect, it } from 'vitest';
import { type Counts, only } from './shop.ts';
import { jsonLd, openStage, type Walk, type WalkOptions, withMenu } from './walk.ts';

const stage = openStage();

const NOON = Date.UTC(2026, 10, 23, 12);
const RESULTS = withMenu('<ul><li><a href="/p/swan">Swan</a></li></ul>');
const NOTHING = withMenu('<p>Nothing is called that here. <a href="/c/kettles">Perhaps a kettle?</a></p>');
const SEARCHES = ['search.asked', 'search.empty', 'search.refined', 'search.clicked'] as const;
const searches = (counts: Counts): Counts => only(counts, ...SEARCHES);

const open = (options: WalkOptions = {}): Promise<Walk> => stage.enter(options);

/** Searches by the address of the results. @param depth Of the page in the visit. */
async function search(walk: Walk, query: string, depth = 1): Promise<void> {
  await walk.page.goto(`${stage.shop.url}/search?${query}`);
  await walk.isCounted('/search', depth);
}

describe('a search', () => {
  it('is told by its words, however they were written', async () => {
    stage.shop.page('/search', RESULTS);
    const walk = await open();
    await search(walk, 'q=++Milk++FROTHER&sort=price&session=canary');
    const counts = await walk.end();
    expect(only(counts, ...SEARCHES, 'page.view')).toEqual({
      'page.view /search': 1,
      'search.asked milk frother': 1,
    });
    expect(stage.shop.bodies.join()).not.toContain('canary');
  });

  it('is told by the form that leads to it, whatever its field is called', async () => {
    const form = '<form role="search" action="/find"><input name="zoekwoord"><button>Zoek</button></form>';
    stage.shop.page('/', withMenu(form));
    stage.shop.page('/find', withMenu(`${form}<a href="/p/swan">Swan</a>`));
    const walk = await open();
    await walk.go('/');
    await walk.page.getByRole('textbox').fill('Waterkoker');
    await walk.page.getByRole('textbox').press('Enter');
    await walk.isCounted('/find');
    expect(only(await walk.end(), ...SEARCHES, 'flow.category')).toEqual({
      'flow.category (entry) (home)': 1,
      'flow.category (home) (search)': 1,
      'search.asked waterkoker': 1,
    });
  });

  it('is told by the shop, in its page or by an event', async () => {
    stage.shop.page('/search', RESULTS, '<meta name="holloway" content="type=search; search=Kettle">');
    const walk = await open();
    await walk.go('/search');
    await walk.page.evaluate(() => window.holloway?.track('view_search_results', { search_term: 'Toaster' }));
    expect(searches(await walk.end())).toEqual({
      'search.asked kettle': 1,
      'search.asked toaster': 1,
      'search.refined kettle toaster': 1,
    });
  });

  it('is none where a page that is no search has a query', async () => {
    const walk = await open();
    await walk.page.goto(`${stage.shop.url}/c/kettles?q=canary&search=canary`);
    await walk.isCounted('/c/kettles');
    expect(searches(await walk.end())).toEqual({});
    expect(stage.shop.bodies.join()).not.toContain('canary');
  });

  it('is counted once a visit, and in other words as a refinement', async () => {
    stage.shop.page('/search', RESULTS);
    const walk = await open();
    await search(walk, 'q=froth');
    await search(walk, 'q=milk+frother', 2);
    await search(walk, 'q=froth', 3);
    expect(searches(await walk.end())).toEqual({
      'search.asked froth': 1,
      'search.asked milk frother': 1,
      'search.refined froth milk frother': 1,
      'search.refined milk frother froth': 1,
    });
  });
});

describe('a search whose result is clicked', () => {
  it('is told as clicked, and what is searched for next is no refinement of it', async () => {
    stage.shop.page('/search', RESULTS);
    const walk = await open();
    await search(walk, 'q=kettle');
    await walk.follow('Swan', '/p/swan');
    await search(walk, 'q=toaster', 3);
    expect(searches(await walk.end())).toEqual({
      'search.asked kettle': 1,
      'search.clicked kettle': 1,
      'search.asked toaster': 1,
    });
  });

  it('is not told as clicked where the visitor goes elsewhere', async () => {
    stage.shop.page('/search', RESULTS);
    const walk = await open();
    await search(walk, 'q=kettle');
    await walk.follow('About', '/about');
    await walk.go('/p/swan');
    expect(searches(await walk.end())).toEqual({ 'search.asked kettle': 1 });
  });
});

describe('a search without a result', () => {
  const EMPTY = { 'search.asked unicorn': 1, 'search.empty unicorn': 1 };
  const FOUND = { 'search.asked unicorn': 1 };
  const attribute = (n: number) => withMenu(`<p data-holloway-results="${n}">${n} results</p>`);
  const list = (...urls: string[]) =>
    jsonLd({
      '@type': 'ItemList',
      itemListElement: urls.map((url, i) => ({ '@type': 'ListItem', position: i + 1, url })),
    });

  it.each([
    ['an attribute says that there is none', attribute(0), '', EMPTY],
    ['an attribute says that there are some', attribute(3), '', FOUND],
    ['the list of the page has nothing in it', NOTHING, list(), EMPTY],
    ['the list of the page has something in it', NOTHING, list('/p/swan'), FOUND],
    ['no product is linked', NOTHING, '', EMPTY],
    ['a product is linked', RESULTS, '', FOUND],
  ])('is one where %s', async (_, body, head, counted) => {
    stage.shop.page('/search', body, head);
    const walk = await open({ clock: NOON });
    await search(walk, 'q=unicorn');
    await walk.context.clock.runFor(4_000);
    expect(searches(await walk.end())).toEqual(counted);
  });

  it.each([
    ['with results', `document.querySelector('main').innerHTML = '<a href="/p/swan">Swan</a>'`, FOUND],
    [
      'with none',
      `document.querySelector('main').innerHTML = '<p data-holloway-results="0">None</p>'`,
      EMPTY,
    ],
  ])('is not one before its answer, which comes later %s', async (_, script, counted) => {
    const later = `<script>setTimeout(() => { ${script} }, 1500)</script>`;
    stage.shop.page('/search', withMenu('<p>One moment</p>') + later);
    const walk = await open({ clock: NOON });
    await search(walk, 'q=unicorn');
    await walk.context.clock.runFor(4_000);
    expect(searches(await walk.end())).toEqual(counted);
  });

  it('is not told of a page that was left before it could answer', async () => {
    stage.shop.page('/search', withMenu('<p>One moment</p>'));
    const walk = await open({ clock: NOON });
    await search(walk, 'q=unicorn');
    await walk.context.clock.runFor(1_000);
    await walk.follow('About', '/about');
    expect(searches(await walk.end())).toEqual(FOUND);
  });
});

describe('a search that a router shows at the same path', () => {
  const FORM = '<form role="search" action="/search"><input name="q"></form>';
  /** The results follow, and what else the page says of itself stays. */
  const ask = (walk: Walk, query: string, html: string): Promise<void> =>
    walk.page.evaluate(
      ([asked, results]) => {
        history.pushState({}, '', `/search?q=${asked}`);
        const main = document.querySelector('main');
        if (main) main.innerHTML = results;
      },
      [query, html] as const,
    );
  const LEFT = jsonLd({
    '@type': 'ItemList',
    itemListElement: [{ '@type': 'ListItem', position: 1, url: '/p/swan' }],
  });

  it('is another view, and another search', async () => {
    stage.shop.page('/search', FORM + RESULTS);
    const walk = await open();
    await search(walk, 'q=kettle');
    await ask(walk, 'swan', '<a href="/p/swan">Swan</a>');
    await walk.isCounted('/search', 2);
    await walk.follow('Swan', '/p/swan');
    expect(only(await walk.end(), ...SEARCHES, 'page.view')).toEqual({
      'page.view /search': 2,
      'page.view /p/swan': 1,
      'search.asked kettle': 1,
      'search.asked swan': 1,
      'search.refined kettle swan': 1,
      'search.clicked swan': 1,
    });
  });

  it.each([
    ['of the search before', '/search?q=kettle'],
    ['of a category', '/c/kettles'],
  ])('has no result, whatever list %s is left', async (_, from) => {
    stage.shop.page('/search', RESULTS, LEFT);
    stage.shop.page('/c/kettles', RESULTS, LEFT);
    const walk = await open({ clock: NOON });
    await walk.page.goto(stage.shop.url + from);
    await walk.isCounted(from.split('?')[0] ?? '');
    await ask(walk, 'unicorn', '<p>Nothing is called that here.</p>');
    await walk.context.clock.runFor(6_000);
    expect(only(await walk.end(), 'search.empty')).toEqual({ 'search.empty unicorn': 1 });
  });

  it('is one search where it is typed letter by letter', async () => {
    stage.shop.page('/search', FORM + RESULTS);
    const walk = await open({ clock: NOON });
    await search(walk, 'q=kettle');
    for (const letters of ['s', 'sw', 'swa', 'swan']) {
      await ask(walk, letters, '<a href="/p/swan">Swan</a>');
      await walk.context.clock.runFor(300);
    }
    await walk.context.clock.runFor(4_000);
    expect(only(await walk.end(), 'search.asked', 'page.view')).toEqual({
      'page.view /search': 2,
      'search.asked kettle': 1,
      'search.asked swan': 1,
    });
  });
});

describe('what may be more than a search', () => {
  it.each([
    ['an e-mail address', 'canary@mail.example'],
    ['a telephone number', 'canary +44 20 7946 0958'],
    ['an order number', 'canary 20261123'],
    ['a token', 'canaryQ7fK2mP9xR4t'],
    ['a letter', `canary ${'and so on '.repeat(10)}`],
  ])('such as %s is never sent, nor put in relation to another', async (_, text) => {
    stage.shop.page('/search', RESULTS);
    const walk = await open();
    await search(walk, 'q=kettle');
    await search(walk, new URLSearchParams({ q: text }).toString(), 2);
    await walk.page.evaluate((term) => window.holloway?.track('search', { search_term: term }), text);
    expect(only(await walk.end(), ...SEARCHES, 'page.view')).toEqual({
      'page.view /search': 2,
      'search.asked kettle': 1,
    });
    expect(stage.shop.bodies.join()).not.toMatch(/canary/i);
  });
});
