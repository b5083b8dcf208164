/** Letters to people of the store. What they say is their writer's; how they get there is a driver's (smtp). */
import type { DigestFault, Posted } from '@holloway/protocol';

export interface Letter {
  /** An e-mail address; taken as one, whatever is in it. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same as a page. Default: text alone. */
  readonly html?: string;
  /** Of visible ASCII signs but `@<>`: the same for every attempt at a letter, so that who has it knows it again. Default: drawn. */
  readonly id?: string;
}

export type MailFault = Exclude<Extract<DigestFault, `mail-${string}`>, 'no-mail'>;

export interface Mailer {
  /** Resolves when a mail server has taken it. Rejects with a MailError. */
  send(letter: Letter): Promise<void>;
  /** Resolves when a mail server would take letters. Rejects with a MailError. */
  check(): Promise<void>;
}

/** The message says what went wrong and names nobody: neither to whom, nor what the server answered, which may quote it. */
export class MailError extends Error {
  override readonly name = 'MailError';
  readonly code = 'mail';
  readonly fault: MailFault;
  constructor(message: string, fault: MailFault = 'mail-failed') {
    super(message);
    this.fault = fault;
  }
}

/** Sends a letter; where that fails, an operator is told, and whoever wrote it hands it on by other means. */
export type Post = (letter: Letter) => Promise<Posted>;

/** @param mailer `null` where no mail is set up. */
export const createPost =
  (mailer: Mailer | null, warn: (message: string) => void): Post =>
  async (letter) => {
    if (mailer === null) return 'none';
    try {
      await mailer.send(letter);
      return 'sent';
    } catch (error) {
      if (!(error instanceof MailError)) throw error;
      warn(`a letter could not be sent: ${error.message}`);
      return 'failed';
    }
  };
