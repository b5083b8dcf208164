/** `holloway doctor`: looks at an installation from all sides, and says what is not as it should be. Changes nothing. */
import { openAccounts } from '../collector.ts';
import type { Config } from '../config.ts';
import { isCurrent } from '../consent/is-current.ts';
import type { Core } from '../core.ts';
import { readersOf } from '../digest/readers.ts';
import { examineDigests } from '../doctor/digests.ts';
import { examineFiles } from '../doctor/files.ts';
import type { Finding } from '../doctor/finding.ts';
import { examineMail } from '../doctor/mail.ts';
import { examineServer } from '../doctor/server.ts';
import { examineSettings } from '../doctor/settings.ts';
import { type ExaminedSite, examineSites } from '../doctor/sites.ts';
import { examineStaff } from '../doctor/staff.ts';
import { createSmtpMailer } from '../mail/smtp.ts';
import { CommandError, type Terminal } from './terminal.ts';
import { SYSTEM_CLOCK, withCore } from './with-core.ts';

const MARKS = { ok: '  ok     ', warning: '  note   ', wrong: '  WRONG  ' } as const;

const isWrong = ({ level }: Finding): boolean => level === 'wrong';

async function sitesOf({ registry, store, publisher }: Core): Promise<ExaminedSite[]> {
  return Promise.all(
    (await registry.sites()).map(async (site) => ({
      site,
      openDays: await store.openDays(site.id),
      isCurrent: await isCurrent(publisher, site),
    })),
  );
}

async function digestsOf({ registry, store }: Core) {
  const found = await Promise.all(
    (await registry.sites()).map(async ({ id, slug }) => ({
      site: slug,
      digest: await store.digest(id),
      deliveries: await store.deliveries(id),
    })),
  );
  return found.flatMap(({ digest, ...rest }) => (digest === null ? [] : [{ ...rest, plan: digest.plan }]));
}

async function examineStore({ dataFolder, url, mail }: Config): Promise<readonly Finding[]> {
  const { sites, digests } = await withCore(dataFolder, async (core) => ({
    sites: examineSites(await sitesOf(core), SYSTEM_CLOCK.now()),
    digests: await digestsOf(core),
  }));
  // A failure is the command's own to tell.
  const accounts = await openAccounts(dataFolder, url ?? 'http://127.0.0.1', () => undefined);
  try {
    const people = await accounts.people();
    const staff = people.map(({ role, secondFactor, passkeys }) => ({
      role,
      hasSecondFactor: secondFactor || passkeys > 0,
    }));
    const readersAt = (site: string) => readersOf(people, site).map(({ id }) => id);
    return [
      ...sites,
      ...examineDigests(
        digests.map((digest) => ({ ...digest, readers: readersAt(digest.site) })),
        { mail, url },
      ),
      ...examineStaff(staff),
    ];
  } finally {
    accounts.close();
  }
}

/**
 * @param server Whether to ask the collector under its address too; it must run.
 * @throws CommandError where something is wrong, after everything was said.
 */
export async function doctor(
  config: Config,
  { server }: { readonly server: boolean },
  { out }: Terminal,
): Promise<void> {
  let found = 0;
  const say = (title: string, findings: readonly Finding[]): void => {
    out(title);
    for (const { level, says, mend } of findings) {
      out(`${MARKS[level]}${says}`);
      if (mend !== undefined) out(`           ${mend}`);
    }
    found += findings.filter(isWrong).length;
  };
  say('Settings', examineSettings(config));
  if (config.mail !== null) say('Mail', await examineMail(createSmtpMailer(config.mail)));
  const files = examineFiles(config.dataFolder);
  say('Data folder', files);
  // Opening what is damaged, or making what is not there, is not a look.
  if (files.every(({ level }) => level === 'ok')) say('Sites and staff', await examineStore(config));
  if (server) {
    say('Server', await examineServer(config.url ?? `http://${config.host}:${config.port}`, fetch));
  }
  if (found > 0) throw new CommandError(`${found} ${found === 1 ? 'thing is' : 'things are'} wrong`);
  out('Nothing is wrong.');
}
