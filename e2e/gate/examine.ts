/** Takes one consent tool through all phases, and sums up what a shop would want to know of it. */
import type { Browser } from 'playwright-core';
import { findings } from './findings.ts';
import { bytesOf, tellingApart } from './kept.ts';
import { EVENING, type Observation, observe, PHASES, type Phase, runsUnasked } from './phases.ts';
import type { Subject } from './subject.ts';

export interface Examined {
  readonly name: string;
  readonly version: string | null;
  /** How many files and configurations of its own it loads to ask. */
  readonly assets: number;
  readonly phases: Readonly<Record<Phase, { readonly requests: number; readonly bytesKept: number }>>;
  /** What tells two visitors apart who both refused on the same day, such as `cc_cookie.consentId`. */
  readonly identifiers: readonly string[];
  /** Bytes of what it keeps that go to the shop with every later request of a visitor who refused. */
  readonly bytesWithEachRequest: number;
  /** Labels of what it shows after a choice, to change one's mind. */
  readonly controls: readonly string[];
  /** The visitor reads that Global Privacy Control was heard. */
  readonly tellsOfObjection: boolean;
  /** Where consent is not asked for first: Global Privacy Control stops what else would run. `null`: not tried. */
  readonly heedsObjection: boolean | null;
  /** Names of cookies of others that a withdrawal left. */
  readonly cookiesLeft: readonly string[];
  /** By phase; all empty is what passes. */
  readonly findings: Readonly<Record<Phase, readonly string[]>>;
}

const OBJECTION = /Global Privacy Control|\bGPC\b/;

const recordOf = <T>(of: (phase: Phase) => T): Record<Phase, T> =>
  Object.fromEntries(PHASES.map((phase) => [phase, of(phase)])) as Record<Phase, T>;

/** @param optOut The same shop where consent is not asked for first. */
export async function examine(browser: Browser, subject: Subject, optOut: Subject | null): Promise<Examined> {
  const seen = new Map<Phase, Observation>();
  for (const phase of PHASES) seen.set(phase, await observe(browser, subject, phase));
  const of = (phase: Phase): Observation => seen.get(phase) as Observation; // each was put there just now
  const refused = of('after Reject');
  const other = await observe(browser, subject, 'after Reject', { time: EVENING });
  return {
    name: subject.name,
    version: subject.version,
    assets: of('before a choice').assets.length,
    phases: recordOf((phase) => ({
      requests: of(phase).requests.length,
      bytesKept: bytesOf(of(phase).kept),
    })),
    identifiers: tellingApart(refused.kept, other.kept),
    bytesWithEachRequest: refused.cookieBytes,
    controls: refused.controls,
    tellsOfObjection: OBJECTION.test(of('under GPC').text) && !OBJECTION.test(of('before a choice').text),
    heedsObjection: optOut && (await heeds(browser, optOut)),
    cookiesLeft: of('after withdrawal')
      .kept.filter(({ where, name }) => where === 'cookie' && name !== subject.choice)
      .map(({ name }) => name),
    findings: recordOf((phase) => findings(of(phase), phase, subject)),
  };
}

async function heeds(browser: Browser, optOut: Subject): Promise<boolean> {
  if (!(await runsUnasked(browser, optOut, false))) throw new Error(`${optOut.name}: nothing ran by default`);
  return !(await runsUnasked(browser, optOut, true));
}
