/** What the keys do, and which letter leads to which screen. */
import { screensFor } from '../state/permits.ts';
import { useViewer } from '../state/viewer.ts';
import { msg, t } from '../words/words.ts';
import { SCREEN_NAMES } from './navigation.tsx';
import { SCREEN_KEYS } from './screen-keys.ts';

const KEYS = [
  ['/', msg('Search')],
  ['d', msg('Days')],
  ['c', msg('What the days are compared with')],
  ['f', msg('Slice')],
  ['v', msg('Views and links')],
  ['p', msg('Print')],
  ['?', msg('This panel')],
  ['← →', msg('From column to column')],
  ['↑ ↓', msg('From row to row')],
] as const;

export function Keyboard() {
  const { account } = useViewer();
  return (
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
      <p class="note">{t('First g, then a letter, for a screen:')}</p>
      <dl class="keys screens">
        {screensFor(account.permissions).map(
          (screen) =>
            SCREEN_KEYS[screen] !== undefined && (
              <div key={screen}>
                <dt>
                  <kbd>g</kbd> <kbd>{SCREEN_KEYS[screen]}</kbd>
                </dt>
                <dd>{t(SCREEN_NAMES[screen])}</dd>
              </div>
            ),
        )}
      </dl>
    </>
  );
}
