/**
 * A value that tells when it changes, and how a component follows one. The few values that are shared need no more, and
 * a library for it takes as much room as a screen.
 */
import { useLayoutEffect, useReducer } from 'preact/hooks';

export interface ReadonlySignal<T> {
  readonly value: T;
  /** @returns The way to hear no more of it. */
  subscribe(listener: () => void): () => void;
}

export interface Signal<T> extends ReadonlySignal<T> {
  value: T;
}

export function signal<T>(initial: T): Signal<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get value() {
      return value;
    },
    set value(next) {
      if (next === value) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** The value as it stands; the component is drawn again when it changes. */
export function useSignal<T>(source: ReadonlySignal<T>): T {
  const [, draw] = useReducer<number, void>((drawings) => drawings + 1, 0);
  const drawn = source.value;
  useLayoutEffect(() => {
    // Between the drawing and this moment.
    if (source.value !== drawn) draw();
    return source.subscribe(draw);
  }, [source]);
  return drawn;
}
