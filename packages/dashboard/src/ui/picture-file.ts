/** Saves a part of the screen as a file, SVG or PNG. */
import { type Picture, pictureOf } from './picture.ts';
import { saveFile } from './save-file.ts';

/** Pixels of the file for each of the screen, so that print is sharp. */
const SHARPNESS = 2;

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

const fileName = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');

interface FileOptions {
  readonly title: string;
  /** Of which shop and days. */
  readonly note: string;
  readonly kind: 'svg' | 'png';
}

export async function savePicture(element: Element, { title, note, kind }: FileOptions): Promise<void> {
  const picture = pictureOf(element, note);
  const blob = kind === 'svg' ? new Blob([picture.svg], { type: 'image/svg+xml' }) : await asPng(picture);
  if (blob !== null) saveFile(blob, `${fileName(title)}.${kind}`);
}
