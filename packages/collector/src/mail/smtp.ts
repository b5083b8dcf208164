/** Sends letters by a mail server of the store. Never in the clear, but to this machine: they hold links that open accounts. */
import { createTransport } from 'nodemailer';
import { MailError, type Mailer, type MailFault } from './mailer.ts';

export interface SmtpSettings {
  /** Such as `smtps://name:password@mail.example.com`, or `smtp://…:587`, which is made secure before anything is said. */
  readonly url: string;
  /** An address, or a name with the address in angle brackets. */
  readonly from: string;
}

const PATIENCE_MS = 10_000;
const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** By the code that nodemailer gives; the first that fits. */
const REASONS: readonly (readonly [code: RegExp, fault: MailFault, says: string])[] = [
  [/^(EDNS|ECONNECTION|ETIMEDOUT)$/, 'mail-unreachable', 'the mail server cannot be reached'],
  [
    /^ESOCKET$/,
    'mail-unreachable',
    'the mail server cannot be reached, or its certificate is not to be trusted',
  ],
  [/^(EAUTH|ENOAUTH|EOAUTH2)$/, 'mail-sign-in', 'the mail server does not take name and password'],
  [/^ETLS$/, 'mail-insecure', 'the connection to the mail server cannot be made secure'],
  [/^EENVELOPE$/, 'mail-refused', 'the mail server takes no letter from or for this address'],
];

function mailErrorOf(error: unknown): MailError {
  const { code, responseCode } = error as { readonly code?: unknown; readonly responseCode?: unknown };
  const known = typeof code === 'string' && /^[A-Z0-9_]+$/.test(code) ? code : 'unknown';
  const [, fault, says] = REASONS.find(([pattern]) => pattern.test(known)) ?? [
    ...([null, 'mail-failed', 'the mail server did not take it'] as const),
  ];
  const answered = typeof responseCode === 'number' ? `, ${responseCode}` : '';
  // Without the cause: it quotes addresses.
  return new MailError(`${says} (${known}${answered})`, fault);
}

export function createSmtpMailer({ url, from }: SmtpSettings): Mailer {
  const domain = from.replace(/^.*@|>$/g, '');
  const isHere = LOOPBACK.has(new URL(url).hostname);
  const transport = createTransport(
    {
      url,
      requireTLS: !url.startsWith('smtps:') && !isHere,
      // Mail servers come with a certificate that they made themselves; nobody stands between this machine and itself.
      tls: { rejectUnauthorized: !isHere },
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
      dnsTimeout: PATIENCE_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  );
  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      throw mailErrorOf(error);
    }
  };
  return {
    send: ({ to, subject, text, html, id }) =>
      attempt(() =>
        transport.sendMail({
          to: { name: '', address: to },
          subject,
          text,
          // Nobody's holiday notice answers it.
          headers: { 'Auto-Submitted': 'auto-generated' },
          ...(html === undefined ? {} : { html }),
          ...(id === undefined ? {} : { messageId: `<${id}@${domain}>` }),
        }),
      ),
    check: () => attempt(() => transport.verify()),
  };
}
