/**
 * Who may see what: accounts and sessions for people, keys for programs.
 * Leaves proving who somebody is to better-auth, and answering refusals to the routes.
 */
import { hash } from 'node:crypto';
import {
  addUser,
  listUsers,
  type NewUser,
  parseUser,
  removeUser,
  setPassword,
  type User,
} from './accounts.ts';
import { type AuthDeps, BASE_PATH, NETWORK_HEADER, openAuth } from './auth.ts';
import { type Grant, grantOfUser, judge, type Permission, type Sites, type Verdict } from './grant.ts';
import { addKey, grantOfKey, type Key, listKeys, type NewKey, revokeKey } from './keys.ts';

export { AccessError } from './errors.ts';
export type { Permission } from './grant.ts';
export { loadSecret } from './secret.ts';

export interface Access {
  /**
   * Answers `/api/auth/*`: signing in and out, asking for the session, changing one's password. Everything else is 404.
   * @param network Opaque key of the sender's network: sign-ins are limited to 20 a minute for each, in memory.
   * Without one, all senders share a limit.
   */
  handler(request: Request, network?: string): Promise<Response>;
  /** Asks by `Authorization: Bearer <key>` if there is one, else by session cookie. */
  allows(headers: Headers, site: string | null, permission: Permission): Promise<Verdict>;
  /** Which sites may be listed; `null` when nobody is signed in. */
  sites(headers: Headers): Promise<Sites | null>;
  addUser(user: NewUser): Promise<void>;
  setPassword(email: string, password: string): Promise<void>;
  removeUser(email: string): Promise<void>;
  listUsers(): Promise<User[]>;
  /** @returns The key, which is shown once and cannot be had again. */
  addKey(key: NewKey): Promise<string>;
  revokeKey(id: string): Promise<void>;
  listKeys(): Promise<Key[]>;
  close(): void;
}

/** What of better-auth is reachable. Its other routes (sign-up, keys, sessions of others) do not exist from outside. */
const ROUTES: ReadonlySet<string> = new Set([
  `POST ${BASE_PATH}/sign-in/email`,
  `POST ${BASE_PATH}/sign-out`,
  `POST ${BASE_PATH}/change-password`,
  `GET ${BASE_PATH}/get-session`,
]);

/** What it needs of a request. Addresses, user agent, referrer and the rest never reach it. */
const PASSED_ON = ['content-type', 'cookie', 'origin', 'sec-fetch-dest', 'sec-fetch-mode', 'sec-fetch-site'];

/** better-auth limits by address: this is one that stands for a network and leads back to none. */
function standIn(network: string): string {
  const digits = hash('sha256', network).slice(0, 30);
  return `fd${digits}`.replace(/(.{4})(?=.)/g, '$1:');
}

async function withoutSender(request: Request, network: string): Promise<Request> {
  const headers = new Headers({ [NETWORK_HEADER]: standIn(network) });
  for (const name of PASSED_ON) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const body = request.method === 'POST' ? await request.text() : '';
  return new Request(request.url, { method: request.method, headers, ...(body === '' ? {} : { body }) });
}

const notFound = (): Response =>
  Response.json(
    { type: 'about:blank', title: 'Not Found', status: 404 },
    { status: 404, headers: { 'content-type': 'application/problem+json' } },
  );

/** Opens the accounts in `deps.file`. Rejects when it cannot be opened or written. */
export async function openAccess(deps: AuthDeps): Promise<Access> {
  const { auth, close } = await openAuth(deps);

  async function grantOf(headers: Headers): Promise<Grant | null> {
    const authorization = headers.get('authorization');
    if (authorization !== null) {
      const key = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
      return key === undefined ? null : grantOfKey(auth, key);
    }
    const cookie = headers.get('cookie');
    if (cookie === null) return null;
    const session = await auth.api.getSession({ headers: new Headers({ cookie }) });
    const user = parseUser(session?.user);
    return user === null ? null : grantOfUser(user.role, user.sites);
  }

  return {
    async handler(request, network = '') {
      const route = `${request.method} ${new URL(request.url).pathname}`;
      return ROUTES.has(route) ? auth.handler(await withoutSender(request, network)) : notFound();
    },
    allows: async (headers, site, permission) => judge(await grantOf(headers), site, permission),
    sites: async (headers) => (await grantOf(headers))?.sites ?? null,
    addUser: (user) => addUser(auth, user),
    setPassword: (email, password) => setPassword(auth, email, password),
    removeUser: (email) => removeUser(auth, email),
    listUsers: () => listUsers(auth),
    addKey: (key) => addKey(auth, key),
    revokeKey: (id) => revokeKey(auth, id),
    listKeys: () => listKeys(auth),
    close,
  };
}
