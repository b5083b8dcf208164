// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type OpenDashboard, openDashboard } from './open-dashboard.tsx';

vi.setConfig({ testTimeout: 30_000 });

let open: OpenDashboard | undefined;
const dashboard = async (...asked: Parameters<typeof openDashboard>): Promise<OpenDashboard> => {
  open = await openDashboard(...asked);
  return open;
};
afterEach(() => open?.close());

const titles = (): (string | null)[] =>
  [...document.querySelectorAll('main .panel h2')].map(({ textContent }) => textContent);

describe('the experiments', () => {
  it('stand with those that run before those that have ended, each with where and since when', async () => {
    const page = await dashboard('#/storefront/experiments');
    const hero = await page.find('.panel', 'A promise');
    expect(hero.textContent).toContain('/, region hero · runs since Tue, 10 Nov 2026');
    expect(titles().slice(1)).toEqual(['A promise', 'Four in a row', 'Sale first']);
    expect((await page.find('.panel', 'Sale first')).textContent).toContain(
      'ended: Thu, 1 Oct 2026 to Tue, 20 Oct 2026',
    );
  });

  it('say in words what the counts say, and how far it is to go', async () => {
    const page = await dashboard('#/storefront/experiments');
    const hero = await page.find('.panel', 'A promise');
    expect(hero.textContent).toContain('the counts speak 11 to 1 for b; it is decided at 20 to 1');
    expect(hero.textContent).toMatch(/A difference of a tenth shows after about [\d,]+ more visits/);
    expect((await page.find('.panel', 'Four in a row')).textContent).toContain('The traffic split is off');
    expect((await page.find('.panel', 'Sale first')).textContent).toContain('b is better: 1.6 times');
  });

  it('have their arms with visits and rates, and all outcomes as a table', async () => {
    const page = await dashboard('#/storefront/experiments');
    const arms = await page.find('section[aria-label="Arms of A promise, table"]');
    const rows = [...arms.querySelectorAll('tbody tr')].map((row) => row.textContent);
    expect(rows[1]).toBe('b50%2,0007.5%6.4% to 8.7%');
    const all = await page.find('section[aria-label="All outcomes of A promise, table"]');
    expect(all.querySelectorAll('thead th')).toHaveLength(6);
    expect(all.querySelector('tbody tr')?.textContent).toContain('45%');
  });

  it('are counted from their first day on, whatever days and slice are chosen', async () => {
    const page = await dashboard('#/storefront/experiments?range=7d&slice=device%3Amobile');
    await page.find('.panel', 'A promise');
    const asked = page.asked.filter((url) => url.includes('/reports/experiments'));
    expect(asked).toEqual(['/v1/sites/storefront/reports/experiments?from=2026-09-24&to=2026-11-22']);
    expect(document.querySelector('.head-controls')).toBeNull();
  });

  it('may be read every day, and are told from before and after', async () => {
    const page = await dashboard('#/storefront/experiments');
    await page.find('.note', 'You may look every day');
    await page.find('.note', 'association');
  });

  it('show how they are marked up', async () => {
    const page = await dashboard('#/storefront/experiments');
    await page.find('code', '<div data-holloway-experiment="hero" data-holloway-arm="b" hidden>');
    await page.find('code', "await holloway.arm('hero')");
  });

  it('that there are none of say what one is and how to begin', async () => {
    const page = await dashboard('#/garden/experiments');
    const message = await page.find('.message', 'There is no experiment yet');
    expect(message.textContent).toContain('by chance');
    expect(message.textContent).toContain('To begin, declare one');
  });

  it('that cannot be had are asked for again', async () => {
    const page = await dashboard('#/storefront/overview');
    page.failWith(503);
    await page.go('#/storefront/experiments');
    await page.find('[role=alert]', 'could not be shown');
    page.failWith(undefined);
    await page.press('button', 'Try again');
    await page.find('.panel', 'A promise');
  });
});

describe('an experiment', () => {
  it('is declared by owners, with what is refused said at its field', async () => {
    const page = await dashboard('#/garden/experiments');
    await page.press('button', 'Declare an experiment');
    await page.type('input[name=title]', 'Two columns');
    await page.press('dialog button', 'Begin today');
    await page.find('dialog .field .problem', 'id must be 1 to 32 lower-case letters.');
    expect((await page.find('dialog input[name=id]')).getAttribute('aria-invalid')).toBe('true');
    await page.type('input[name=id]', 'columns');
    await page.press('dialog button', 'Begin today');
    await vi.waitFor(() => expect(document.querySelector('dialog')).toBeNull());
  });

  it('has as many arms as are asked for, with shares that make a whole', async () => {
    const page = await dashboard('#/garden/experiments');
    await page.press('button', 'Declare an experiment');
    const count = (await page.find('select[name=count]')) as HTMLSelectElement;
    count.value = '3';
    count.dispatchEvent(new Event('change', { bubbles: true }));
    await page.find('input[name="arms[2].share"]');
    const shares = [...document.querySelectorAll<HTMLInputElement>('dialog input[type=number]')];
    expect(shares.map(({ value }) => value)).toEqual(['34', '33', '33']);
  });

  it('begins with the share of the second arm where an action names it', async () => {
    const draft = ['Turn', 'turn', '', 'grid', 'clicked', '25'].map((each) => `declare=${each}`).join('&');
    const page = await dashboard(`#/garden/experiments?${draft}`);
    await page.find('input[name="arms[1].share"]');
    const shares = [...document.querySelectorAll<HTMLInputElement>('dialog input[type=number]')];
    expect(shares.map(({ value }) => value)).toEqual(['75', '25']);
  });

  it('is ended once that was asked twice', async () => {
    const page = await dashboard('#/storefront/experiments');
    await page.find('.panel', 'A promise');
    await page.press('button', 'End it');
    await page.press('.sure button', 'End it');
    await vi.waitFor(() => expect(page.asked.filter((url) => url.endsWith('/settings'))).toHaveLength(2));
  });

  it('is neither declared nor ended by others, who are told why', async () => {
    const page = await dashboard('#/storefront/experiments', { role: 'merchandiser' });
    await page.find('.panel', 'A promise');
    await page.find('.note', 'owners of the collector declare and end them');
    const buttons = [...document.querySelectorAll('main button')].map(({ textContent }) => textContent);
    expect(buttons).not.toContain('Declare an experiment');
    expect(buttons).not.toContain('End it');
  });

  it('is none of an archive', async () => {
    const page = await dashboard('#/archive/experiments');
    await page.find('.note', 'An archive has no experiments');
  });
});
