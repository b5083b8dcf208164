/** What a command says, and how it fails. */
export interface Terminal {
  /** A line of the answer. */
  out(line: string): void;
  /** Replaces the line that tells how far it is; silent where nobody looks. */
  progress(line: string): void;
}

/** Something the caller can mend; its message is all that is shown. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly code = 'command';
}
