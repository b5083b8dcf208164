/** The picture that somebody laid under the wireframe of a page: read from this browser, kept in it, and taken out of it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { openScreenshots, type Screenshots } from '../../state/screenshots.ts';

export type ScreenshotProblem = 'unreadable' | 'not-kept';

export interface Screenshot {
  /** As it is to be drawn; `null` where there is none. */
  readonly picture: ImageBitmap | null;
  readonly problem: ScreenshotProblem | null;
  add(file: Blob): void;
  remove(): void;
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

  // What is seen is what is kept: whoever reloads at once finds the same.
  const settle = async (
    drawn: ImageBitmap | null,
    keep: (kept: Screenshots) => Promise<void>,
  ): Promise<void> => {
    const isKept = await store()
      .then(keep)
      .then(
        () => true,
        () => false,
      );
    // Another page may be shown meanwhile.
    if (shown.current !== key) return;
    setPicture(drawn);
    setProblem(isKept ? null : 'not-kept');
  };
  return {
    picture,
    problem,
    add(file) {
      createImageBitmap(file).then(
        (drawn) => settle(drawn, (kept) => kept.put(key, file)),
        () => setProblem('unreadable'),
      );
    },
    remove() {
      settle(null, (kept) => kept.remove(key));
    },
  };
}
