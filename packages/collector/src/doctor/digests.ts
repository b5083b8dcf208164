/** Whether weekly digests that are on can be sent, and the latest were. Pure. */
import type { Config } from '../config.ts';
import { type DigestPlan, type StoredDelivery, WEBHOOK } from '../store/digests.ts';
import { type Finding, ok, warning, wrong } from './finding.ts';

export interface ExaminedDigest {
  readonly site: string;
  readonly plan: DigestPlan;
  readonly deliveries: readonly StoredDelivery[];
  /** Ids of those who may get it. */
  readonly readers: readonly string[];
}

const failures = ({ site, deliveries }: ExaminedDigest): Finding[] =>
  deliveries
    .filter(({ state, fault }) => state === 'failed' && fault !== 'gone')
    .map(({ receiver, fault, status }) =>
      wrong(
        `the last weekly digest of ${site} did not reach ${receiver === WEBHOOK ? 'its webhook' : 'one of its people'}: ${fault}${status === null ? '' : ` ${status}`}`,
        'mend it, and send one to see in the settings of the site; `holloway digest <site> --send` sends it to everybody',
      ),
    );

function examineOne(digest: ExaminedDigest, { mail, url }: Pick<Config, 'mail' | 'url'>): readonly Finding[] {
  const { site, plan, readers } = digest;
  const people = plan.people.filter((person) => readers.includes(person));
  if (people.length === 0 && plan.webhook === null)
    return [
      warning(
        `the weekly digest of ${site} is on, and goes to nobody`,
        'choose people or a webhook, or switch it off',
      ),
    ];
  const found = [
    ...(people.length > 0 && mail === null
      ? [
          wrong(
            `the weekly digest of ${site} is to go by mail, and no mail server is set up`,
            'set HOLLOWAY_SMTP_URL and HOLLOWAY_MAIL_FROM',
          ),
        ]
      : []),
    ...(people.length < plan.people.length
      ? [
          warning(
            `the weekly digest of ${site} is to go to somebody who is gone, or may not read the site any more`,
            'save its settings again, without them',
          ),
        ]
      : []),
    ...(url === null
      ? [
          warning(
            `the weekly digest of ${site} has no link to the dashboard`,
            'set HOLLOWAY_URL to the origin that browsers use',
          ),
        ]
      : []),
    ...failures(digest),
  ];
  return found.length > 0 ? found : [ok(`the weekly digest of ${site} can be sent`)];
}

/** @param digests Of each site of which one was set. Those that are off are left out. */
export const examineDigests = (
  digests: readonly ExaminedDigest[],
  config: Pick<Config, 'mail' | 'url'>,
): readonly Finding[] =>
  digests.filter(({ plan }) => plan.on).flatMap((digest) => examineOne(digest, config));
