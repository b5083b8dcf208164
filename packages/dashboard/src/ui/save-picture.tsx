/** The button that saves a panel as a picture, as SVG or as PNG. */
import type { RefObject } from 'preact';
import { t } from '../words/words.ts';
import { Icon } from './icon.tsx';
import { Popover } from './popover.tsx';

interface SavePictureProps {
  readonly title: string;
  readonly panel: RefObject<HTMLElement | null>;
  /** Of which shop and days. */
  readonly note: string;
}

export function SavePicture({ title, panel, note }: SavePictureProps) {
  const take = async (kind: 'svg' | 'png'): Promise<void> => {
    const { current } = panel;
    if (current === null) return;
    const { savePicture } = await import('./picture-file.ts');
    await savePicture(current, { title, note, kind });
  };
  return (
    <Popover
      class="save-picture"
      label={t('{title}: save as picture', { title })}
      title={t('{title}: save as picture', { title })}
      align="end"
      button={
        <>
          <Icon name="picture" />
          <span>{t('Picture')}</span>
        </>
      }
    >
      {(close) => (
        <div class="choices">
          {(['svg', 'png'] as const).map((kind) => (
            <button
              type="button"
              key={kind}
              onClick={() => {
                close();
                void take(kind);
              }}
            >
              {kind === 'svg' ? t('SVG, to enlarge') : t('PNG, to paste')}
            </button>
          ))}
        </div>
      )}
    </Popover>
  );
}
