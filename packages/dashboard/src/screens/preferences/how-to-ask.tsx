/** Where a store asks nothing yet: what to write, and where visitors find it then. */
import { useView } from '../../state/view.ts';
import { Panel } from '../../ui/panel.tsx';
import { Message } from '../../ui/states.tsx';
import { ToCopy } from '../../ui/to-copy.tsx';
import { tx } from '../../words/parts.ts';
import { t } from '../../words/words.ts';

/** As docs/consent.md has it. */
const DECLARED = `"preferences": [
  {
    "key": "colour",
    "label": { "en": "Favourite colour", "de": "Lieblingsfarbe" },
    "values": [
      { "value": "red", "label": { "en": "Red", "de": "Rot" } },
      { "value": "blue", "label": { "en": "Blue", "de": "Blau" } }
    ]
  }
]`;

const CONTROL = '<a href="#privacy" data-holloway-open>Privacy settings</a>';

export function HowToAsk() {
  const { site } = useView();
  return (
    <Panel title={t('Your store asks nothing yet')}>
      <Message title={t('Ask your visitors what they like')}>
        <p>
          {tx('Add what you would like to know to {file}, and publish it:', {
            file: <code>policy.json</code>,
          })}
        </p>
        <ToCopy text={DECLARED} action={t('Copy')} />
        <pre class="code">
          <code>holloway statement publish {site.id} policy.json</code>
        </pre>
        <p>
          {t(
            'Visitors find the questions in their privacy settings, which this opens; a category of your catalogue as a value is set beside its views.',
          )}
        </p>
        <pre class="code">
          <code>{CONTROL}</code>
        </pre>
      </Message>
    </Panel>
  );
}
