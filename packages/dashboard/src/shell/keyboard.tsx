/** The single keys, and what each does. */
import { msg, t } from '../words/words.ts';

const KEYS = [
  ['/', msg('Search')],
  ['d', msg('Days')],
  ['f', msg('Slice')],
  ['v', msg('Views and links')],
  ['?', msg('This panel')],
  ['← →', msg('From column to column')],
  ['↑ ↓', msg('From row to row')],
] as const;

export const Keyboard = () => (
  <>
    <p class="eyebrow">{t('Keyboard')}</p>
    <dl class="keys">
      {KEYS.map(([key, meaning]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{t(meaning)}</dd>
        </div>
      ))}
    </dl>
  </>
);
