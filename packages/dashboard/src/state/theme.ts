/** Light, dark, or as the system has it. Kept in the browser of the merchandiser alone. */
import { type Signal, signal } from './signal.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'holloway.theme';

export interface ThemeDeps {
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
  readonly root: { dataset: DOMStringMap };
}

/** Applies the kept theme at once, and every later choice. */
export function createTheme({ storage, root }: ThemeDeps): { current: Signal<Theme> } {
  const kept = storage.getItem(KEY);
  const current = signal<Theme>(THEMES.find((theme) => theme === kept) ?? 'system');
  const apply = (): void => {
    const theme = current.value;
    if (theme === 'system') delete root.dataset.theme;
    else root.dataset.theme = theme;
    storage.setItem(KEY, theme);
  };
  apply();
  current.subscribe(apply);
  return { current };
}
