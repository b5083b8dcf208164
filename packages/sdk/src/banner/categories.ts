/**
 * What may be agreed to: each category with its purpose, what is counted, and the services of other companies, in plain
 * controls of the browser. Nothing is ticked that is not on.
 */
import { type Category, type Choices, DATA_GROUPS, fillIn, RETENTION } from '@holloway/protocol';
import { choicesBy } from '../consent/choice.ts';
import { amount } from './amount.ts';
import type { Build } from './element.ts';
import { serviceDetails } from './service-details.ts';
import type { UiDeps } from './ui-contract.ts';

export interface Categories {
  readonly fieldsets: readonly HTMLElement[];
  /** What is ticked at this moment. */
  chosen(): Choices;
}

export function createCategories({ config, wording, status }: UiDeps, build: Build): Categories {
  const { language, messages, services } = wording;
  const { choices } = status();
  const boxes: { [category in Category]?: HTMLInputElement } = {};
  const months = (text: string, n: number): string =>
    fillIn(text, { duration: amount(language, n, 'month') });

  const counted = () =>
    build(
      'details',
      {},
      build('summary', {}, messages.counted),
      build(
        'ul',
        {},
        ...DATA_GROUPS.filter((group) => group !== 'preferences' || config.preferences.length).map((group) =>
          build('li', {}, messages.groups[group]),
        ),
      ),
      build('p', {}, `${months(messages.retention, config.countsMonths)} ${messages.recipients}`),
    );

  const fieldsetOf = (category: Category): HTMLElement => {
    const box = build('input', { type: 'checkbox', name: category, checked: choices[category] });
    boxes[category] = box;
    return build(
      'fieldset',
      {},
      build('legend', {}, build('label', {}, box, messages[category])),
      build('p', {}, messages[`${category}Purpose`]),
      category === 'analytics' ? counted() : null,
      ...services
        .filter((service) => service.category === category)
        .map((service) => serviceDetails(service, config, wording, build)),
    );
  };

  return {
    fieldsets: [
      build(
        'fieldset',
        {},
        build('legend', {}, `${messages.necessary} · ${messages.alwaysOn}`),
        build('p', {}, `${messages.necessaryPurpose} ${months(messages.remembered, RETENTION.choiceMonths)}`),
      ),
      ...config.categories.map(fieldsetOf),
    ],
    chosen: () => choicesBy((category) => boxes[category]?.checked),
  };
}
