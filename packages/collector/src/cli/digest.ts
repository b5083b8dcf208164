/** `holloway digest`: the last whole week as its letter says it, and sent where that is asked for. */
import { randomUUID } from 'node:crypto';
import { openAccounts } from '../collector.ts';
import type { Config } from '../config.ts';
import type { Core } from '../core.ts';
import { gatherDigest } from '../digest/gather.ts';
import { createDigestJob, lastWeekOf } from '../digest/job.ts';
import { letterOf } from '../digest/letter.ts';
import type { Fault } from '../digest/send.ts';
import { DEFAULT_PLAN } from '../digest/show-digest.ts';
import { webhookFrom } from '../digest/webhook-from.ts';
import { createSmtpMailer } from '../mail/smtp.ts';
import { type DigestPlan, WEBHOOK } from '../store/digests.ts';
import type { SiteRecord } from '../store/store.ts';
import { CommandError, type Terminal } from './terminal.ts';
import { SYSTEM_CLOCK, siteNamed, withCore } from './with-core.ts';

export interface DigestOptions {
  readonly json?: boolean;
  readonly send?: boolean;
}

const wordsOf = (fault: Fault | null): string =>
  fault === null ? 'sent' : fault.status === null ? fault.fault : `${fault.fault} ${fault.status}`;

/** Of each outcome how many people; addresses are not for whoever reads the output of a schedule. */
function outcomes(went: ReadonlyMap<string, Fault | null>): string[] {
  const people = [...went].filter(([receiver]) => receiver !== WEBHOOK).map(([, fault]) => wordsOf(fault));
  const webhook = went.get(WEBHOOK);
  return [
    ...[...new Set(people)].map(
      (words) => `people: ${people.filter((each) => each === words).length} ${words}`,
    ),
    ...(webhook === undefined ? [] : [`webhook: ${wordsOf(webhook)}`]),
  ];
}

async function sendTo(
  core: Core,
  config: Config,
  site: SiteRecord,
  plan: DigestPlan,
): Promise<ReadonlyMap<string, Fault | null>> {
  const accounts = await openAccounts(config.dataFolder, config.url ?? 'http://127.0.0.1', () => undefined);
  try {
    const job = createDigestJob({
      ...core,
      people: accounts.people,
      compose: (of, order) => gatherDigest(of, order, core),
      mailer: config.mail === null ? null : createSmtpMailer(config.mail),
      post: webhookFrom(config, SYSTEM_CLOCK),
      url: config.url,
      clock: SYSTEM_CLOCK,
      newId: randomUUID,
      // What goes wrong is in the answer.
      report: () => undefined,
      warn: () => undefined,
    });
    return await job.sendNow(site, plan);
  } finally {
    accounts.close();
  }
}

/** @throws CommandError where it was to be sent, and there is nobody to get it, or it did not reach everybody. */
export async function digest(
  config: Config,
  id: string,
  { json = false, send = false }: DigestOptions,
  { out }: Terminal,
): Promise<void> {
  await withCore(config.dataFolder, async (core) => {
    const site = await siteNamed(core, id);
    const plan = (await core.store.digest(site.id))?.plan ?? DEFAULT_PLAN;
    const order = { language: plan.language, url: config.url, week: lastWeekOf(site, SYSTEM_CLOCK.now()) };
    const made = await gatherDigest(site, order, core);
    if (json) out(JSON.stringify(made, null, 2));
    else {
      const { subject, text } = letterOf(made);
      out(`${subject}\n\n${text}`);
    }
    if (!send) return;
    if (plan.people.length === 0 && plan.webhook === null)
      throw new CommandError('nobody is to get it: choose people or a webhook in the settings of the site');
    const went = await sendTo(core, config, site, plan);
    for (const line of outcomes(went)) out(line);
    const failed = [...went.values()].filter((fault) => fault !== null).length;
    if (failed > 0) throw new CommandError(`it did not reach ${failed} of ${went.size}`);
  });
}
