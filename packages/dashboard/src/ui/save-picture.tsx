/** The button that saves a panel as a picture, as SVG or as PNG. */
import type { RefObject } from 'preact';
import { t } from '../words/words.ts';
import { Icon } from './icon.tsx';
import type { Picture } from './picture.ts';
import { Popover } from './popover.tsx';

/** Pixels of the file for each of the screen, so that print is sharp. */
const SHARPNESS = 2;

function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

async function asPng({ svg, width, height }: Picture): Promise<Blob | null> {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = new OffscreenCanvas(width * SHARPNESS, height * SHARPNESS);
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.scale(SHARPNESS, SHARPNESS);
  context.drawImage(image, 0, 0);
  return canvas.convertToBlob({ type: 'image/png' });
}

interface SavePictureProps {
  readonly title: string;
  readonly panel: RefObject<HTMLElement | null>;
  /** Of which shop and days. */
  readonly note: string;
}

const fileName = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');

export function SavePicture({ title, panel, note }: SavePictureProps) {
  const take = async (kind: 'svg' | 'png'): Promise<void> => {
    const { current } = panel;
    if (current === null) return;
    const { pictureOf } = await import('./picture.ts');
    const picture = pictureOf(current, note);
    const blob = kind === 'svg' ? new Blob([picture.svg], { type: 'image/svg+xml' }) : await asPng(picture);
    if (blob !== null) save(blob, `${fileName(title)}.${kind}`);
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
