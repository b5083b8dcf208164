/**
 * Waits until a page that a script shows has its content: routers change the address first, and the rest follows.
 */
import { quietly } from '../quietly.ts';

const QUIET_MS = 120;
const LONGEST_MS = 1_500;

/**
 * @param isThere Whether the content has come; asked whenever nothing changes for a while. Default: it has.
 * @returns Does it now, unless it is done.
 */
export function onceQuiet(
  window: Window & typeof globalThis,
  work: () => void,
  isThere: () => boolean = () => true,
): () => void {
  const { document, MutationObserver } = window;
  let quiet = 0;
  let isDone = false;
  const finish = (): void => {
    if (isDone) return;
    isDone = true;
    observer?.disconnect();
    window.clearTimeout(quiet);
    window.clearTimeout(longest);
    work();
  };
  const wait = (): void => {
    window.clearTimeout(quiet);
    quiet = window.setTimeout(
      quietly(() => isThere() && finish()),
      QUIET_MS,
    );
  };
  const longest = window.setTimeout(finish, LONGEST_MS);
  const observer = MutationObserver && new MutationObserver(wait);
  observer?.observe(document, { childList: true, subtree: true, characterData: true });
  wait();
  return finish;
}
