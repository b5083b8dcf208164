/** What a file's tests have opened is closed after the last of them, in the opposite order. */
import { afterAll } from 'vitest';

const closing: (() => unknown)[] = [];

// Here, while the file is read: a hook that another one registers never runs.
afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

export const atTheEnd = (close: () => unknown): void => void closing.push(close);
