/** The three figures by which pages are judged, as the browser itself measures them. */
import type { Page } from 'playwright-core';

export interface Vitals {
  /** Largest contentful paint, milliseconds. */
  readonly lcp: number;
  /** Cumulative layout shift. */
  readonly cls: number;
  /** The slowest answer to a click or key, milliseconds, in steps of 8. */
  readonly inp: number;
}

export const watchVitals = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const vitals = { lcp: 0, cls: 0, inp: 0 };
    Object.assign(window, { vitals });
    const watch = (type: string, onEntry: (entry: never) => void, more: object = {}): void =>
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) onEntry(entry as never);
      }).observe({ type, buffered: true, ...more });
    watch('largest-contentful-paint', ({ startTime }: PerformanceEntry) => {
      vitals.lcp = startTime;
    });
    watch('layout-shift', ({ value, hadRecentInput }: { value: number; hadRecentInput: boolean }) => {
      if (!hadRecentInput) vitals.cls += value;
    });
    watch(
      'event',
      ({ duration, interactionId }: { duration: number; interactionId: number }) => {
        if (interactionId) vitals.inp = Math.max(vitals.inp, duration);
      },
      { durationThreshold: 16 },
    );
  });

export const vitalsOf = (page: Page): Promise<Vitals> =>
  page.evaluate(() => (window as unknown as { vitals: Vitals }).vitals);
