import { expect, it } from 'vitest';
import { createTheme } from './theme.ts';

function pageWith(kept: string | null) {
  const items = new Map(kept === null ? [] : [['holloway.theme', kept]]);
  const storage = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  };
  const root = { dataset: {} as DOMStringMap };
  return { storage, root, items };
}

it('follows the system until one chooses', () => {
  const page = pageWith(null);
  expect(createTheme(page).current.value).toBe('system');
  expect(page.root.dataset).toEqual({});
});

it('applies and keeps a choice, and gives it up again', () => {
  const page = pageWith(null);
  const { current } = createTheme(page);
  current.value = 'dark';
  expect([page.root.dataset.theme, page.items.get('holloway.theme')]).toEqual(['dark', 'dark']);
  current.value = 'system';
  expect(page.root.dataset).toEqual({});
});

it('takes the kept theme, and the system for what is none', () => {
  expect(createTheme(pageWith('dark')).current.value).toBe('dark');
  expect(createTheme(pageWith('plaid')).current.value).toBe('system');
});
