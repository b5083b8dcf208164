/** The bodies that were sent: when, how large, what became of them; each opens to what it says, to be copied. */
import type { Build } from '../banner/element.ts';
import { type Body, prettyBody } from './bodies-of.ts';
import { createKeyedList } from './keyed-list.ts';

/** By the clock of the developer. */
export const clock = (at: number): string => new Date(at).toLocaleTimeString('en-GB');

const headOf = ({ at, bytes, state }: Body): string =>
  [...(at === null ? [] : [clock(at)]), `${bytes} bytes`, state].join(' · ');

/** @returns Shows the bodies in `list`. */
export function createSentList(
  { navigator, getSelection }: Window & typeof globalThis,
  build: Build,
  list: Element,
): (bodies: readonly Body[]) => void {
  function make({ text }: Body): HTMLLIElement {
    const json = build('pre', { tabIndex: 0 }, prettyBody(text));
    const said = build('output', {});
    async function copy(): Promise<void> {
      try {
        await navigator.clipboard.writeText(text);
        said.textContent = ' Copied';
      } catch {
        // Where the clipboard is not to be had, what would be copied is selected.
        getSelection()?.selectAllChildren(json);
        said.textContent = ' Selected: the clipboard is not to be had';
      }
    }
    const button = build('button', { type: 'button', onclick: copy }, 'Copy');
    return build('li', {}, build('details', {}, build('summary', {}), json, button, said));
  }

  const show = createKeyedList(list, make, (item, body) => {
    const summary = item.querySelector('summary');
    const head = headOf(body);
    if (summary && summary.textContent !== head) summary.textContent = head;
  });
  return (bodies) => show(bodies.map((body) => [body.text, body]));
}
