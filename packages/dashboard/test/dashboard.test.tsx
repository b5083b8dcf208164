// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  CAREFUL_EMAIL,
  CODE,
  EMAIL,
  type OpenDashboard,
  openDashboard,
  PASSWORD,
} from './open-dashboard.tsx';

vi.setConfig({ testTimeout: 30_000 });

let open: OpenDashboard | undefined;
const dashboard = async (...args: Parameters<typeof openDashboard>): Promise<OpenDashboard> => {
  open = await openDashboard(...args);
  return open;
};
afterEach(() => open?.close());

const rowTexts = (column: HTMLElement): string[] =>
  [...column.querySelectorAll('.path-row .bar-name')].map((name) => name.textContent ?? '');

describe('signing in', () => {
  it('shows the overview of the first site', async () => {
    const page = await dashboard('', { signedIn: false });
    await page.type('input[name=email]', EMAIL);
    await page.type('input[name=password]', PASSWORD);
    await page.press('button[type=submit]');
    expect((await page.find('h1', 'Overview')).textContent).toBe('Overview');
    expect((await page.find('.figure', 'Visits')).textContent).toContain('3,170');
  });

  it('says so when the pair is wrong, and stays', async () => {
    const page = await dashboard('', { signedIn: false });
    await page.type('input[name=email]', EMAIL);
    await page.type('input[name=password]', 'wrong');
    await page.press('button[type=submit]');
    await page.find('[role=alert]', 'do not belong together');
  });

  it('asks for a code where an authenticator app is set up, and says so when it is wrong', async () => {
    const page = await dashboard('', { signedIn: false });
    await page.type('input[name=email]', CAREFUL_EMAIL);
    await page.type('input[name=password]', PASSWORD);
    await page.press('button[type=submit]');
    await page.type('input[name=code]', '000000');
    await page.press('button[type=submit]', 'Go on');
    await page.find('[role=alert]', 'Code must be that of the app at this moment.');
    await page.press('button', 'Use a backup code');
    await page.type('input[autocomplete=off][name=code]', CODE);
    await page.press('button[type=submit]', 'Go on');
    await page.find('h1', 'Overview');
  });

  it('leads to the single sign-on where there is one, by its name', async () => {
    const page = await dashboard('', { signedIn: false, singleSignOn: 'Example Ltd' });
    const assign = vi.spyOn(window.location, 'assign').mockImplementation(() => {});
    await page.press('button', 'Example Ltd');
    await vi.waitFor(() => expect(assign.mock.calls).toEqual([['https://id.example/authorize']]));
    assign.mockRestore();
  });

  it('says why the single sign-on let nobody in, and then begins anew', async () => {
    const page = await dashboard('#/sign-in?refused', { signedIn: false });
    await page.find('.note', 'did not let you in');
    await page.type('input[name=email]', EMAIL);
    await page.type('input[name=password]', PASSWORD);
    await page.press('button[type=submit]');
    await page.find('h1', 'Overview');
    expect(window.location.hash).toBe('#/');
  });

  it('is asked for again when the session has ended, and leads back to the same place', async () => {
    const page = await dashboard('#/storefront/overview');
    await page.find('.figure');
    page.failWith(401);
    await page.go('#/storefront/countries');
    await page.find('.sign-in-form', 'Your session has ended');
    page.failWith(undefined);
    await page.type('input[name=email]', EMAIL);
    await page.type('input[name=password]', PASSWORD);
    await page.press('button[type=submit]');
    await page.find('.bars li', 'Italy');
  });
});

