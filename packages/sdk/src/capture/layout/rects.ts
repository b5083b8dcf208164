/** Reads where elements stand without making the browser lay out the page for it: after the next frame has been laid out. */
import type { Guard } from './guard.ts';

export type ReadRects = (
  elements: Iterable<Element>,
  onRead: (rects: ReadonlyMap<Element, DOMRectReadOnly>) => void,
) => void;

/** Where IntersectionObserver is missing, in older browsers, nothing is read. */
export const createReadRects =
  ({ IntersectionObserver }: typeof globalThis, guard: Guard): ReadRects =>
  (elements, onRead) => {
    const read = guard((entries: readonly IntersectionObserverEntry[]) => {
      onRead(new Map(entries.map(({ target, boundingClientRect }) => [target, boundingClientRect])));
    });
    const observer =
      IntersectionObserver &&
      new IntersectionObserver((entries) => {
        observer.disconnect();
        read(entries);
      });
    for (const element of elements) observer?.observe(element);
  };
