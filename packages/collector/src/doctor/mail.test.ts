import { expect, it } from 'vitest';
import { MailError } from '../mail/mailer.ts';
import { examineMail } from './mail.ts';

it('a mail server that takes letters is as it should be', async () => {
  expect(await examineMail({ check: async () => undefined })).toEqual([
    { level: 'ok', says: 'the mail server answers, and lets the collector in' },
  ]);
});

it('one that does not is wrong, with what to look at', async () => {
  const check = async () => {
    throw new MailError('the mail server cannot be reached (EDNS)');
  };
  expect(await examineMail({ check })).toEqual([
    {
      level: 'wrong',
      says: 'the mail server cannot be reached (EDNS)',
      mend: 'check HOLLOWAY_SMTP_URL; until then owners hand links on themselves',
    },
  ]);
});