describe('every screen', () => {
  it('says where the numbers come from, and that a test site is one', async () => {
    const page = await dashboard('#/storefront/overview');
    expect((await page.find('.provenance')).textContent).toBe(
      'Test site, k = 1Simulated visitors of the example storefront, seed 7.'.replaceAll(
        'k = 1',
        'k\u00a0=\u00a01',
      ),
    );
  });

  it('asks for the days and the slice of the address', async () => {
    const page = await dashboard('#/storefront/categories?range=7d&slice=device:phone');
    await page.find('.tree');
    expect(page.asked).toContain(
      '/v1/sites/storefront/reports/categories?from=2026-11-16&to=2026-11-22&slice=device%3Aphone',
    );
    await page.find('.slice.chosen', 'Device: Phone');
  });

  it('says that it is not kept by slice where it is not, and asks without one', async () => {
    const page = await dashboard('#/storefront/countries?slice=device:phone');
    await page.find('.slice-none', 'not kept by slice');
    await page.find('.bars li', 'Italy');
    expect(page.asked.some((url) => url.includes('countries') && url.includes('slice'))).toBe(false);
  });

  it.each(['products', 'search'])('says so of %s too, on paper as well', async (screen) => {
    const page = await dashboard(`#/storefront/${screen}?slice=device:phone`);
    await page.find('.slice-none', 'not kept by slice');
    expect((await page.find('.on-paper')).textContent).toContain('All visits');
    expect(page.text()).not.toContain('Device: Phone');
  });

  it.each([
    ['funnel', 'funnel'],
    ['visits', 'hours'],
    ['visits', 'durations'],
    ['visits', 'returns'],
  ])('asks on %s for the %s of the slice', async (screen, report) => {
    const page = await dashboard(`#/storefront/${screen}?range=7d&slice=device:phone`);
    await page.find('.slice.chosen', 'Device: Phone');
    await vi.waitFor(() =>
      expect(page.asked).toContain(
        `/v1/sites/storefront/reports/${report}?from=2026-11-16&to=2026-11-22&slice=device%3Aphone`,
      ),
    );
  });

  it('asks for nothing by slice where it says that it shows all visits', async () => {
    const page = await dashboard('#/storefront/layout?slice=device:phone');
    await page.find('.slice-none', 'not kept by slice');
    await page.find('.panel', 'Gainers and losers');
    expect(page.asked.filter((url) => url.includes('/reports/') && url.includes('slice='))).toEqual([]);
  });

  it('says of the one panel that is of all visits that it is', async () => {
    const page = await dashboard('#/storefront/categories?slice=device:phone');
    await page.find('.panel', 'All visits: what is found is not kept by slice.');
    await page.go('#/storefront/categories');
    await vi.waitFor(() => expect(page.text()).not.toContain('what is found is not kept by slice'));
  });

  it('has a table for its chart and a link to the CSV', async () => {
    const page = await dashboard('#/storefront/countries');
    await page.press('.tool', 'view as table');
    await page.find('tbody tr', 'Germany');
    expect((await page.find('a.tool', 'CSV')).getAttribute('href')).toBe(
      '/v1/sites/storefront/reports/countries?from=2026-10-26&to=2026-11-22&format=csv',
    );
  });

  it('has tables of all for what is viewed most, and pictures', async () => {
    const page = await dashboard('#/storefront/overview');
    await page.find('.popover-button', 'Top categories: save as picture');
    await page.press('.tool', 'Top pages: view as table');
    const table = await page.find('section[aria-label="Most viewed pages, table"]');
    const rows = [...table.querySelectorAll('tbody tr')].map((row) => row.textContent);
    expect(rows.length).toBeGreaterThan(8);
    expect(rows[0]).toBe('Home /2,15516%');
  });

  it('says what could not be shown, and tries again', async () => {
    const page = await dashboard('#/storefront/overview');
    await page.find('.figure');
    page.failWith(500);
    await page.go('#/storefront/countries');
    await page.find('[role=alert]', 'could not be shown');
    page.failWith(undefined);
    await page.press('button', 'Try again');
    await page.find('.bars li', 'Italy');
  });

  it('tells too few from none', async () => {
    const few = await dashboard('#/young/categories');
    await few.find('.message', 'until 10 browsers stand behind each');
    few.close();
    const none = await dashboard('#/storefront/categories?from=2026-01-01&to=2026-01-02');
    await none.find('.message', 'Nothing of this kind was counted');
    none.close();
    const small = await dashboard('#/archive/pages?from=2008-04-01&to=2008-04-01&slice=source:campaign');
    const words = await small.find('.message', 'Too few');
    expect(words.textContent).not.toContain('An imported history');
  });

  it('tells what waits in all dates, whatever dates are asked for', async () => {
    const page = await dashboard('#/archive/paths?range=7d');
    const week = (await page.find('.waiting-note', 'In all dates:')).textContent;
    page.close();
    const all = await dashboard('#/archive/paths?range=all');
    expect((await all.find('.waiting-note', 'In all dates:')).textContent).toBe(week);
  });

  it('says that there is no site of the name in the address, and leads to the first', async () => {
    const page = await dashboard('#/nonsense/overview');
    await page.find('.message', 'There is no site “nonsense”');
    expect((await page.find('.message a', 'Go to Storefront')).getAttribute('href')).toBe(
      '#/storefront/overview',
    );
  });

  it('says of an archive that its countries are those of the history', async () => {
    const page = await dashboard('#/archive/countries');
    await page.find('.panel-head .note', 'as the history says');
    await page.find('.bars li', 'Addresses under .com');
  });

  it('shows the line to paste on a site that never counted', async () => {
    const page = await dashboard('#/new/overview');
    expect((await page.find('code')).textContent).toContain('/holloway.js" data-site="new" defer></script>');
  });
});

