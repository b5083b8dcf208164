/** Sends a digest to one receiver, and says what is wrong where it did not arrive. Knows no schedule: see job. */
import { createHash } from 'node:crypto';
import type { Digest, DigestFault, DigestReader } from '@holloway/protocol';
import { MailError, type Mailer } from '../mail/mailer.ts';
import type { DigestPlan } from '../store/digests.ts';
import { letterOf } from './letter.ts';
import { type PostWebhook, WebhookError } from './webhook.ts';

export interface Fault {
  readonly fault: DigestFault;
  /** What a webhook answered. */
  readonly status: number | null;
}

/**
 * Receivers know again by it what they have. The same for every attempt at one sending, another for what is sent once more.
 * @param sending Which of those of the same week it is.
 */
const idOf = ({ test, site, week }: Digest, sending: string): string =>
  `${site.id}.${test ? 'test' : week.from}.${sending}`;

/** @returns `null` where a mail server took it. */
export async function sendMail(
  mailer: Mailer | null,
  { id: person, email }: DigestReader,
  digest: Digest,
  sending: string,
): Promise<Fault | null> {
  if (mailer === null) return { fault: 'no-mail', status: null };
  // Whoever reads the head of a letter need not know what an account is called inside.
  const whose = createHash('sha256').update(person).digest('hex').slice(0, 16);
  try {
    await mailer.send({
      to: email,
      ...letterOf(digest),
      id: `digest.${idOf(digest, sending)}.${whose}`,
    });
    return null;
  } catch (error) {
    if (error instanceof MailError) return { fault: error.fault, status: null };
    throw error;
  }
}

/** @returns `null` where the webhook took it. */
export async function sendWebhook(
  post: PostWebhook,
  webhook: NonNullable<DigestPlan['webhook']>,
  digest: Digest,
  sending: string,
): Promise<Fault | null> {
  try {
    await post(webhook, idOf(digest, sending), digest);
    return null;
  } catch (error) {
    if (error instanceof WebhookError) return { fault: error.code, status: error.status };
    throw error;
  }
}
