/** A mail server on this machine that takes letters for the test to read. */
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';

export interface Taken {
  readonly from: string;
  readonly to: readonly string[];
  readonly head: string;
  readonly text: string;
}

/** Of RFC 2045, for letters of one part. */
const decoded = (body: string): string =>
  body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll('\r\n', '\n');

/** Without a certificate; lets in `mira` with `a secret`. */
export async function startMailServer(more: SMTPServerOptions = {}) {
  const taken: Taken[] = [];
  const server = new SMTPServer({
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === 'mira' && password === 'a secret' ? done(null, { user: username }) : done(new Error('no')),
    onData: (stream, { envelope }, done) => {
      void text(stream).then((letter) => {
        const [head = '', ...body] = letter.split('\r\n\r\n');
        taken.push({
          from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
          to: envelope.rcptTo.map(({ address }) => address),
          head,
          text: decoded(body.join('\r\n\r\n')),
        });
        done();
      });
    },
    ...more,
  });
  // A client that breaks off is what some tests are about.
  server.on('error', () => undefined);
  const listening = server.listen(0, '0.0.0.0');
  await new Promise<void>((resolve) => listening.once('listening', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const address = listening.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { taken, port, url: `smtp://mira:a%20secret@127.0.0.1:${port}` };
}
