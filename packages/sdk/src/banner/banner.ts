/**
 * The banner: asks once, fairly, blocks nothing, and is gone with the answer. In the light DOM, so that browsers' own
 * helpers and assistive technology can answer it. Does not know what a choice means (consent/), nor when to ask (ui).
 */
import { fillIn } from '@holloway/protocol';
import type { Kit } from './kit.ts';
import type { UiDeps } from './ui-contract.ts';

/** @returns Not yet in the document. Where it does not fit the screen its text scrolls, never its buttons. */
export function createBanner(
  { config: { categories, position }, wording: { messages } }: Pick<UiDeps, 'config' | 'wording'>,
  { build, root, answers, notices }: Kit,
  onChoose: () => void,
): HTMLElement {
  const { banner, change, open } = messages;
  const paragraph = (...sentences: readonly string[]) => build('p', {}, sentences.filter(Boolean).join(' '));
  // What the banner's own sentence does not speak of.
  const further = categories.filter((category) => category !== 'analytics');
  const shown = build(
    position === 'dialog' ? 'dialog' : 'section',
    root(position),
    build(
      'div',
      { className: 'holloway-text' },
      paragraph(banner, ...further.map((category) => messages[`${category}Purpose`])),
      paragraph(notices(), fillIn(change, { open })),
    ),
    answers('banner', 'choose', onChoose),
  );
  // By the attribute: `show()` would take the focus.
  shown.toggleAttribute('open', position === 'dialog');
  return shown;
}
