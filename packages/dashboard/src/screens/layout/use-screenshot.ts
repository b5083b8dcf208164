/** The picture that somebody laid under the wireframe of a page: read from this browser, kept in it, and taken out of it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { openScreenshots } from '../../state/screenshots.ts';

export type ScreenshotProblem = 'unreadable' | 'not-kept' | 'not-removed';

export interface Screenshot {
  /** As it is to be drawn; `null` where there is none. */
  readonly picture: ImageBitmap | null;
  readonly problem: ScreenshotProblem | null;
  /** Resolves when it is shown, or cannot be. */
  add(file: Blob): Promise<void>;
  /** Resolves when it is gone, or cannot be. */
  remove(): Promise<void>;
}

/** @param key Of the site, the page and the size of window. */
export function useScreenshot(key: string): Screenshot {
  const [picture, setPicture] = useState<ImageBitmap | null>(null);
  const [problem, setProblem] = useState<ScreenshotProblem | null>(null);
  const shown = useRef(key);
  shown.current = key;
  // Asynchronous, since what some private windows have throws at once.
  const store = async () => openScreenshots(indexedDB);
  useEffect(() => {
    let current = true;
    setPicture(null);
    setProblem(null);
    const read = async (): Promise<void> => {
      const kept = await (await store()).get(key);
      const drawn = kept === null ? null : await createImageBitmap(kept);
      if (current) setPicture(drawn);
    };
    // A browser that keeps nothing has nothing to show; it is said when something is to be kept.
    read().catch(() => {});
    return () => {
      current = false;
    };
  }, [key]);

  /** Unless another page is shown meanwhile. */
  const show = (drawn: ImageBitmap | null, what: ScreenshotProblem | null): void => {
    if (shown.current !== key) return;
    setPicture(drawn);
    setProblem(what);
  };
  return {
    picture,
    problem,
    // Shown once it is kept, and gone once it is removed: whoever reloads at once finds the same.
    async add(file) {
      const drawn = await createImageBitmap(file).catch(() => null);
      if (drawn === null) return show(picture, 'unreadable');
      await store()
        .then((kept) => kept.put(key, file))
        .then(
          () => show(drawn, null),
          () => show(drawn, 'not-kept'),
        );
    },
    async remove() {
      await store()
        .then((kept) => kept.remove(key))
        .then(
          () => show(null, null),
          () => show(picture, 'not-removed'),
        );
    },
  };
}
