// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type OpenDashboard, openDashboard } from './open-dashboard.tsx';

vi.setConfig({ testTimeout: 30_000 });

let open: OpenDashboard | undefined;
const dashboard = async (...args: Parameters<typeof openDashboard>): Promise<OpenDashboard> => {
  open = await openDashboard(...args);
  return open;
};
afterEach(() => open?.close());

const figure = async (page: OpenDashboard, name: string): Promise<string> =>
  (await page.find('.figure', name)).textContent ?? '';

describe('the privacy screen', () => {
  it('says what k is here and does, how long counts are kept, and where each figure is from', async () => {
    const page = await dashboard('#/garden/privacy', { role: 'auditor' });
    expect(await figure(page, 'k: browsers behind a number')).toBe(
      'k: browsers behind a number10setting of the site',
    );
    expect(await figure(page, 'Days told one by one')).toBe(
      'Days told one by one92as published for visitors',
    );
    expect(await figure(page, 'Months until deletion')).toContain('25');
    expect(await figure(page, 'Oldest day')).toMatch(/24 Sept 2026first day with a number that is told$/);
    await page.find('.panel', 'A count shows once 10 browsers stand behind it.');
  });

  it('leads owners to the settings, and nobody else', async () => {
    const page = await dashboard('#/garden/privacy');
    const link = await page.find('.panel .note a', 'Settings');
    expect(link.getAttribute('href')).toBe('#/garden/settings');
    page.close();
    const auditor = await dashboard('#/garden/privacy', { role: 'auditor' });
    await auditor.find('.figure', 'Oldest day');
    expect(auditor.text()).not.toContain('holloway export');
  });

  it('says of a test site why k is 1', async () => {
    const page = await dashboard('#/storefront/privacy');
    await page.find('.panel', 'Of a test site it is always 1');
  });

  it('has the address of what everybody may read, and what stands there', async () => {
    const page = await dashboard('#/garden/privacy');
    const panel = await page.find('.panel', 'What everybody may read');
    expect(panel.querySelector('pre')?.textContent).toMatch(/\/v1\/sites\/garden\/transparency$/);
    expect([...panel.querySelectorAll('.said li')].map(({ textContent }) => textContent)).toEqual([
      'Pages and categories, as sums by day',
      'A name, or anything that you type',
      'An identifier of you',
      'Whoever runs the server could watch requests while they are answered.',
    ]);
  });

  it('says what can never be answered, and why', async () => {
    const page = await dashboard('#/garden/privacy');
    const terms = await page.find('.unanswerable');
    expect([...terms.querySelectorAll('dt')]).toHaveLength(5);
    expect(terms.textContent).toContain('Phones in Italy: two filters at once');
  });

  it('says so at the end of Visits too, to whoever does not see this screen', async () => {
    const page = await dashboard('#/garden/visits', { role: 'merchandiser' });
    const more = (await page.find('.not-answered')) as HTMLDetailsElement;
    expect(more.querySelector('summary')?.textContent).toBe('What cannot be answered, by design');
    expect(page.text()).not.toContain('Phones in Italy');
    more.open = true;
    more.dispatchEvent(new Event('toggle'));
    expect((await page.find('.not-answered .unanswerable')).querySelectorAll('dt')).toHaveLength(5);
    expect(page.text()).not.toContain('Whether every promise holds');
  });

  it('shows what waits to those who may read reports, and asks for none otherwise', async () => {
    const page = await dashboard('#/garden/privacy');
    await page.find('.panel', 'What waits');
    page.close();
    const auditor = await dashboard('#/garden/privacy', { role: 'auditor' });
    await auditor.find('.panel', 'Who looked at what');
    expect(auditor.asked.filter((url) => url.includes('/reports/'))).toEqual([]);
  });

  it('is for an archive too, which promises visitors nothing', async () => {
    const page = await dashboard('#/archive/privacy');
    await page.find('.panel', 'Whether every promise holds');
    expect(page.text()).not.toContain('What everybody may read');
    expect(page.text()).not.toContain('Months until deletion');
  });

  it('says what could not be shown, keeps the rest, and asks again', async () => {
    const page = await dashboard('#/garden/privacy', { failing: '/transparency' });
    await page.find('.message', 'This could not be shown');
    await page.find('.panel', 'Whether every promise holds');
    page.failWith(undefined);
    await page.press('.message button', 'Try again');
    await page.find('.figure', 'Months until deletion');
  });
});

describe('the audit', () => {
  it('is not made before somebody asks for it', async () => {
    const page = await dashboard('#/storefront/privacy', { role: 'auditor' });
    await page.find('.panel .note', 'Nobody asked for it in the latest');
    expect(page.asked.filter((url) => url.endsWith('/audit'))).toEqual([]);
  });

  it('says that every promise holds, and how much is kept of what', async () => {
    const page = await dashboard('#/storefront/privacy', { role: 'auditor' });
    await page.press('button', 'Make the audit now');
    await page.find('[role=status]', 'Every row is being read');
    await page.find('.audit-holds', 'All 2 promises hold.');
    expect(await figure(page, 'Rows that are kept')).toMatch(
      /^Rows that are kept1,260audit of .*22 Nov 2026$/,
    );
    const rows = [...document.querySelectorAll('.privacy-words tbody tr')].map(
      ({ textContent }) => textContent,
    );
    expect(rows).toEqual(['page.view1,200', 'visit60']);
    await page.find('button', 'Make it again');
    expect(page.text()).not.toContain('Every row is being read');
  });

  it('names the promise that is broken, by how much, and what to do', async () => {
    const page = await dashboard('#/garden/privacy');
    await page.press('button', 'Make the audit now');
    await page.find('.audit-broken', '1 promise does not hold.');
    const breach = await page.find('.breaches li', 'Nothing is kept for longer than the site says.');
    expect(breach.textContent).toContain('2 rows of cell');
    expect(breach.textContent).toContain('Restore a backup');
  });

  it('says so where it cannot be made', async () => {
    const page = await dashboard('#/garden/privacy', { failing: '/audit' });
    await page.press('button', 'Make the audit now');
    await page.find('.problem', 'The collector answered 500.');
  });
});
