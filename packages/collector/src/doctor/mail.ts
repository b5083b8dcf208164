/** Whether letters would be taken, where they are set up: asks the mail server as the collector would, and sends nothing. */
import { MailError, type Mailer } from '../mail/mailer.ts';
import { type Finding, ok, wrong } from './finding.ts';

export async function examineMail(mailer: Pick<Mailer, 'check'>): Promise<readonly Finding[]> {
  try {
    await mailer.check();
    return [ok('the mail server answers, and lets the collector in')];
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    return [wrong(error.message, 'check HOLLOWAY_SMTP_URL; until then owners hand links on themselves')];
  }
}
