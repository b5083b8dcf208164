/**
 * What a running collector says of itself. Events are a closed list, and their fields are our own words and ids of sites:
 * nothing of a request fits in, so nothing of one can get into a log.
 */
export type LogEvent =
  | { readonly event: 'listening'; readonly url: string; readonly version: string }
  /** Nobody can sign in yet; the file holds the code for the first account. */
  | { readonly event: 'first-run'; readonly file: string }
  | { readonly event: 'stopping' }
  | { readonly event: 'stopped' }
  /** What an operator should mend, such as a missing country database. */
  | { readonly event: 'warning'; readonly message: string }
  /** An error that nobody foresaw: its kind and its place in our code. */
  | { readonly event: 'unforeseen'; readonly error: string; readonly at: readonly string[] };

export type Log = (event: LogEvent) => void;

const LEVELS = {
  listening: 'info',
  'first-run': 'info',
  stopping: 'info',
  stopped: 'info',
  warning: 'warn',
  unforeseen: 'error',
} as const satisfies { readonly [event in LogEvent['event']]: string };

const PLACES = 3;

/** The kind and place of an error in our code; its message, which may have several lines, might quote what somebody sent. */
export function unforeseen(error: unknown): LogEvent {
  const stack = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  return {
    event: 'unforeseen',
    error: error instanceof Error ? error.name : typeof error,
    at: stack
      .filter((line) => /^\s+at /.test(line))
      .slice(0, PLACES)
      .map((line) => line.trim()),
  };
}

/** `null` for what only a machine wants to know. */
function inWords(event: LogEvent): string | null {
  switch (event.event) {
    case 'listening':
      return `holloway listens on ${event.url}`;
    case 'first-run':
      return `nobody can sign in yet: make the first account there, with the code in ${event.file}`;
    case 'warning':
      return `holloway: ${event.message}`;
    case 'unforeseen':
      return [`holloway: unforeseen ${event.error}`, ...event.at.map((line) => `    ${line}`)].join('\n');
    default:
      return null;
  }
}

export interface LogOutput {
  out(line: string): void;
  err(line: string): void;
}

/** For people: what they should know, warnings and errors apart. */
export const textLog =
  ({ out, err }: LogOutput): Log =>
  (event) => {
    const words = inWords(event);
    if (words !== null) (LEVELS[event.event] === 'info' ? out : err)(words);
  };

/** For machines: a line of JSON an event, all of them. */
export const jsonLog =
  ({ out }: Pick<LogOutput, 'out'>, clock: { now(): number }): Log =>
  (event) =>
    out(JSON.stringify({ time: new Date(clock.now()).toISOString(), level: LEVELS[event.event], ...event }));
