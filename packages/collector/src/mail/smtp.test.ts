import { describe, expect, it } from 'vitest';
import { startMailServer } from '../../test/mail-server.ts';
import { createPost, type Letter, MailError } from './mailer.ts';
import { createSmtpMailer } from './smtp.ts';

const FROM = 'Holloway <holloway@shop.example>';
const LETTER: Letter = {
  to: 'noor@shop.example',
  subject: 'Über Kessel',
  text: `A line of text.\n\nhttps://stats.example.com/#/set-password/${'x'.repeat(60)}\n`,
};

/** Its message and nothing more, such as an answer that quotes somebody. */
const failure = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  if (!(error instanceof MailError)) throw new Error('there was no MailError');
  expect(error.cause).toBeUndefined();
  return error.message;
};

describe('a letter', () => {
  it('is taken by the mail server, from whom and to whom it is, with every sign of its text', async () => {
    const { url, taken } = await startMailServer();
    await createSmtpMailer({ url, from: FROM }).send(LETTER);
    expect(taken).toEqual([
      {
        from: 'holloway@shop.example',
        to: ['noor@shop.example'],
        head: expect.stringMatching(
          /^Auto-Submitted: auto-generated\r\nFrom: Holloway <holloway@shop\.example>\r\nTo: noor@shop\.example\r\n/,
        ),
        text: LETTER.text,
      },
    ]);
    expect(taken[0]?.head).toContain('Subject: =?UTF-8?Q?=C3=9Cber_Kessel?=');
  });

  it('is taken by a server on this machine whatever its certificate is', async () => {
    const { url, taken } = await startMailServer({ hideSTARTTLS: false, allowInsecureAuth: false });
    await createSmtpMailer({ url, from: FROM }).send(LETTER);
    expect(taken).toHaveLength(1);
  });

  it('goes to one address, whatever stands in it', async () => {
    const { url, taken } = await startMailServer();
    const mailer = createSmtpMailer({ url, from: FROM });
    await mailer.send({ ...LETTER, to: 'noor@shop.example, thief@evil.example' }).catch(() => undefined);
    await mailer
      .send({ ...LETTER, to: 'noor@shop.example\r\nBcc: thief@evil.example' })
      .catch(() => undefined);
    expect(taken.flatMap(({ to }) => to).filter((to) => to.startsWith('thief@'))).toEqual([]);
  });

  it('is not sent in the clear to another machine, nor are name and password', async () => {
    let asked = 0;
    const { port, taken } = await startMailServer({
      disabledCommands: ['STARTTLS'],
      onAuth: (_auth, _session, done) => {
        asked += 1;
        done(null, { user: 'mira' });
      },
    });
    // This machine by an address that other machines have too.
    const mailer = createSmtpMailer({ url: `smtp://mira:a%20secret@0.0.0.0:${port}`, from: FROM });
    expect(await failure(mailer.send(LETTER))).toMatch(
      /^the connection to the mail server cannot be made secure \(ETLS/,
    );
    expect([taken, asked]).toEqual([[], 0]);
    // With a certificate that is its own.
    const other = await startMailServer();
    const unknown = createSmtpMailer({ url: `smtp://mira:a%20secret@0.0.0.0:${other.port}`, from: FROM });
    expect(await failure(unknown.send(LETTER))).toContain('its certificate is not to be trusted (ESOCKET)');
  });

  it.each([
    {
      what: 'nobody listens',
      server: {},
      at: () => 'smtp://127.0.0.1:9',
      says: /^the mail server cannot be reached, or its certificate is not to be trusted \(ESOCKET\)$/,
    },
    {
      what: 'the password is wrong',
      server: {},
      at: (url: string) => url.replace('secret', 'canary'),
      says: /^the mail server does not take name and password \(EAUTH, 535\)$/,
    },
    {
      what: 'the address is refused',
      server: {
        onRcptTo: ({ address }: { address: string }, _session: unknown, done: (error: Error) => void) =>
          done(new Error(`no such user: ${address}`)),
      },
      at: (url: string) => url,
      says: /^the mail server takes no letter from or for this address \(EENVELOPE, 550\)$/,
    },
  ])('that cannot be sent because $what is told in words that name nobody', async ({ server, at, says }) => {
    const { url } = await startMailServer(server);
    const message = await failure(createSmtpMailer({ url: at(url), from: FROM }).send(LETTER));
    expect(message).toMatch(says);
    expect(message).not.toContain('noor');
  });

  it('is sent, failed and told of, or not tried at all', async () => {
    const { url, taken } = await startMailServer();
    const warnings: string[] = [];
    const post = (mailer: Parameters<typeof createPost>[0]) =>
      createPost(mailer, (message) => void warnings.push(message))(LETTER);
    expect(await post(createSmtpMailer({ url, from: FROM }))).toBe('sent');
    expect(await post(null)).toBe('none');
    expect([taken.length, warnings]).toEqual([1, []]);
    expect(await post(createSmtpMailer({ url: url.replace('secret', 'canary'), from: FROM }))).toBe('failed');
    expect(warnings).toEqual([
      'a letter could not be sent: the mail server does not take name and password (EAUTH, 535)',
    ]);
  });
});

describe('a mail server', () => {
  it('is asked whether it would take letters, without sending one', async () => {
    const { url, taken } = await startMailServer();
    await createSmtpMailer({ url, from: FROM }).check();
    expect(taken).toEqual([]);
    const refused = createSmtpMailer({ url: url.replace('secret', 'canary'), from: FROM }).check();
    expect(await failure(refused)).toContain('EAUTH');
  });
});
