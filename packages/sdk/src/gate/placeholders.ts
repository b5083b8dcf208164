/**
 * What stands in the place of embeds that are not agreed to: says where they come from, and asks on the spot. In the
 * light DOM, so that the store can style it. Loaded when there is something to ask. Does not load embeds (embeds).
 */
import { type Category, fillIn, RIGHT_TO_LEFT, type Wording } from '@holloway/protocol';
import { element } from '../banner/element.ts';
import { attempt } from '../quietly.ts';
import type { GateDeps } from './gate-contract.ts';
import type { Permit } from './permit.ts';
import { createReplace, REPLACED } from './placeholder-style.ts';

/** @param embeds Those of the page that ask while they are not agreed to; loaded or emptied already. */
export type LookAtPlaceholders = (embeds: readonly HTMLElement[]) => void;

export function createPlaceholders(
  { window, agree }: Pick<GateDeps, 'window' | 'agree'>,
  { isOn, allowOnce }: Pick<Permit, 'isOn' | 'allowOnce'>,
  { language, messages, services }: Wording,
): LookAtPlaceholders {
  const { document } = window;
  const placeholders = new WeakMap<Element, HTMLElement>();
  const replace = createReplace(window);

  function placeholderOf(embed: HTMLElement): HTMLElement {
    const { dataset, title } = embed;
    const named = services.find(({ id }) => id === dataset.hollowayService)?.name;
    const host = attempt(() => new URL(`${dataset.src}`, document.baseURI).hostname);
    const service = named ?? host ?? `${dataset.src}`;
    const category = dataset.holloway as Category;
    const say = (text: string): string => fillIn(text, { service });
    const button = (text: string, onclick: () => void): HTMLElement =>
      element(document, 'button', { type: 'button', textContent: say(text), onclick });
    const placeholder = element(
      document,
      'div',
      {
        className: 'holloway-embed',
        lang: language,
        dir: RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr',
      },
      element(document, 'p', { textContent: say(messages.embed) }),
      button(messages.embedLoad, () => allowOnce(embed)),
      // What is agreed to is the whole of the category, so that is what it says.
      button(fillIn(messages.embedAlways, { service: messages[category] }), () =>
        agree({ [category]: true }),
      ),
    );
    placeholder.setAttribute('role', 'group');
    placeholder.setAttribute('aria-label', title || service);
    return placeholder;
  }

  function ask(embed: HTMLElement): void {
    if (placeholders.get(embed)?.isConnected) return;
    const placeholder = placeholderOf(embed);
    placeholders.set(embed, placeholder);
    replace(embed, placeholder);
    embed.after(placeholder);
  }

  function rest(embed: HTMLElement): void {
    embed.removeAttribute(REPLACED);
    const placeholder = placeholders.get(embed);
    if (placeholder?.contains(document.activeElement)) {
      embed.focus();
      if (document.activeElement !== embed) {
        embed.tabIndex = -1; // not everything takes the focus of itself
        embed.focus();
      }
    }
    placeholder?.remove();
  }

  return (embeds) => {
    for (const embed of embeds) {
      if (isOn(embed)) rest(embed);
      else ask(embed);
    }
    // Those without their embed: the page took it away, or brought back a copy of itself as it was.
    for (const placeholder of document.querySelectorAll('.holloway-embed')) {
      const embed = placeholder.previousElementSibling;
      if (!embed || placeholders.get(embed) !== placeholder) placeholder.remove();
    }
  };
}
