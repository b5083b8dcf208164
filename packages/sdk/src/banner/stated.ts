/**
 * What the store asks of its visitors' own will: each answer is kept, changed and taken back at once. Usable while the
 * visitor agrees that answers are kept. Does not keep them (session).
 */
import type { PreferenceDeclaration } from '@holloway/protocol';
import { PREFERENCES_KEY, parseStored } from '../storage.ts';
import type { Build } from './element.ts';
import type { UiDeps } from './ui-contract.ts';

/** @returns `null` where the store asks about nothing. */
export function createStated(
  { config: { preferences }, wording, shared, status, state }: UiDeps,
  build: Build,
  announce: (text: string) => void,
): HTMLElement | null {
  const { language, messages } = wording;
  const isOn = status().choices.preferences;
  const held = parseStored(shared.get(PREFERENCES_KEY)) as { readonly [key: string]: string } | null;
  const inWords = (label: PreferenceDeclaration['label'], otherwise: string): string =>
    label[language] ?? Object.values(label)[0] ?? otherwise;

  const question = ({ key, label, values }: PreferenceDeclaration): HTMLElement => {
    const select = build(
      'select',
      {
        onchange() {
          state(key, select.value || null);
          announce(messages.saved);
        },
      },
      build('option', { value: '' }, messages.noAnswer),
      ...values.map((answer) =>
        build('option', { value: answer.value }, inWords(answer.label, answer.value)),
      ),
    );
    select.value = held?.[key] ?? '';
    return build('label', {}, inWords(label, key), select);
  };

  if (preferences.length === 0) return null;
  return build(
    'fieldset',
    { disabled: !isOn },
    build('legend', {}, messages.stated),
    build('p', {}, isOn ? messages.statedText : messages.preferencesPurpose),
    ...preferences.map(question),
  );
}
