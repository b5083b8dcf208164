// @vitest-environment happy-dom
import type { SiteSummary } from '@holloway/protocol';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NotInstalled } from '../src/screens/instead.tsx';
import { type Viewer, ViewerContext } from '../src/state/viewer.ts';
import { fixtureSites } from './fixture/sites.ts';

const summary = fixtureSites().find(({ summary }) => summary.id === 'new')?.summary as SiteSummary;
const TEN_SECONDS = 10_000;

const getSites = vi.fn<() => Promise<readonly SiteSummary[]>>();
const start = vi.fn(async () => {});

async function show(site: SiteSummary): Promise<string> {
  const viewer = { api: { getSites }, session: { start } } as unknown as Viewer;
  await act(() =>
    render(
      <ViewerContext.Provider value={viewer}>
        <NotInstalled site={site} origin="https://analytics.shop.example" />
      </ViewerContext.Provider>,
      document.body,
    ),
  );
  return document.body.textContent ?? '';
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  render(null, document.body);
  vi.useRealTimers();
  vi.restoreAllMocks();
  getSites.mockReset();
  start.mockReset();
});

describe('a site without numbers', () => {
  it('says what to paste, how many must come, how to see at once that it works, and why the first is not told', async () => {
    const text = await show({ ...summary, k: 10 });
    expect(text).toContain('src="https://analytics.shop.example/holloway.js" data-site="new"');
    expect(text).toContain('10 browsers have sent them');
    expect(text).toContain('?holloway-debug');
    expect(text).toContain('not told from nothing');
  });

  it('that takes one browser says nothing of fewer', async () => {
    const text = await show({ ...summary, k: 1 });
    expect(text).toContain('a first browser has sent them');
    expect(text).not.toContain('not told from nothing');
  });

  it('is asked for its first numbers every ten seconds, over a failure, and shows them once they are there', async () => {
    getSites
      .mockResolvedValueOnce([summary])
      .mockRejectedValueOnce(new Error('unreachable'))
      .mockResolvedValueOnce([{ ...summary, firstDay: '2026-11-27' }]);
    await show(summary);
    await vi.advanceTimersByTimeAsync(2 * TEN_SECONDS);
    expect(getSites).toHaveBeenCalledTimes(2);
    expect(start).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(TEN_SECONDS);
    expect(start).toHaveBeenCalledOnce();
  });

  it('is not asked while nobody looks, nor once it is left', async () => {
    const look = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    await show(summary);
    await vi.advanceTimersByTimeAsync(TEN_SECONDS);
    look.mockReturnValue('visible');
    render(null, document.body);
    await vi.advanceTimersByTimeAsync(TEN_SECONDS);
    expect(getSites).not.toHaveBeenCalled();
  });
});
