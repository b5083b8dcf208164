// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Steps } from '../src/charts/steps.tsx';
import { stepBalances } from '../src/model/step-balance.ts';
import { stepDiagram } from '../src/model/step-diagram.ts';
import { type OpenDashboard, openDashboard } from './open-dashboard.tsx';

vi.setConfig({ testTimeout: 30_000 });

let open: OpenDashboard | undefined;
/** A drawing is made once it is known how wide it may be, and this page lays out nothing. */
const dashboard = async (hash: string): Promise<OpenDashboard> => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(900);
  open = await openDashboard(hash);
  return open;
};
afterEach(() => {
  open?.close();
  vi.restoreAllMocks();
});

const choose = (select: HTMLElement, value: string): void => {
  (select as HTMLSelectElement).value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
};
const cellsOf = (row: Element): string[] => [...row.children].map((cell) => cell.textContent ?? '');
const figureOf = (text: string): number => Number(text.replaceAll(',', ''));

describe('the diagram of steps', () => {
  it('tells of every place what came, what went on, and what did neither', async () => {
    const page = await dashboard('#/storefront/paths?shape=diagram');
    const home = await page.find('.step-node', 'Page 1, Home page');
    expect(home.getAttribute('aria-label')).toBe(
      'Page 1, Home page: 1,479 came; 1,152 went on; Ended there: 327',
    );
  });

  it('has places that take the focus', async () => {
    const page = await dashboard('#/storefront/paths?shape=diagram');
    const home = await page.find('.step-node', 'Page 1, Home page');
    expect(home.getAttributeNames()).toContain('tabindex');
  });

  it('draws a stub at each place from which not all is shown to go on', async () => {
    const page = await dashboard('#/storefront/paths?shape=diagram');
    await page.find('.step-node', 'Page 1, Home page');
    const names = [...document.querySelectorAll('.stub title')].map((title) => title.textContent);
    expect(names.slice(0, 2)).toEqual(['Ended there: 327', 'Ended there: 90']);
  });

  it('keeps the pages apart where none of the moves to one of them is shown', async () => {
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(900);
    const rows = [
      { step: 1, from: '(entry)', to: 'tea', n: 30, people: 30 },
      { step: 3, from: 'coffee', to: 'tea', n: 12, people: 12 },
    ];
    const root = document.body.appendChild(document.createElement('div'));
    render(
      <Steps
        diagram={stepDiagram(rows, stepBalances(rows, 30), { lastStep: 4, perStep: 6 })}
        name={({ node }) => node ?? ''}
        allShown={false}
        chosen={null}
        direction="onward"
        onChoose={() => {}}
      />,
      root,
    );
    const heads = await vi.waitFor(() => {
      const found = [...root.querySelectorAll('.tick')];
      expect(found).toHaveLength(4);
      return found;
    });
    const places = heads.map((head) => Number(head.getAttribute('x')));
    expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
    expect(root.querySelectorAll('.flow')).toHaveLength(2);
    render(null, root);
    root.remove();
  });

  it('puts the places into a table in which both sides are even', async () => {
    const page = await dashboard('#/archive/paths?shape=diagram');
    await page.press('.panel-tools .tool', 'Step by step: view as table');
    const table = await page.find('table', 'In and out of each place');
    const rows = [...table.querySelectorAll('tbody tr')].map(cellsOf);
    expect(rows.length).toBeGreaterThan(10);
    for (const [, , came = '', unseen = '', wentOn = '', rest = ''] of rows) {
      expect(figureOf(came) + figureOf(unseen)).toBe(figureOf(wentOn) + figureOf(rest));
    }
    expect(rows.map(([, , , , , , what]) => what)).toContain('No further action, or not shown yet');
    expect(rows.map(([, , , , , , what]) => what)).not.toContain('Ended there');
  });

  it('shows of a place that is pressed what comes right after it, and says why no more', async () => {
    const page = await dashboard('#/storefront/paths?shape=diagram');
    (await page.find('.step-node', 'Page 1, Home page')).dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }),
    );
    const after = await page.find('.step-readout', 'After Page 1, Home page');
    expect(window.location.hash).toBe('#/storefront/paths?shape=diagram&place=1%3A%28home%29');
    expect(after.textContent).toContain('Further pages cannot be told');
    const [total, ...parts] = [
      /([\d,]+) in all/.exec(after.textContent ?? '')?.[1] ?? '',
      ...[...after.querySelectorAll('.bar-n')].map((n) => n.textContent ?? ''),
    ].map(figureOf);
    expect(parts.reduce((sum, n) => sum + n, 0)).toBe(total);
    await page.find('.step-node[aria-pressed=true]', 'Page 1, Home page');
  });

  it('shows what came to it in the other direction', async () => {
    const page = await dashboard('#/storefront/paths?shape=diagram&place=2:kettles');
    await page.find('.step-readout', 'After Page 2, Kettles');
    await page.press('.toolbar button', 'Where from');
    const before = await page.find('.step-readout', 'Before Page 2, Kettles');
    expect([...before.querySelectorAll('.bar-name')].map((name) => name.textContent)).toContain('Home page');
    expect(window.location.hash).toContain('place=2%3Akettles');
  });

  it('leads back to all places', async () => {
    const page = await dashboard('#/storefront/paths?shape=diagram&place=2:kettles');
    await page.press('.step-readout button', 'Show all places');
    await vi.waitFor(() => expect(window.location.hash).toBe('#/storefront/paths?shape=diagram'));
    expect(document.querySelector('.step-readout')).toBeNull();
  });

  it('says so where the place of the address is not shown, as on other days', async () => {
    const page = await dashboard('#/storefront/paths?shape=diagram&place=2:nowhere');
    await page.find('[role=status]', 'The place that was chosen is not among those shown here.');
  });

  it('starts from any place that is chosen from the list, however small', async () => {
    const page = await dashboard('#/storefront/paths?shape=diagram');
    const list = await page.find('.step-choice select');
    const last = [...list.querySelectorAll('option[value^="2:"]')].at(-1)?.getAttribute('value');
    choose(list, last ?? '');
    await page.find('.step-node[aria-pressed=true]', 'Page 2');
    expect((await page.find('.step-readout')).textContent).toContain('After Page 2');
  });

  it('says why pages are not told by step, and leads to the columns of pages', async () => {
    const page = await dashboard('#/storefront/paths?shape=diagram');
    const link = await page.find('.steps-note a', 'Columns of pages');
    expect(link.getAttribute('href')).toBe('#/storefront/paths?level=page');
  });
});
