/**
 * The banner: asks once, fairly, and is gone with the answer. In the light DOM, so that browsers' own helpers and
 * assistive technology can answer it. Does not know what a choice means (consent/).
 */
import { type Choices, EXPLAINED, NONE } from '../consent/choice.ts';
import type { ConsentStatus } from '../holloway.ts';
import { element } from './element.ts';
import { MESSAGES } from './messages.ts';

/** Of whatever we show on a page: there is one of it at a time. */
export const ID = 'holloway-ui';

/** @returns The banner, not yet in the document. Both answers are one click away, and look the same. */
export function createBanner(
  document: Document,
  { state, objection }: Pick<ConsentStatus, 'state' | 'objection'>,
  onChoice: (choices: Choices) => void,
): HTMLElement {
  const status = state === 'unknown' ? (objection ? MESSAGES.objection : '') : MESSAGES[state];
  const answer = (textContent: string, choices: Choices) =>
    element(document, 'button', { type: 'button', textContent, onclick: () => onChoice(choices) });
  return element(
    document,
    'section',
    { id: ID, lang: MESSAGES.language, ariaLabel: MESSAGES.open, tabIndex: -1 },
    element(document, 'p', { textContent: `${MESSAGES.text} ${status}` }),
    element(document, 'div', {}, answer(MESSAGES.reject, NONE), answer(MESSAGES.accept, EXPLAINED)),
  );
}
