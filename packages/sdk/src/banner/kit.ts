/**
 * What banner and privacy centre are both made of. Comes with the banner and is handed on, so that what is loaded later
 * does not bring it along once more.
 */
import { RIGHT_TO_LEFT } from '@holloway/protocol';
import { createAnswers } from './answers.ts';
import { type Build, element } from './element.ts';
import { noticesOf } from './notices.ts';
import { adopt } from './sheet.ts';
import type { ChoiceSurface, UiDeps } from './ui-contract.ts';

export interface Kit {
  readonly build: Build;
  /** Properties of the one element that we are to the page. @param kind How it stands there, for its style. */
  root(kind: 'bar' | 'box' | 'dialog' | 'centre'): Partial<HTMLElement>;
  /** @param third What to do beside agreeing to all or nothing. */
  answers(surface: ChoiceSurface, third: 'choose' | 'save', onThird: () => void): HTMLElement;
  /** What the visitor is told before any answer; empty where there is nothing to tell. */
  notices(): string;
  adopt(css: string): CSSStyleSheet | null;
}

export function createKit(deps: UiDeps): Kit {
  const { window, config, wording } = deps;
  const { language, messages } = wording;
  const build: Build = (tag, properties, ...children) =>
    element(window.document, tag, properties, ...children);
  return {
    build,
    root: (kind) => ({
      id: 'holloway-ui',
      className: `holloway-${kind}`,
      lang: language,
      dir: RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr',
      ariaLabel: messages.open,
      tabIndex: -1, // so that the keyboard can be brought here
    }),
    answers: (...asked) => createAnswers(deps, build, ...asked),
    notices: () => noticesOf(deps.status(), config, messages),
    adopt: (css) => adopt(window, css),
  };
}
