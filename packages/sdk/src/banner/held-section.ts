/**
 * Shows everything that this browser holds of ours, to be read, copied and erased. Loaded when the privacy centre's
 * section is opened. Does not erase it (session).
 */
import { heldOf } from './held.ts';
import type { Kit } from './kit.ts';
import type { UiDeps } from './ui-contract.ts';

/**
 * @param announce Tells the outcome of what was pressed.
 * @param onErased After everything is gone.
 * @returns What is held at this moment.
 */
export function createHeld(
  deps: UiDeps,
  { build }: Kit,
  announce: (text: string) => void,
  onErased: () => void,
): HTMLElement {
  const { window, wording } = deps;
  const { messages } = wording;
  const held = heldOf(deps, wording);
  if (held.length === 0) return build('p', {}, messages.heldNothing);

  const list = build(
    'div',
    {},
    ...held.map(({ key, meaning, size, text }) =>
      build(
        'details',
        {},
        build('summary', {}, `${meaning} · ${size}`),
        build('pre', { dir: 'ltr', tabIndex: 0 }, `${key}\n\n${text}`),
      ),
    ),
  );

  async function copy(): Promise<void> {
    const all = Object.fromEntries(held.map(({ key, text }) => [key, text]));
    try {
      await window.navigator.clipboard.writeText(JSON.stringify(all, null, 2));
      announce(messages.copied);
    } catch {
      // Where the clipboard is not to be had, what would be copied is selected.
      for (const details of list.querySelectorAll('details')) details.open = true;
      window.getSelection()?.selectAllChildren(list);
    }
  }

  function erase(): void {
    deps.eraseAll();
    onErased();
  }

  return build(
    'div',
    {},
    list,
    build('button', { type: 'button', onclick: copy }, messages.copy),
    build('button', { type: 'button', onclick: erase }, messages.erase),
  );
}
