// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

let fetched: string[];

async function load(attributes: Record<string, string>): Promise<void> {
  const script = document.createElement('script');
  for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
  Object.defineProperty(script, 'src', { value: 'https://stats.example/holloway.js' });
  vi.spyOn(document, 'currentScript', 'get').mockReturnValue(script);
  vi.resetModules();
  await import('./script.ts');
  await vi.dynamicImportSettled();
}

beforeEach(() => {
  delete window.holloway;
  localStorage.clear();
  fetched = [];
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.spyOn(window, 'fetch').mockImplementation(async (url) => {
    fetched.push(String(url));
    return new Response('', { status: 404 });
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('the script tag', () => {
  it('finds the collector beside the script', async () => {
    await load({ 'data-site': 'store' });
    expect(fetched).toEqual(['https://stats.example/v1/sites/store/config.json']);
  });

  it('finds it elsewhere where it says so', async () => {
    await load({ 'data-site': 'store', 'data-collector': 'https://other.example/' });
    expect(fetched).toEqual(['https://other.example/v1/sites/store/config.json']);
  });

  it('that names no site starts nothing, and tells the developer', async () => {
    await load({});
    expect(fetched).toEqual([]);
    expect(window.holloway).toBeUndefined();
    expect(vi.mocked(console.warn).mock.calls).toEqual([['Holloway: no data-site']]);
  });
});
