/**
 * Whether the clock of the machine kept step with the time that it has been up, which nobody sets. What cannot be taken
 * back (closing a day, forgetting a nonce) waits until it has, for long enough. Pure; does not read any clock.
 */

/** A clock that is corrected a little at a time keeps step. */
const TOLERANCE_MS = 10 * 60_000;

/** @returns For how many milliseconds clock and uptime have kept step; infinite where they always have. */
export type StepWatch = (nowMs: number, uptimeMs: number) => number;

/** @param onJump Told by how much the clock was set forward, or back where it is negative. */
export function createStepWatch(onJump: (byMs: number) => void): StepWatch {
  let ahead: number | null = null;
  let jumpedAt: number | null = null;
  return (nowMs, uptimeMs) => {
    const before = ahead;
    ahead = nowMs - uptimeMs;
    if (before !== null && Math.abs(ahead - before) > TOLERANCE_MS) {
      jumpedAt = uptimeMs;
      onJump(ahead - before);
    }
    return jumpedAt === null ? Number.POSITIVE_INFINITY : uptimeMs - jumpedAt;
  };
}
