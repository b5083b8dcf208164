// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type OpenDashboard, openDashboard } from './open-dashboard.tsx';
import { savedFile } from './saved-file.ts';

vi.setConfig({ testTimeout: 30_000 });

const PAGE = 'page=%2Fc%2Fkettles%2Fgooseneck';

let open: OpenDashboard | undefined;
const dashboard = async (...args: Parameters<typeof openDashboard>): Promise<OpenDashboard> => {
  open = await openDashboard(...args);
  return open;
};
beforeEach(() => {
  // Nothing is laid out here, and a picture without a width is not drawn.
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1000);
});
afterEach(() => {
  open?.close();
  vi.restoreAllMocks();
});

const namesOf = (selector: string): (string | null)[] =>
  [...document.querySelectorAll(selector)].map((one) => one.getAttribute('aria-label'));

const press = (element: Element, key: string): boolean =>
  element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

const click = (element: Element): boolean =>
  element.dispatchEvent(new MouseEvent('click', { bubbles: true }));

describe('the picture of a page', () => {
  it('has its regions and positions in reading order, with what stands there and what it earns', async () => {
    const page = await dashboard(`#/storefront/layout?${PAGE}&window=l&figure=exposure`);
    await page.find('.wireframe');
    expect(namesOf('.wireframe [role=button]')).toEqual([
      'header, on all pages, 99%',
      'intro, 94%',
      'grid, 81%',
      'grid 1, Alder gooseneck 1, 92%',
      'grid 2, Birch gooseneck 1, 78%',
      'grid 3, Cedar gooseneck 1, 64%',
      'grid 4, Damson gooseneck 1, 50%',
      'grid 5, Elm gooseneck 1, 36%',
      'grid 6, Fern gooseneck 1, 22%',
      'related, 22%',
      'footer, on all pages, 13%',
    ]);
  });

  it('stands in true proportion, as wide as there is room', async () => {
    const page = await dashboard(`#/storefront/layout?${PAGE}&window=l&layer=boxes`);
    const [header, first] = [await page.find('[data-at="0"] rect'), await page.find('[data-at="3"] rect')];
    const side = (element: Element, name: string): number => Number(element.getAttribute(name));
    // 1000 pixels, of which 328 are the panel's, for 1280 of the page.
    expect(side(header, 'width')).toBeCloseTo(672, 5);
    expect(side(first, 'width') / side(first, 'height')).toBeCloseTo(368 / 376, 5);
  });

  it('is walked by the arrow keys, and tells of the box that has the focus', async () => {
    const page = await dashboard(`#/storefront/layout?${PAGE}&window=l`);
    const first = await page.find('[data-at="0"]');
    expect(namesOf('.wireframe [tabindex="0"]')).toEqual(['header, on all pages, 99%']);
    first.focus();
    press(first, 'End');
    await page.find('.box-panel h3', 'footer');
    const last = await page.find('[aria-pressed=true]', 'footer');
    expect(document.activeElement).toBe(last);
    press(last, 'Home');
    await page.find('.box-panel h3', 'header');
    press(await page.find('[data-at="0"]'), 'ArrowRight');
    await page.find('.box-panel h3', 'intro');
    expect(namesOf('.wireframe [tabindex="0"]')).toEqual(['intro, 94%']);
  });

  it('takes every key of someone who is faster than the drawing', async () => {
    const page = await dashboard(`#/storefront/layout?${PAGE}&window=l`);
    (await page.find('[data-at="0"]')).focus();
    for (let key = 0; key < 3; key++) press(document.activeElement ?? document.body, 'ArrowRight');
    expect(document.activeElement?.getAttribute('data-at')).toBe('3');
    await page.find('.box-panel h3', 'grid 1');
  });

  it('tells how sure a rate is, and what it would take to be surer', async () => {
    const page = await dashboard(`#/storefront/layout?${PAGE}&window=l`);
    click(await page.find('[data-at="4"]'));
    const panel = await page.find('.box-panel', 'grid 2');
    expect(panel.textContent).toContain('Birch gooseneck 1');
    expect(panel.textContent).toContain('78%162 of 208 viewswith 95% confidence 72% to 83%');
    expect(panel.textContent).toContain('needs about 480 more visits');
    expect(panel.textContent).toContain('€');
  });

  it('says of too little that it is too little, not that it is nothing', async () => {
    const page = await dashboard(`#/garden/layout?${PAGE}&window=l&figure=clickRate`);
    const box = await page.find('.wireframe [role=button]', 'grid 6');
    expect(box.getAttribute('aria-label')).toContain('too few');
    expect(box.querySelector('rect')?.getAttribute('fill')).toMatch(/^url\(#/);
    click(box);
    expect((await page.find('.box-panel', 'grid 6')).textContent).toContain('too few to tell');
  });

  it('takes the names that rates had in addresses before', async () => {
    const page = await dashboard(`#/storefront/layout?${PAGE}&window=all&figure=ordered&per=4`);
    await page.find('.segmented [aria-pressed=true]', 'Order rate');
    await page.find('.segmented [aria-pressed=true]', 'All sizes');
    await page.find('.picture-panel .note', 'the boxes stand where they do in small ones');
  });

  it('has layers, of which clicks are asked for when they are shown', async () => {
    const page = await dashboard(`#/storefront/layout?${PAGE}&window=l`);
    await page.find('.scroll-reach');
    expect(page.asked.some((url) => url.includes('/heatmap'))).toBe(false);
    await page.press('.layers label:nth-of-type(3) input');
    await page.find('.click-heat rect');
    await page.press('.layers label:nth-of-type(2) input');
    await page.find('.wireframe [role=button]', 'header: Cart');
    await page.press('.layers label:nth-of-type(4) input');
    await vi.waitFor(() => expect(document.querySelector('.scroll-reach')).toBeNull());
    expect(window.location.hash).toContain('layer=boxes&layer=links&layer=heatmap');
  });

  it('is read as a table too', async () => {
    const page = await dashboard(`#/storefront/layout?${PAGE}&window=l`);
    await page.press('.tool', 'Picture of the page: view as table');
    await page.find('.picture-panel tbody th', 'grid 6 Fern gooseneck 1');
    await page.find('.picture-panel tbody th', 'header on all pages');
  });

  it('is a table for each of its layers, which are chosen there too; of clicks when they are', async () => {
    const page = await dashboard(`#/storefront/layout?${PAGE}&window=l`);
    await page.press('.tool', 'Picture of the page: view as table');
    const reach = await page.find('section[aria-label="Scroll reach"]');
    expect([...reach.querySelectorAll('tbody tr')].map((row) => row.textContent).slice(0, 2)).toEqual([
      '1664100%',
      '260892%',
    ]);
    expect((await page.find('a.tool', 'Scroll reach: download CSV')).getAttribute('href')).toContain(
      `/reports/scroll?from=2026-10-26&to=2026-11-22&${PAGE}&page=%28any%29&format=csv`,
    );
    expect(page.asked.some((url) => url.includes('/heatmap'))).toBe(false);
    await page.press('.layers label:nth-of-type(3) input');
    const clicks = await page.find('section[aria-label="Heat map, table"]');
    expect(clicks.querySelector('tbody tr')?.textContent).toBe('grid 1 10165');
    expect((await page.find('a.tool', 'Heat map: download CSV')).getAttribute('href')).toContain(
      '/reports/heatmap?',
    );
    for (const layer of [1, 3, 4]) await page.press(`.layers label:nth-of-type(${layer}) input`);
    await page.find('.picture-panel .note', 'Nothing is known of the layers that are chosen.');
  });

  it('is saved as CSV with the rates that it is coloured by', async () => {
    const page = await dashboard(`#/storefront/layout?${PAGE}&window=l`);
    const { name, text } = await savedFile(() =>
      page.press('button.tool', 'Picture of the page: download CSV'),
    );
    expect(name).toBe('storefront-boxes-2026-10-26-2026-11-22.csv');
    const lines = text.split('\r\n');
    expect(lines[0]).toMatch(
      /^page,element,viewport,items,exposure,exposureLow,exposureHigh,attractiveness,/,
    );
    expect(lines[5]).toMatch(
      /^\/c\/kettles\/gooseneck,grid\/2,l,kettles-gooseneck-2,0\.7788\d*,0\.7176\d*,0\.8299\d*,0\.185/,
    );
    expect(lines[5]?.split(',')).toHaveLength(lines[0]?.split(',').length ?? 0);
  });

  it('is of the positions in reading order where no boxes are known, and says why', async () => {
    const page = await dashboard(`#/archive/layout?${PAGE}`);
    await page.find('.panel .note', 'an imported history does not say it');
    await page.find('.slot', 'Alder gooseneck 1');
  });

  it('asks for the reports of this page alone, and of what all pages share; for positions also to list the pages', async () => {
    const page = await dashboard(`#/storefront/layout?${PAGE}`);
    await page.find('.wireframe');
    const asked = page.asked.filter((url) => /reports\/(zones|elements|boxes|scroll)/.test(url));
    expect(asked).toHaveLength(4);
    expect(asked.every((url) => url.includes(`${PAGE}&page=%28any%29`))).toBe(true);
  });
});

describe('the page that is looked at', () => {
  it('is found by name among all, the most seen first', async () => {
    const page = await dashboard(`#/storefront/layout?${PAGE}`);
    await page.press('.page-chooser .popover-button');
    expect((await page.find('.page-list li')).textContent).toContain('Home');
    await page.type('.page-list input', 'teA / po');
    await page.press('.page-list button', 'Tea / Pots');
    await page.find('.page-chooser .popover-button', 'Tea / Pots');
    expect(window.location.hash).toBe('#/storefront/layout?page=%2Fc%2Ftea%2Fpots');
  });

  it('says what to do where nothing is known of its layout', async () => {
    const page = await dashboard('#/storefront/layout?page=%2Fdelivery');
    await page.find('.message-title', 'Nothing is known of the layout of this page');
    await page.find('.code', 'data-holloway-zone');
  });

  it('says so when its reports cannot be had, and asks again', async () => {
    const page = await dashboard('#/storefront/pages');
    await page.find('tbody');
    page.failWith(500);
    await page.go(`#/storefront/layout?${PAGE}`);
    await page.find('[role=alert]');
    page.failWith(undefined);
    await page.press('[role=alert] button', 'Try again');
    await page.find('.wireframe');
  });
});

describe('what stands below the picture', () => {
  it('are regions, positions and what frustrates, with rates and intervals', async () => {
    const page = await dashboard(`#/storefront/layout?${PAGE}&window=l`);
    expect((await page.find('.panel[aria-labelledby]', 'Views seen')).textContent).toContain('Regions');
    await page.find('tbody tr', 'grid 16881%with 95% confidence');
    await page.find('.panel', 'Frustration');
    const frustrating = (await page.find('.panel', 'In vain')).querySelector('tbody tr')?.textContent;
    expect(frustrating).toMatch(/^grid 2/);
  });

  it('is how far down lists visits came, as a table and as CSV too', async () => {
    const page = await dashboard(`#/storefront/layout?${PAGE}&window=l`);
    await page.find('.list-depth svg');
    await page.find('.popover-button', 'How far down they look: save as picture');
    await page.press('.tool', 'How far down they look: view as table');
    const table = await page.find('section[aria-label="How far down they look, table"]');
    expect([...table.querySelectorAll('tbody tr')].map((row) => row.textContent).slice(0, 2)).toEqual([
      'grid 1100%',
      'grid 286%',
    ]);
    const { name, text } = await savedFile(() =>
      page.press('button.tool', 'How far down they look: download CSV'),
    );
    expect(name).toBe('storefront-list-depth-2026-10-26-2026-11-22.csv');
    expect(text.split('\r\n').slice(0, 2)).toEqual(['page,zone,slot,share', '/c/kettles/gooseneck,grid,1,1']);
  });

  it('is that nothing moved more than chance, or that there is nothing to compare with', async () => {
    const page = await dashboard(`#/storefront/layout?${PAGE}&window=l`);
    await page.find('.calm', 'None of the 6 positions that were compared moved more than chance');
    expect(document.querySelector('.tool[aria-label="Gainers and losers: download CSV"]')).toBeNull();
    await page.go(`#/storefront/layout?${PAGE}&range=all`);
    await page.find('.note', 'The history does not reach back');
  });
});

describe('a link to a box', () => {
  const scrolled = () => vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(() => {});

  it('has it chosen and in view, with its figures, and names it as long as it is chosen', async () => {
    const intoView = scrolled();
    const page = await dashboard(`#/storefront/layout?${PAGE}&window=l&box=grid%2F3`);
    await page.find('.box-panel h3', 'grid 3');
    expect(namesOf('.wireframe [aria-pressed=true]')).toEqual(['grid 3, Cedar gooseneck 1, 64%']);
    expect(intoView.mock.contexts.map((one) => (one as Element).getAttribute('aria-label'))).toEqual([
      'grid 3, Cedar gooseneck 1, 64%',
    ]);
    (await page.find('[data-at="0"]')).focus();
    await page.find('.box-panel h3', 'header');
    expect(window.location.hash).toBe(`#/storefront/layout?${PAGE}&window=l`);
    expect(intoView).toHaveBeenCalledTimes(1);
  });

  it('has its position marked and in view where there is no picture of the page', async () => {
    const intoView = scrolled();
    const page = await dashboard(`#/archive/layout?${PAGE}&box=grid%2F3`);
    const slot = await page.find('.slot[aria-current=true]', 'Cedar gooseneck 1');
    expect(document.querySelectorAll('[aria-current=true]')).toHaveLength(1);
    expect(intoView.mock.contexts).toEqual([slot]);
  });

  it('has none chosen that is not there', async () => {
    const intoView = scrolled();
    const page = await dashboard(`#/storefront/layout?${PAGE}&window=l&box=carousel`);
    await page.find('.box-panel', 'Point at a box');
    expect(namesOf('.wireframe [aria-pressed=true]')).toEqual([]);
    expect(intoView).not.toHaveBeenCalled();
  });
});

describe('the live page', () => {
  const OPEN = '.live-page .popover-button';
  const linkOf = (page: OpenDashboard) => page.find('.live-page a', 'Open in a new tab');
  const hrefOf = async (page: OpenDashboard) => (await linkOf(page)).getAttribute('href');

  it('is opened by a link with a code of its own, which no script and no server of the store is told of', async () => {
    const page = await dashboard(`#/storefront/layout?${PAGE}`);
    await page.press(OPEN, 'Open on the live page');
    expect(await hrefOf(page)).toBe('https://storefront.example/c/kettles/gooseneck#holloway-overlay=x1');
    const link = await linkOf(page);
    expect([link.getAttribute('target'), link.getAttribute('rel')]).toEqual([
      '_blank',
      'noopener noreferrer',
    ]);
  });

  it('has another code once it was opened', async () => {
    const page = await dashboard(`#/storefront/layout?${PAGE}`);
    await page.press(OPEN);
    const link = await linkOf(page);
    // There is no such store.
    link.addEventListener('click', (event) => event.preventDefault());
    link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    await vi.waitFor(async () => expect(await hrefOf(page)).toContain('#holloway-overlay=x2'));
  });

  it('is looked for at the address and the path that are chosen', async () => {
    const page = await dashboard(`#/garden/layout?${PAGE}`);
    await page.press(OPEN);
    const select = (await page.find('.live-page select')) as HTMLSelectElement;
    select.value = 'https://garden.shop.example';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await page.type('.live-page input', '/c/pots?sort=new');
    await vi.waitFor(async () =>
      expect(await hrefOf(page)).toBe('https://garden.shop.example/c/pots?sort=new#holloway-overlay=x1'),
    );
  });

  it('of a page that is many is asked for by the path of one', async () => {
    const page = await dashboard('#/storefront/layout?page=%2Forders%2F%3Aid');
    await page.press(OPEN);
    await page.find('.live-page small', 'stands for many pages');
    await page.find('.live-page .problem', 'leads to a single page of the store');
    expect(document.querySelector('.live-page a')).toBeNull();
  });

  it('is not there of an archive, which has no pages', async () => {
    const page = await dashboard(`#/archive/layout?${PAGE}`);
    await page.find('.page-chooser');
    expect(document.querySelector('.live-page')).toBeNull();
  });
});

describe('gainers and losers', () => {
  it('are told against the days that are chosen to compare with', async () => {
    const page = await dashboard(
      `#/storefront/layout?${PAGE}&from=2026-11-10&to=2026-11-12&compare=weekdays`,
    );
    const panel = await page.find('.panel', 'Gainers and losers');
    expect(panel.textContent?.replaceAll('\u2009', ' ')).toContain('beside those of 3 – 5 Nov 2026.');
    await vi.waitFor(() =>
      expect(page.asked).toContain(
        '/v1/sites/storefront/reports/layout?from=2026-11-03&to=2026-11-05&page=%2Fc%2Fkettles%2Fgooseneck',
      ),
    );
    await vi.waitFor(() => expect(panel.textContent).toContain('positions that were compared'));
  });

  it.each([
    ['compare=none', 'Nothing is chosen to compare these days with.'],
    ['compare=year', 'The history does not reach back to the days to compare these with.'],
    ['from=2026-11-22&to=2026-11-22', 'Today is not over, so that it cannot be compared.'],
  ])('say of %s why there are none', async (query, words) => {
    const page = await dashboard(`#/storefront/layout?${PAGE}&${query}`);
    await page.find('.panel', words);
  });
});
