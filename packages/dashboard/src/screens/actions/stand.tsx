/** Who said what of an action, and when. */
import type { ActionRecord } from '@holloway/protocol';
import { formatDay } from '../../model/format.ts';
import { t } from '../../words/words.ts';

function standWords({ state, day, by, changed, reason }: ActionRecord): string | null {
  const values = { name: by ?? t('somebody who is gone'), day: formatDay(day ?? changed) };
  switch (state) {
    case 'open':
      return null;
    case 'planned':
      return t('Planned by {name}, {day}.', values);
    case 'done':
      return t('Done on {day}, says {name}.', values);
    case 'dismissed':
      return t('Dismissed by {name}, {day}: {reason}', { ...values, reason: reason ?? '' });
  }
}

export function Stand({ record }: { readonly record: ActionRecord | null }) {
  const words = record === null ? null : standWords(record);
  return words === null ? null : <p class="action-stand">{words}</p>;
}
