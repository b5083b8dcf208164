/** A screenshot under the wireframe: drawn on a canvas, so that the page needs no leave to load pictures; and its controls. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../../ui/icon.tsx';
import { type Msg, msg, t } from '../../words/words.ts';
import type { Screenshot, ScreenshotProblem } from './use-screenshot.ts';

/** What a canvas holds in every browser. */
const MOST_PIXELS = 8192;

interface UnderlayProps {
  readonly picture: ImageBitmap;
  /** In pixels of the screen, that of the wireframe. */
  readonly width: number;
  /** In [0, 1]. */
  readonly opacity: number;
}

export function Underlay({ picture, width, opacity }: UnderlayProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const to = canvas.current;
    if (to === null) return;
    const shrunk = Math.min(1, MOST_PIXELS / picture.height, MOST_PIXELS / picture.width);
    to.width = Math.round(picture.width * shrunk);
    to.height = Math.round(picture.height * shrunk);
    to.getContext('2d')?.drawImage(picture, 0, 0, to.width, to.height);
  }, [picture]);
  return <canvas class="underlay" ref={canvas} style={{ inlineSize: `${width}px`, opacity }} />;
}

const PROBLEMS: { readonly [problem in ScreenshotProblem]: Msg } = {
  unreadable: msg('This file is no picture that the browser can read. Choose a PNG, JPEG or WebP file.'),
  'not-removed': msg(
    'This browser did not remove the picture. Try again, or clear what it keeps of this site.',
  ),
  'not-kept': msg('This browser keeps no pictures: it will be gone when the page is loaded again.'),
};

interface ScreenshotControlsProps {
  readonly screenshot: Screenshot;
  readonly opacity: number;
  readonly onOpacity: (opacity: number) => void;
}

export function ScreenshotControls({ screenshot, opacity, onOpacity }: ScreenshotControlsProps) {
  const { picture, problem } = screenshot;
  return (
    <div class="screenshot">
      <div class="screenshot-tools">
        <label class="button">
          {picture === null ? t('Lay a screenshot beneath') : t('Another screenshot')}
          <input
            type="file"
            class="visually-hidden"
            accept="image/*"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file !== undefined) screenshot.add(file);
              currentTarget.value = '';
            }}
          />
        </label>
        {picture !== null && (
          <>
            <label class="opacity">
              {t('Opacity')}
              <input
                type="range"
                min="10"
                max="100"
                value={Math.round(opacity * 100)}
                onInput={(event) => onOpacity(Number(event.currentTarget.value) / 100)}
              />
            </label>
            <button type="button" class="quiet" onClick={() => screenshot.remove()}>
              <Icon name="close" /> {t('Remove screenshot')}
            </button>
          </>
        )}
      </div>
      <p class="note">
        {t(
          'A picture of the page that you took yourself; drop the file on the drawing or choose it. It never leaves this browser, and stays in it until you remove it.',
        )}
      </p>
      {problem !== null && (
        <p class="problem" role="alert">
          {t(PROBLEMS[problem])}
        </p>
      )}
    </div>
  );
}
