/** As what a panel can be saved: one press saves it. */
import type { RefObject } from 'preact';
import type { View } from '../state/view.ts';
import { t } from '../words/words.ts';
import { ofWhat } from './of-what.ts';
import { savePicture } from './picture-file.ts';

export interface PictureOf {
  readonly title: string;
  readonly panel: RefObject<HTMLElement | null>;
  /** Which shop, days and slice it is of. */
  readonly view: View;
}

interface PictureKindsProps extends PictureOf {
  readonly onChoose: () => void;
}

export const PictureKinds = ({ title, panel, view, onChoose }: PictureKindsProps) => (
  <div class="choices">
    {(['svg', 'png'] as const).map((kind) => (
      <button
        type="button"
        key={kind}
        onClick={() => {
          const { current } = panel;
          onChoose();
          if (current !== null) void savePicture(current, { title, kind, note: ofWhat(view) });
        }}
      >
        {kind === 'svg' ? t('SVG, to enlarge') : t('PNG, to paste')}
      </button>
    ))}
  </div>
);
