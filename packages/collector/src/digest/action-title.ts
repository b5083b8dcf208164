/** What an action of the advice says to do, in one line. Pure. */
import type { Action } from '@holloway/insight';
import { fillIn, type Labels } from '@holloway/protocol';
import { createNames } from './names.ts';
import type { DigestWords } from './words/digest-words.ts';

type Values = { readonly [name: string]: string };

function valuesOf({ claim, findings: [{ subject }] }: Action, labels: Labels, words: DigestWords): Values {
  const names = createNames(words, labels);
  const item = (text: string): string => names.term(text, { ...labels.page, ...labels.product });
  const page = (text = ''): string => names.term(text, labels.page);
  const zone = (text = ''): string => names.term(text, labels.zone);
  // `tile:/c/kettles` leads to a page, which has the better name.
  const element = (text: string): string =>
    text.includes(':') ? page(text.slice(text.indexOf(':') + 1)) : zone(text);
  switch (claim.key) {
    case 'move-up':
      return { item: item(claim.values.item), other: item(claim.values.other) };
    case 'bury':
    case 'keep-first':
      return { item: item(claim.values.item) };
    case 'rotation-test':
    case 'long-list':
      return { zone: zone(subject.zone), page: page(subject.page) };
    case 'cross-list':
      return { item: item(claim.values.item), category: names.category(claim.values.tried) };
    case 'add-link':
      return { from: names.category(claim.values.from), to: names.category(claim.values.to) };
    case 'dead-end': {
      const { node, kind } = claim.values;
      return { page: kind === 'category' ? names.category(node) : page(node) };
    }
    case 'no-result':
      return { term: names.term(claim.values.term) };
    case 'dead-click':
      return { element: element(claim.values.element) };
    case 'device-break': {
      const { viewport } = claim.values;
      return { element: element(claim.values.element), size: words.viewports[viewport] };
    }
    case 'layout-verdict': {
      const { experiment, arm, control, verdict } = claim.values;
      const test = names.term(experiment, labels.experiment);
      return { arm: verdict === 'better' ? arm : control, test };
    }
    case 'traffic-split':
      return { test: names.term(claim.values.experiment, labels.experiment) };
  }
}

export const actionTitle = (action: Action, labels: Labels, words: DigestWords): string =>
  fillIn(words.titles[action.claim.key], valuesOf(action, labels, words));
