/** What others notice of long work in the same process: how long it answers nobody, and how batches fare that come meanwhile. */
const EVERY_MS = 20;

export interface Watched {
  readonly seconds: number;
  readonly longestPauseMs: number;
  readonly longestWaitMs: number;
  readonly counted: number;
  readonly refused: number;
}

/** @param send Called every 20 ms while the work goes on; resolves when what it sent is counted. */
export async function watch(work: () => Promise<unknown>, send: () => Promise<unknown>): Promise<Watched> {
  const begun = performance.now();
  const sent: Promise<void>[] = [];
  let [last, longestPauseMs, longestWaitMs, counted, refused] = [begun, 0, 0, 0, 0];
  const look = (): void => {
    const now = performance.now();
    longestPauseMs = Math.max(longestPauseMs, now - last - EVERY_MS);
    last = now;
  };
  const probe = setInterval(() => {
    look();
    const sentAt = last;
    const note = (isCounted: boolean) => (): void => {
      longestWaitMs = Math.max(longestWaitMs, performance.now() - sentAt);
      if (isCounted) counted += 1;
      else refused += 1;
    };
    sent.push(send().then(note(true), note(false)));
  }, EVERY_MS);
  await work();
  // Also where nothing came through before the end.
  look();
  clearInterval(probe);
  const seconds = (performance.now() - begun) / 1000;
  await Promise.all(sent);
  return { seconds, longestPauseMs, longestWaitMs, counted, refused };
}