describe('a role', () => {
  const links = async (page: OpenDashboard): Promise<(string | null)[]> => {
    const navigation = await page.find('nav.side-nav');
    return [...navigation.querySelectorAll('a')].map(({ textContent }) => textContent);
  };

  it('of a merchandiser is offered the reports, and nothing of the staff', async () => {
    const page = await dashboard('#/storefront/consent', { role: 'merchandiser' });
    await page.find('.figure', 'Coverage');
    expect(await links(page)).not.toContain('Privacy');
    expect(page.text()).not.toContain('For the record');
    await page.press('.account .popover-button');
    await page.find('.account a', 'Account');
    expect(page.text()).not.toContain('People');
  });

  it('of an auditor begins with consent, without reports and slices', async () => {
    const page = await dashboard('', { role: 'auditor' });
    await page.find('h1', 'Consent');
    await page.find('.panel', 'For the record');
    expect(await links(page)).toEqual(['Consent', 'Privacy']);
    expect(page.text()).not.toContain('What visitors state');
    expect(page.asked.filter((url) => /slices|preferences|overview/.test(url))).toEqual([]);
  });

  it('that may not see a screen is told so in words, and where to go', async () => {
    const page = await dashboard('#/storefront/overview', { role: 'auditor' });
    const words = await page.find('.message', 'Overview is not for your role');
    expect(words.textContent).toContain('no report and no value of an order');
    expect(words.querySelector('a')?.getAttribute('href')).toBe('#/storefront/consent');
    expect(page.asked.some((url) => url.includes('/reports/'))).toBe(false);
  });
});

