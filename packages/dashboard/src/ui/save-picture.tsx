/** The button that saves a panel as a picture, as SVG or as PNG. */
import { t } from '../words/words.ts';
import { Icon } from './icon.tsx';
import { lazy } from './lazy.tsx';
import type { PictureOf } from './picture-kinds.tsx';
import { Popover } from './popover.tsx';

/** Few take one. */
const PictureKinds = lazy(
  async () => (await import('./picture-kinds.tsx')).PictureKinds,
  () => null,
);

export const SavePicture = (of: PictureOf) => (
  <Popover
    class="save-picture"
    label={t('{title}: save as picture', { title: of.title })}
    title={t('{title}: save as picture', { title: of.title })}
    align="end"
    button={
      <>
        <Icon name="picture" />
        <span>{t('Picture')}</span>
      </>
    }
  >
    {(close) => <PictureKinds {...of} onChoose={close} />}
  </Popover>
);
