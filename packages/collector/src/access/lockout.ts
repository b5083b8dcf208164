/**
 * Slows down guessing: after a few failures, one waits longer and longer before the next. Pure but for its memory, which
 * is lost at a restart and bounded. What waits is an account as seen from one network, so that nobody can shut out
 * somebody else by failing in their name. Does not know passwords.
 */
import { hash } from 'node:crypto';

interface Attempts {
  readonly failures: number;
  /** Nobody is let on before. */
  readonly untilMs: number;
}

const FREE = 5;
const FIRST_WAIT_MS = 15_000;
const LONGEST_WAIT_MS = 15 * 60_000;
const FORGOTTEN_AFTER_MS = 60 * 60_000;
const MAX_KNOWN = 10_000;

/** `void`: it did not come to a comparison. */
export type Outcome = 'right' | 'wrong' | 'void';

export interface Attempt {
  /** Seconds to wait first; 0 lets on. */
  readonly wait: number;
  /** Counts as wrong until told otherwise, so that guesses made at once count too. */
  settle(outcome: Outcome): void;
}

export interface Lockout {
  /** @param parts What is guessed at, and from where. */
  begin(parts: readonly string[], nowMs: number): Attempt;
}

const waitAfter = (failures: number): number =>
  failures < FREE ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - FREE));

const attemptsOf = (failures: number, nowMs: number): Attempts => ({
  failures,
  untilMs: nowMs + waitAfter(failures),
});

export function createLockout(): Lockout {
  // In the order of the last attempt, so that the first is the one to forget.
  const known = new Map<string, Attempts>();

  function remember(key: string, attempts: Attempts): void {
    known.delete(key);
    if (attempts.failures > 0) known.set(key, attempts);
    const [oldest] = known.keys();
    if (known.size > MAX_KNOWN && oldest !== undefined) known.delete(oldest);
  }

  return {
    begin(parts, nowMs) {
      const key = hash('sha256', JSON.stringify(parts));
      const before = known.get(key);
      if (before !== undefined && nowMs < before.untilMs)
        return { wait: Math.ceil((before.untilMs - nowMs) / 1000), settle: () => undefined };
      const forgotten = before === undefined || nowMs - before.untilMs > FORGOTTEN_AFTER_MS;
      remember(key, attemptsOf((forgotten ? 0 : before.failures) + 1, nowMs));
      return {
        wait: 0,
        settle(outcome) {
          if (outcome === 'right') known.delete(key);
          if (outcome === 'void') remember(key, attemptsOf((known.get(key)?.failures ?? 1) - 1, nowMs));
        },
      };
    },
  };
}
