// @vitest-environment happy-dom
import { render } from 'preact';
import { describe, expect, it, vi } from 'vitest';
import { fetchAhead } from '../src/shell/fetch-ahead.ts';
import { lazy } from '../src/ui/lazy.tsx';

const link = (href: string): Element => {
  document.body.innerHTML = `<a href="${href}"><span>there</span></a>`;
  return document.querySelector('span') as Element;
};

describe('the code of a screen', () => {
  it.each(['pointerover', 'focusin'])('is fetched on %s of a link to it, and of no other link', (event) => {
    const asked: string[] = [];
    const end = fetchAhead(document, (screen) => asked.push(screen));
    for (const href of ['#/shop/pages?range=7d', 'https://shop.example/', '/v1/sites/shop/reports/pages'])
      link(href).dispatchEvent(new Event(event, { bubbles: true }));
    expect(asked).toEqual(['pages']);
    end();
    link('#/shop/funnel').dispatchEvent(new Event(event, { bubbles: true }));
    expect(asked).toEqual(['pages']);
  });

  it('stands there at once where it was fetched before, and is fetched once', async () => {
    const load = vi.fn(async () => () => <p>numbers</p>);
    const Screen = lazy(load);
    Screen.fetchAhead();
    Screen.fetchAhead();
    await load.mock.results[0]?.value;
    render(<Screen />, document.body);
    expect(document.body.textContent).toContain('numbers');
    expect(load).toHaveBeenCalledOnce();
    render(null, document.body);
  });

  it('is fetched again when it is shown, where it did not come', async () => {
    const load = vi.fn(async () => () => <p>numbers</p>);
    load.mockRejectedValueOnce(new TypeError('offline'));
    const Screen = lazy(load);
    Screen.fetchAhead();
    await vi.waitFor(() => expect(load.mock.settledResults[0]?.type).toBe('rejected'));
    render(<Screen />, document.body);
    await vi.waitFor(() => expect(document.body.textContent).toContain('numbers'));
    render(null, document.body);
  });
});