describe('the staff', () => {
  it('is listed with role, sites and what is known of how they sign in', async () => {
    const page = await dashboard('#/storefront/people');
    await page.find('.rows li', 'Demo Youdemo@holloway.example · owner of every site · 1 browser signed in');
    await page.find('.rows li', 'merchandiser of Storefront, gone · has not set a password yet');
  });

  it('lists keys with what they may do', async () => {
    const page = await dashboard('#/storefront/keys');
    await page.find('.rows li', 'read: Storefront · hw_abc… · does not expire · last used 21 Nov 2026');
  });

  it('asks once more before it revokes a key, and can be talked out of it', async () => {
    const page = await dashboard('#/storefront/keys');
    await page.press('.rows button', 'Revoke');
    await page.find('.sure', 'Programs that use it are refused from now on.');
    await page.press('.sure button', 'Cancel');
    await page.find('.rows li > button', 'Revoke');
    expect(page.asked.filter((url) => url.startsWith('/v1/keys'))).toEqual(['/v1/keys']);
  });

  it('reads who looked at what, and of one alone on request', async () => {
    const page = await dashboard('#/storefront/privacy');
    await page.find(
      'tbody tr',
      'Looked at a report overview 2026-11-01 2026-11-222026-11-22 08:15demo@holloway.exampleStorefrontDone3',
    );
    await page.find('tbody tr', 'holloway user add mira@holloway.example2026-11-22 08:10Command line');
    await page.press('.who', 'Key Weekly report');
    await page.find('button', 'Show everybody');
    await vi.waitFor(() => expect(page.asked.at(-1)).toBe('/v1/access-log?limit=200&offset=0&actor=k1'));
  });

  it('is led to what is counted, for everybody to read, and to the audit', async () => {
    const page = await dashboard('#/storefront/privacy', { role: 'auditor' });
    const link = async (text: string) => (await page.find('a.button', text)).getAttribute('href');
    expect([await link('What is counted'), await link('Audit')]).toEqual([
      '/v1/sites/storefront/transparency?format=html',
      '/v1/sites/storefront/audit',
    ]);
  });

  it('sees in the account where one is signed in, and what is written down of oneself', async () => {
    const page = await dashboard('#/account', { role: 'merchandiser' });
    await page.find('.rows li', 'This browser');
    await page.find('.rows li button', 'Sign out');
    await page.find('tbody tr', 'Looked at a report');
    expect(page.asked).toContain('/v1/account/log?limit=200&offset=0');
  });

  it('says what could not be shown, and asks again', async () => {
    const page = await dashboard('#/storefront/overview');
    await page.find('.figure');
    page.failWith(500);
    await page.go('#/storefront/people');
    await page.find('[role=alert]', 'could not be shown');
    page.failWith(403);
    await page.press('button', 'Try again');
    await page.find('[role=alert]', 'This is not for your account');
    page.failWith(undefined);
    await page.press('button', 'Try again');
    await page.find('.rows li', 'Demo');
  });
});

describe('the overview', () => {
  it('compares days that are over, and says so', async () => {
    const page = await dashboard('#/storefront/overview?range=7d');
    await page.find('.figure-change', 'on the 6 days before, without today');
    const asked = page.asked.filter((url) => url.includes('/overview'));
    expect(asked.map((url) => url.slice(url.indexOf('from=')))).toEqual([
      'from=2026-11-16&to=2026-11-22',
      'from=2026-11-16&to=2026-11-21',
      'from=2026-11-10&to=2026-11-15',
    ]);
  });

  it('compares today with nothing', async () => {
    const page = await dashboard('#/storefront/overview?from=2026-11-22&to=2026-11-22');
    await page.find('.figure-change', 'today is not over');
  });

  it('compares the whole of an archive, which has no today', async () => {
    const page = await dashboard('#/archive/overview?range=7d');
    expect((await page.find('.figure-change', 'on the 7 days before')).textContent).not.toContain('today');
  });
});

describe('the slice picker', () => {
  it('says why there cannot be two slices, and takes the one that is chosen', async () => {
    const page = await dashboard('#/storefront/overview');
    await page.press('.slice .popover-button');
    await page.find('.why', 'never two together');
    await page.press('.pill', 'Germany');
    await page.find('.slice.chosen', 'Country: Germany');
    expect(window.location.hash).toContain('slice=country%3ADE');
  });
});

