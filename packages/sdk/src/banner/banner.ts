/**
 * The banner: asks once, fairly, and is gone with the answer. In the light DOM, so that browsers' own helpers and
 * assistive technology can answer it. Does not know what a choice means (consent/).
 */
import { ALL, type Choices, NONE } from '../consent/choice.ts';
import type { Consent } from '../consent/consent.ts';
import { button, element } from './element.ts';
import { MESSAGES } from './messages.ts';

/** Of whatever we show on a page: there is one of it at a time. */
export const ID = 'holloway-ui';

export interface BannerActions {
  onChoice(choices: Choices): void;
  /** Left as it was; only where there is a choice already. */
  onClose(): void;
}

/** @returns The banner, not yet in the document. Refusing comes first, so that neither is easier to reach. */
export function createBanner(document: Document, consent: Consent, actions: BannerActions): HTMLElement {
  const { state, objection } = consent;
  const status = state === 'unknown' ? (objection ? MESSAGES.objection : '') : MESSAGES[state];
  const banner = element(
    document,
    'section',
    { id: ID, lang: MESSAGES.language, dir: 'ltr', 'aria-label': MESSAGES.open, tabindex: '-1' },
    element(
      document,
      'div',
      {},
      element(document, 'p', {}, MESSAGES.text),
      ...(status ? [element(document, 'p', {}, status)] : []),
    ),
    element(
      document,
      'div',
      {},
      button(document, MESSAGES.reject, () => actions.onChoice(NONE)),
      button(document, MESSAGES.accept, () => actions.onChoice(ALL)),
    ),
  );
  banner.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && state !== 'unknown') actions.onClose();
  });
  return banner;
}
