// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Screenshot, useScreenshot } from '../src/screens/layout/use-screenshot.ts';
import type { Screenshots } from '../src/state/screenshots.ts';

/** What the browser keeps, by key. */
const store = vi.hoisted(() => ({
  get: vi.fn<Screenshots['get']>(),
  put: vi.fn<Screenshots['put']>(),
  remove: vi.fn<Screenshots['remove']>(),
}));
vi.mock('../src/state/screenshots.ts', () => ({ openScreenshots: () => store }));

const DRAWN = { width: 390, height: 844 } as ImageBitmap;
const FILE = new Blob(['a picture']);

let shown: Screenshot;
function Probe({ of }: { readonly of: string }) {
  shown = useScreenshot(of);
  return null;
}
const show = (of: string): Promise<void> => act(async () => render(<Probe of={of} />, document.body));

function held(): { readonly promise: Promise<void>; resolve(): void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve: () => resolve() };
}

/** With one that is kept already. */
async function showKept(of: string): Promise<void> {
  store.get.mockResolvedValue(FILE);
  await show(of);
  await vi.waitFor(() => expect(shown.picture).toBe(DRAWN));
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', {});
  vi.stubGlobal('createImageBitmap', async (file: Blob) => {
    if (file.size === 0) throw new TypeError('not a picture');
    return DRAWN;
  });
  store.get.mockResolvedValue(null);
});
afterEach(() => {
  render(null, document.body);
  vi.unstubAllGlobals();
  vi.resetAllMocks();
});

describe('the screenshot beneath a page', () => {
  it('is shown once it is kept, not before', async () => {
    const { promise, resolve } = held();
    store.put.mockReturnValue(promise);
    await show('shop / l');
    const added = shown.add(FILE);
    await vi.waitFor(() => expect(store.put).toHaveBeenCalled());
    expect(shown.picture).toBeNull();
    resolve();
    await act(() => added);
    expect(shown).toMatchObject({ picture: DRAWN, problem: null });
    expect(store.put).toHaveBeenCalledWith('shop / l', FILE);
  });

  it('is shown where it cannot be kept, and said to go', async () => {
    store.put.mockRejectedValue(new Error('private window'));
    await show('shop / l');
    await act(() => shown.add(FILE));
    expect(shown).toMatchObject({ picture: DRAWN, problem: 'not-kept' });
  });

  it('that is no picture leaves the one that is there', async () => {
    await showKept('shop / l');
    await act(() => shown.add(new Blob([])));
    expect(shown).toMatchObject({ picture: DRAWN, problem: 'unreadable' });
    expect(store.put).not.toHaveBeenCalled();
  });

  it('is gone once it is removed, and stays where it could not be', async () => {
    store.remove.mockRejectedValueOnce(new Error('the disk is full')).mockResolvedValueOnce();
    await showKept('shop / l');
    await act(() => shown.remove());
    expect(shown).toMatchObject({ picture: DRAWN, problem: 'not-removed' });
    await act(() => shown.remove());
    expect(shown).toMatchObject({ picture: null, problem: null });
  });

  it.each([
    { what: 'a picture', file: FILE },
    { what: 'no picture', file: new Blob([]) },
  ])('of another page is not touched by $what that was added before', async ({ file }) => {
    const { promise, resolve } = held();
    const read = createImageBitmap;
    vi.stubGlobal('createImageBitmap', async (given: Blob) => {
      await promise;
      return read(given);
    });
    await show('shop / l');
    const added = shown.add(file);
    await show('shop /c/kettles l');
    resolve();
    await act(() => added);
    expect(shown).toMatchObject({ picture: null, problem: null });
  });
});
