/** Whatever else the process has to do: a turn of it after the other, as often as it is let. */
export interface OtherWork {
  /** Done so far. */
  turns(): number;
  end(): void;
}

export function otherWork(): OtherWork {
  let turns = 0;
  let immediate = setImmediate(work);
  function work(): void {
    turns += 1;
    immediate = setImmediate(work);
  }
  return { turns: () => turns, end: () => clearImmediate(immediate) };
}
