/** Notices that somebody clicks again and again on one spot, in vain. Does not know on what. */

const CLICKS = 3;
const WITHIN_MS = 1_000;
const WITHIN_PX = 30;

/** @returns Tells of each click whether it makes a burst one of rage: once a burst. */
export function createRage(): (x: number, y: number, atMs: number) => boolean {
  let times: number[] = [];
  let start = { x: 0, y: 0 };
  let isTold = false;
  return (x, y, atMs) => {
    const isNew =
      atMs - (times[times.length - 1] ?? -WITHIN_MS * 2) > WITHIN_MS ||
      Math.hypot(x - start.x, y - start.y) > WITHIN_PX;
    if (isNew) {
      times = [];
      start = { x, y };
      isTold = false;
    }
    times = [...times, atMs].slice(-CLICKS);
    const isRage = !isTold && times.length === CLICKS && atMs - (times[0] ?? 0) <= WITHIN_MS;
    isTold = isTold || isRage;
    return isRage;
  };
}
