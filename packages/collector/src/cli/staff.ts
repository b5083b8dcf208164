/** `holloway user add` and `holloway key add` */
import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { AccessError, type Permission } from '../access/access.ts';
import { openAccounts } from '../collector.ts';
import { readConfig } from '../config.ts';
import { CommandError, type Terminal } from './terminal.ts';
import { siteNamed, withCore } from './with-core.ts';

const LOCAL_URL = 'http://127.0.0.1';
/** A command fails with the error itself. */
const reportNothing = (): void => undefined;

/** Accounts of a data folder; sites are checked against it first. */
async function withAccounts(
  dataFolder: string,
  sites: readonly string[],
  work: (accounts: Awaited<ReturnType<typeof openAccounts>>) => Promise<void>,
): Promise<void> {
  await withCore(dataFolder, async (core) => {
    for (const id of sites) await siteNamed(core, id);
  });
  const accounts = await openAccounts(dataFolder, readConfig(process.env).url ?? LOCAL_URL, reportNothing);
  try {
    await work(accounts);
  } catch (error) {
    throw error instanceof AccessError ? new CommandError(error.message, { cause: error }) : error;
  } finally {
    accounts.close();
  }
}

/** Typed or piped in; made up where standard input is a terminal or empty. */
async function passwordFrom(stdin: NodeJS.ReadStream): Promise<{ password: string; made: boolean }> {
  const given = stdin.isTTY ? '' : (await text(stdin)).trim();
  return given === ''
    ? { password: randomBytes(12).toString('base64url'), made: true }
    : { password: given, made: false };
}

export async function userAdd(
  dataFolder: string,
  email: string,
  { name, role, site }: { readonly name?: string; readonly role: string; readonly site: readonly string[] },
  { out }: Terminal,
): Promise<void> {
  if (role !== 'owner' && role !== 'merchandiser')
    throw new CommandError('role must be owner or merchandiser');
  const { password, made } = await passwordFrom(process.stdin);
  await withAccounts(dataFolder, site, async (accounts) => {
    await accounts.addUser({ email, password, role, sites: site, ...(name === undefined ? {} : { name }) });
    out(made ? `Added. Password, shown once: ${password}` : 'Added.');
  });
}

const PERMISSIONS: readonly Permission[] = ['read', 'import'];

export async function keyAdd(
  dataFolder: string,
  name: string,
  { site, permission }: { readonly site: readonly string[]; readonly permission: readonly string[] },
  { out }: Terminal,
): Promise<void> {
  const permissions = PERMISSIONS.filter((known) => permission.includes(known));
  if (permissions.length === 0 || permissions.length !== new Set(permission).size) {
    throw new CommandError('permission must be read or import, and be given at least once');
  }
  await withAccounts(dataFolder, site, async (accounts) => {
    out(await accounts.addKey({ name, permissions, sites: site.length === 0 ? 'all' : site }));
  });
}
