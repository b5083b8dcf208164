/** `holloway user ...` and `holloway key ...` */

import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { KEY_PERMISSIONS, type KeyPermission, ROLES, type Role, type Sites } from '@holloway/protocol';
import { type Access, AccessError } from '../access/access.ts';
import { openAccounts } from '../collector.ts';
import { readConfig } from '../config.ts';
import { CommandError, type Terminal } from './terminal.ts';
import { siteNamed, withCore } from './with-core.ts';

/** A command fails with the error itself. */
const reportNothing = (): void => undefined;

/** Accounts of a data folder; sites are checked against it first. */
export async function withAccounts(
  dataFolder: string,
  sites: readonly string[],
  work: (accounts: Access) => Promise<void>,
): Promise<void> {
  await withCore(dataFolder, async (core) => {
    for (const id of sites) await siteNamed(core, id);
  });
  const { host, port, url } = readConfig(process.env);
  const address = url ?? `http://${host}:${port}`;
  const linksTo = (): string => {
    if (url === null && port === 0)
      throw new CommandError(
        'HOLLOWAY_URL must be set for a link: with PORT 0 it is not known where it leads',
      );
    return address;
  };
  const accounts = await openAccounts(dataFolder, address, reportNothing, { linksTo });
  try {
    await work(accounts);
  } catch (error) {
    throw error instanceof AccessError ? new CommandError(error.message, { cause: error }) : error;
  } finally {
    accounts.close();
  }
}

/** Whoever can run commands here is somebody whom no account stands for. */
const written = (accounts: Access, command: string, detail: string): void =>
  accounts.record({
    actor: { kind: 'console', id: '', name: '' },
    what: `holloway ${command}`,
    site: null,
    detail,
    result: 'granted',
  });

interface Scope {
  readonly site: readonly string[];
  readonly allSites?: boolean;
}

const sitesOf = ({ site, allSites = false }: Scope): Sites => (allSites ? 'all' : site);

function roleOf(role: string): Role {
  const known = ROLES.find((each) => each === role);
  if (known === undefined) throw new CommandError(`role must be one of ${ROLES.join(', ')}`);
  return known;
}

const readPassword = async (): Promise<string> => (await text(process.stdin)).trim();

interface UserOptions extends Scope {
  readonly name?: string;
  readonly role: string;
  readonly passwordStdin?: boolean;
}

export async function userAdd(
  dataFolder: string,
  email: string,
  { name, role, passwordStdin = false, ...scope }: UserOptions,
  { out }: Terminal,
): Promise<void> {
  const known = roleOf(role);
  const password = passwordStdin ? await readPassword() : randomBytes(12).toString('base64url');
  await withAccounts(dataFolder, scope.site, async (accounts) => {
    const more = name === undefined ? {} : { name };
    await accounts.addUser({ email, password, role: known, sites: sitesOf(scope), ...more });
    written(accounts, 'user add', `${email.toLowerCase()} ${known}`);
    out(passwordStdin ? 'Added.' : `Added. Password, shown once: ${password}`);
  });
}

interface UserChanges extends Scope {
  readonly name?: string;
  readonly role?: string;
  readonly passwordStdin?: boolean;
  readonly forgetSecondFactor?: boolean;
  readonly signOut?: boolean;
  readonly link?: boolean;
}

export async function userSet(
  dataFolder: string,
  email: string,
  changes: UserChanges,
  { out }: Terminal,
): Promise<void> {
  const { name, role, site, allSites = false, passwordStdin, forgetSecondFactor, signOut, link } = changes;
  const change = {
    ...(name === undefined ? {} : { name }),
    ...(role === undefined ? {} : { role: roleOf(role) }),
    ...(site.length > 0 || allSites ? { sites: sitesOf({ site, allSites }) } : {}),
  };
  const password = passwordStdin === true ? await readPassword() : null;
  await withAccounts(dataFolder, site, async (accounts) => {
    const { id } = await accounts.userNamed(email);
    if (Object.keys(change).length > 0) await accounts.changeUser(id, change);
    if (password !== null) await accounts.setPassword(email, password);
    if (forgetSecondFactor === true) await accounts.dropSecondFactor(id);
    if (signOut === true) await accounts.endSessions(id);
    written(accounts, 'user set', email.toLowerCase());
    out('Set.');
    if (link === true) {
      const { url, hours } = await accounts.makeLink(id);
      out(`To set a password, once, within ${hours} hours: ${url}`);
    }
  });
}

export const userRemove = (dataFolder: string, email: string, { out }: Terminal): Promise<void> =>
  withAccounts(dataFolder, [], async (accounts) => {
    const { id } = await accounts.userNamed(email);
    await accounts.removeUser(id);
    written(accounts, 'user remove', email.toLowerCase());
    out('Removed.');
  });

const inWords = (sites: Sites): string =>
  sites === 'all' ? 'all sites' : sites.length === 0 ? 'no site' : sites.join(', ');

export const userList = (dataFolder: string, { out }: Terminal): Promise<void> =>
  withAccounts(dataFolder, [], async (accounts) => {
    for (const { email, role, sites, status, secondFactor, passkeys } of await accounts.people()) {
      const also = [
        ...(status === 'invited' ? ['invited'] : []),
        ...(secondFactor ? ['authenticator app'] : []),
        ...(passkeys > 0 ? [`${passkeys} passkeys`] : []),
      ];
      out([email, role, inWords(sites), ...also].join('\t'));
    }
  });

interface KeyOptions extends Scope {
  readonly permission: readonly string[];
  readonly days?: string;
}

export async function keyAdd(
  dataFolder: string,
  name: string,
  { site, permission, days }: KeyOptions,
  { out }: Terminal,
): Promise<void> {
  const permissions: readonly KeyPermission[] = KEY_PERMISSIONS.filter((known) => permission.includes(known));
  if (permissions.length === 0 || permissions.length !== new Set(permission).size) {
    throw new CommandError(
      `permission must be one of ${KEY_PERMISSIONS.join(', ')}, and be given at least once`,
    );
  }
  await withAccounts(dataFolder, site, async (accounts) => {
    const sites = site.length === 0 ? 'all' : site;
    const until = days === undefined ? {} : { days: Number(days) };
    const key = await accounts.addKey({ name, permissions, sites, ...until });
    written(accounts, 'key add', `${name} ${permissions.join(' ')}`);
    out(key);
  });
}

export const keyList = (dataFolder: string, { out }: Terminal): Promise<void> =>
  withAccounts(dataFolder, [], async (accounts) => {
    for (const { id, name, start, permissions, sites, expires, lastUsed } of await accounts.listKeys()) {
      const until = expires === null ? 'does not expire' : `until ${expires.slice(0, 10)}`;
      const used = lastUsed === null ? 'never used' : `last used ${lastUsed}`;
      out([id, name, `${start}…`, permissions.join(', '), inWords(sites), until, used].join('\t'));
    }
  });

export const keyRevoke = (dataFolder: string, id: string, { out }: Terminal): Promise<void> =>
  withAccounts(dataFolder, [], async (accounts) => {
    written(accounts, 'key revoke', await accounts.revokeKey(id));
    out('Revoked.');
  });