describe('click paths', () => {
  it('begin with the entries and follow the busiest of them', async () => {
    const page = await dashboard('#/storefront/paths');
    const after = await page.find('[data-column="1"]', 'After Home page');
    expect(rowTexts(after).slice(0, 3)).toEqual(['Kettles', 'Coffee', 'Tea']);
    expect(after.textContent).toContain('No further action472');
  });

  it('open a column after each row that is chosen', async () => {
    const page = await dashboard('#/storefront/paths');
    await page.press('[data-column="1"] .path-row', 'Coffee');
    await page.find('[data-column="2"]', 'After Coffee');
    expect(window.location.hash).toContain('at=%28home%29&at=coffee');
  });

  it('show both sides of the last node as equal to its views', async () => {
    const page = await dashboard('#/storefront/paths?at=kettles');
    expect((await page.find('.balance-equation')).textContent).toBe(
      '139 entries + 506 arrivals = 645 views = 158 exits + 487 departures',
    );
  });

  it('tell what waits for k browsers as a row of its own', async () => {
    const page = await dashboard('#/archive/paths?at=kettles/gooseneck');
    await page.find('[data-column="1"] .path-open', 'Not shown yet');
    await page.find('.balance-equation', 'not shown yet');
    await page.find('.waiting-note', 'for 10 browsers each');
  });

  it('narrow a column to what is searched, and no other', async () => {
    const page = await dashboard('#/storefront/paths?at=(home)');
    await page.type('[data-column="1"] input', 'tea');
    const after = await page.find('[data-column="1"]');
    await page.find('[data-column="1"] .path-row', 'Tea');
    expect(rowTexts(after)).toEqual(['Tea']);
    expect(rowTexts(await page.find('[data-column="0"]')).length).toBeGreaterThan(10);
  });

  it('are walked by arrow keys, down the rows and on to the next column', async () => {
    const page = await dashboard('#/storefront/paths?at=(home)');
    const first = await page.find('[data-column="0"] .path-row');
    first.focus();
    const press = (key: string) =>
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    press('ArrowDown');
    expect(document.activeElement?.textContent).toContain('Gooseneck');
    press('ArrowRight');
    expect(document.activeElement?.closest('[data-column]')?.getAttribute('data-column')).toBe('1');
    press('ArrowLeft');
    expect(document.activeElement).toBe(first);
  });

  it('reach every node by starting from all of them', async () => {
    const page = await dashboard('#/storefront/paths');
    await page.press('[data-column="0"] .segmented button', 'All');
    await page.find('[data-column="0"] .path-row', 'Order placed');
  });

  it('forget the chosen nodes when the level changes, since none is in both', async () => {
    const page = await dashboard('#/storefront/paths?at=kettles');
    await page.press('.toolbar button', 'Pages');
    await page.find('[data-column="0"] .path-row', '/c/kettles');
    expect(window.location.hash).toBe('#/storefront/paths?level=page');
  });
});

describe('the layout', () => {
  it('offers no figure that is not measured, and says why', async () => {
    const page = await dashboard('#/archive/layout?figure=exposed');
    const buttons = [...(await page.find('.segmented', 'Colour by')).querySelectorAll('button')];
    expect(buttons.map(({ textContent, disabled }) => [textContent, disabled])).toEqual([
      ['Clicked', false],
      ['Click rate, not measured', true],
      ['Seen, not measured', true],
      ['Added, not measured', true],
      ['Ordered, not measured', true],
    ]);
    await page.find('.segmented [aria-pressed=true]', 'Clicked');
  });
});

describe('the pages', () => {
  it('are found by name and path, and sorted by any figure', async () => {
    const page = await dashboard('#/storefront/pages');
    await page.type('main input[type=search]', 'cart');
    await page.find('[role=status]', '1 page of');
    await page.type('main input[type=search]', '');
    await page.press('.sort', 'Exit rate');
    expect((await page.find('tbody tr')).textContent).toContain('/order');
  });
});

