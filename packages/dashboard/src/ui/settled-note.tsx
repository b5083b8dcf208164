/** Under exits and their rates: that views of a day which is not settled have none yet. */
import { t } from '../words/words.ts';
import { Icon } from './icon.tsx';

interface SettledNoteProps {
  readonly rows: readonly { readonly views: number; readonly settledViews: number | null }[];
}

export const SettledNote = ({ rows }: SettledNoteProps) =>
  rows.some(({ views, settledViews }) => settledViews !== null && settledViews < views) ? (
    <p class="waiting-note">
      <Icon name="wait" />
      <span>
        {t('Exits and bounces, and their rates, are of the days that are settled; views are of today too.')}
      </span>
    </p>
  ) : null;
