/**
 * The three answers, equal in every respect, in the order in which they stand. Browsers' own helpers find them by
 * `data-holloway-action`, and may press them.
 */
import { choicesBy, NONE } from '../consent/choice.ts';
import type { Build } from './element.ts';
import type { ChoiceSurface, UiDeps } from './ui-contract.ts';

/** @param third What to do beside agreeing to all or nothing of what the store asks. */
export function createAnswers(
  { config: { categories }, wording: { messages }, choose }: UiDeps,
  build: Build,
  surface: ChoiceSurface,
  third: 'choose' | 'save',
  onThird: () => void,
): HTMLElement {
  const all = choicesBy((category) => categories.includes(category));
  const answer = (hollowayAction: string, text: string, onclick: () => void): HTMLElement => {
    const button = build('button', { type: 'button', onclick }, text);
    button.dataset.hollowayAction = hollowayAction;
    return button;
  };
  return build(
    'div',
    { className: 'holloway-answers' },
    answer('reject', messages.rejectAll, () => choose(NONE, surface)),
    answer('accept', messages.acceptAll, () => choose(all, surface)),
    answer(third, messages[third], onThird),
  );
}
