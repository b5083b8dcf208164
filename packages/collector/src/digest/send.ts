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

/** The same for every attempt at the digest of a week. Of a test, `null`. */
const idOf = ({ test, site, week }: Digest): string | null => (test ? null : `${site.id}.${week.from}`);

/** @returns `null` where a mail server took it. */
export async function sendMail(
  mailer: Mailer | null,
  { id: person, email }: DigestReader,
  digest: Digest,
): Promise<Fault | null> {
  if (mailer === null) return { fault: 'no-mail', status: null };
  const id = idOf(digest);
  // Whoever reads the head of a letter need not know what an account is called inside.
  const whose = createHash('sha256').update(person).digest('hex').slice(0, 16);
  try {
    await mailer.send({
      to: email,
      ...letterOf(digest),
      ...(id === null ? {} : { id: `digest.${id}.${whose}` }),
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
): Promise<Fault | null> {
  try {
    await post(webhook, `${idOf(digest) ?? `${digest.site.id}.test`}`, digest);
    return null;
  } catch (error) {
    if (error instanceof WebhookError) return { fault: error.code, status: error.status };
    throw error;
  }
}