describe('consent', () => {
  it('shows the share that agreed, and how many chose what', async () => {
    const page = await dashboard('#/storefront/consent');
    await page.find('.figure', 'Coverage59%of choices agreed to statistics');
    await page.find('.figure', 'Refused1,462');
    await page.find('.panel', 'Agreement by day');
  });

  it('says of days before refusals were counted that its share is of a part', async () => {
    const page = await dashboard('#/storefront/consent?range=all');
    await page.find('.figure', 'Coverage60%agreed, where refusals are counted');
  });

  it('is told by device, country and statement, as bars and as a table', async () => {
    const page = await dashboard('#/storefront/consent');
    await page.press('.segmented button', 'Country');
    await page.find('.choice-bars li', 'Italyagreed to all 559, agreed to a part 219, refused 53059%');
    await page.press('.segmented button', 'Statement');
    await page.find('.choice-bars li', 'Version 3 (');
    await page.press('.segmented button', 'Device');
    await page.press('.tool', 'view as table');
    await page.find('tbody tr', 'Phone87734661766%');
  });

  it('may not be crossed with a slice, and says why', async () => {
    const page = await dashboard('#/storefront/consent?slice=device:phone&by=country');
    const country = (await page.find('.segmented button', 'Country')) as HTMLButtonElement;
    expect([country.disabled, country.title]).toEqual([true, 'combinations of slices are not stored']);
    expect(page.asked).toContain(
      '/v1/sites/storefront/reports/consent?from=2026-10-26&to=2026-11-22&slice=device%3Aphone&dimension=day',
    );
    expect(page.asked.some((url) => url.includes('dimension=country'))).toBe(false);
  });

  it('says why there is no share, and what it takes, where refusals are not counted', async () => {
    const page = await dashboard('#/garden/consent');
    await page.find('.figure', 'Coverage–refusals are not counted');
    await page.find('.figure', 'Agreed to all1,219');
    await page.find('.panel', 'Why there is no share');
    expect((await page.find('.code')).textContent).toBe('holloway statement publish garden policy.json');
    page.close();
    const counting = await dashboard('#/storefront/consent');
    await counting.find('.version');
    expect(counting.text()).not.toContain('Why there is no share');
  });

  it('tells too few from none, and an archive from both', async () => {
    const few = await dashboard('#/young/consent');
    await few.find('.message', 'until 10 browsers stand behind each');
    few.close();
    const archive = await dashboard('#/archive/consent');
    await archive.find('.message', 'An archive asks nobody');
    expect(archive.asked.some((url) => url.includes('consent'))).toBe(false);
  });

  it('shows what changed against the statement before, word by word', async () => {
    const page = await dashboard('#/storefront/consent');
    const values = await page.find('.changes > div', 'policy.us');
    expect(values.querySelector('dd')?.innerHTML).toBe('<del>opt-in</del><ins>opt-out</ins>');
    const text = await page.find('.changes > div', 'messages.banner');
    expect([...text.querySelectorAll('ins')].map(({ textContent }) => textContent)).toEqual([
      'and similar storage ',
      ',',
      'anonymously, ',
    ]);
    await page.find('.note', 'New in: Arabic');
    await page.press('.versions button', 'Version 1');
    await page.find('.note', 'there is none before it');
  });

  it('says so where a language is new, and where its text is the same', async () => {
    const page = await dashboard('#/storefront/consent?language=ar');
    await page.find('.note', 'was not published in this language');
    await page.go('#/storefront/consent?language=de');
    await page.find('.note', 'Says the same as before.');
  });

  it('shows a statement as it was read, in its language and direction, and prints that sheet alone', async () => {
    const page = await dashboard('#/storefront/consent?language=ar');
    await page.press('.segmented button', 'As it was shown');
    const sheet = await page.find('.sheet article', 'قبول الكل');
    expect([sheet.lang, sheet.dir]).toEqual(['ar', 'rtl']);
    const print = vi.fn();
    vi.stubGlobal('print', print);
    await page.press('button', 'Print this sheet');
    expect([print.mock.calls.length, document.documentElement.dataset.printing]).toEqual([1, 'sheet']);
    window.dispatchEvent(new Event('afterprint'));
    expect(document.documentElement.dataset.printing).toBeUndefined();
    vi.unstubAllGlobals();
  });

  it('leads to the record of its days, as a document and for machines', async () => {
    const page = await dashboard('#/storefront/consent?range=7d');
    const link = async (text: string) => (await page.find('a.button', text)).getAttribute('href');
    expect([await link('Document to file'), await link('For machines')]).toEqual([
      '/v1/sites/storefront/record?from=2026-11-16&to=2026-11-22&format=html',
      '/v1/sites/storefront/record?from=2026-11-16&to=2026-11-22&format=json',
    ]);
  });

  it('leads to what visitors state, for those who may read it', async () => {
    const page = await dashboard('#/storefront/consent?range=7d');
    const link = await page.find('.note a', 'Preferences');
    expect(link.getAttribute('href')).toBe('#/storefront/preferences?range=7d');
  });

  it('says that statements could not be shown, and asks for them again', async () => {
    const page = await dashboard('#/storefront/overview');
    await page.find('.figure');
    page.failWith(500);
    await page.go('#/storefront/consent');
    await page.find('.panel [role=alert]', 'could not be shown');
    page.failWith(undefined);
    (await page.find('.panel', 'Statements')).querySelector('button')?.click();
    await page.find('.versions button', 'Version 3');
  });
});
