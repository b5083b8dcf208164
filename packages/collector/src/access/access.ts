/**
 * Who may see what: accounts and sessions for people, keys for programs, links to single views.
 * Leaves proving who somebody is to better-auth, and answering refusals to the routes.
 */
import type { Key, NewKey, PasswordLink, Person, User } from '@holloway/protocol';
import { problem } from '../problem.ts';
import { StoreUnavailableError } from '../store/store.ts';
import { troubleOf } from '../store/unusable.ts';
import { type AccessLog, type Entry, openAccessLog } from './access-log.ts';
import {
  addUser,
  type Change,
  changeUser,
  dropSecondFactor,
  listUsers,
  type NewPerson,
  type NewUser,
  parseUser,
  removeUser,
  setPassword,
  userWithEmail,
  userWithId,
} from './accounts.ts';
import { type AuthDeps, BASE_PATH, openAuth } from './auth.ts';
import type { Caller, PersonSession } from './caller.ts';
import { createFirstRun } from './first-run.ts';
import { type Forgotten, forgetSite } from './forget-site.ts';
import { createGateway } from './gateway.ts';
import { grantOfUser, judge } from './grant.ts';
import { invite, makeLink } from './invitation.ts';
import { addKey, callerOfKey, listKeys, revokeKey } from './keys.ts';
import { createLockout } from './lockout.ts';
import { createOverwrite } from './overwrite.ts';
import { listPeople } from './people.ts';
import { endSession, endSessions, listSessions, type Session } from './sessions.ts';
import {
  addShare,
  callerOfShare,
  listShares,
  removeShares,
  removeSharesThat,
  type ShareRecord,
  type ShareRequest,
} from './shares.ts';
import { forgetExpired } from './tokens.ts';

export type { AccessLog, Entry, LogQuery } from './access-log.ts';
export type { Change, NewPerson, NewUser } from './accounts.ts';
export { BASE_PATH } from './auth.ts';
export type { Caller } from './caller.ts';
export { AccessError } from './errors.ts';
export { GATES, type Gate } from './gates.ts';
export { grantOfUser, judge } from './grant.ts';
export { type Codes, createOverlayCodes, type Taken } from './overlay-codes.ts';
export { loadSecret } from './secret.ts';
export type { Session } from './sessions.ts';
export type { ShareRecord } from './shares.ts';

export interface AccessDeps extends Omit<AuthDeps, 'onPasswordReset'> {
  /** Where the code for the first account is kept while there is no account. */
  readonly setupFile: string;
  readonly clock: { now(): number };
  /** Told, in words, when the disk lets nothing be written into the log, and with `null` when it does again. */
  onTrouble?(trouble: string | null): void;
  /** Between two parts of long work: others get their turn. Default: not at all. */
  readonly rest?: () => Promise<void>;
}

/** How making the first account went. `wait`: so many seconds, after wrong codes. */
export type FirstAccount =
  | { readonly outcome: 'made' | 'closed' | 'wrong' }
  | { readonly outcome: 'wait'; readonly seconds: number };

/**
 * What concerns accounts and keys rejects with an AccessError where a rule is broken, and with a StoreUnavailableError where
 * the disk cannot be written.
 */
export interface Access {
  /**
   * Answers what GATES let through below `/api/auth`: signing in and out, and one's own password, codes and passkeys.
   * Everything else is 404.
   * @param network Opaque key of the sender's network: sign-ins are limited to 20 a minute for each, in memory.
   * Without one, all senders share a limit.
   */
  handler(request: Request, network?: string): Promise<Response>;
  /** By `Authorization: Bearer <key or token of a link>` if there is one, else by session cookie; `null` for nobody. */
  caller(headers: Headers): Promise<Caller | null>;
  /** Somebody by what they once asked in: `null` where they are signed out since, or may not read the site any more. */
  readerOf(session: PersonSession, site: string): Promise<Caller | null>;
  /** Whether the request comes from a page of the dashboard. Asked before a session changes anything. */
  fromDashboard(headers: Headers): boolean;
  /** How the single sign-on is called; `null` where there is none. */
  readonly singleSignOn: string | null;

  /** Makes the code for the first account where there is no account. @returns The file that holds it, else `null`. */
  openFirstRun(): Promise<string | null>;
  /** Whether there is no account yet. */
  isFirstRun(): Promise<boolean>;
  /** @param network As in `handler`. */
  makeFirstAccount(code: string, owner: Omit<NewUser, 'role'>, network: string): Promise<FirstAccount>;

  user(id: string): Promise<User>;
  userNamed(email: string): Promise<User>;
  /** By e-mail address. */
  people(): Promise<Person[]>;
  listUsers(): Promise<User[]>;
  addUser(user: NewUser): Promise<void>;
  invite(person: NewPerson): Promise<{ readonly user: User; readonly link: PasswordLink }>;
  /** Another link by which somebody sets a password. */
  makeLink(id: string): Promise<PasswordLink>;
  changeUser(id: string, change: Change): Promise<User>;
  /** Also signs them out everywhere. */
  setPassword(email: string, password: string): Promise<void>;
  dropSecondFactor(id: string): Promise<void>;
  /** Also signs them out everywhere, and revokes the links that they made. */
  removeUser(id: string): Promise<void>;

  /** Newest first. */
  sessions(userId: string): Promise<Session[]>;
  endSession(userId: string, id: string): Promise<void>;
  /** @param except The one that may go on. */
  endSessions(userId: string, except?: string): Promise<void>;

  /** @returns The key, which is shown once and cannot be had again. */
  addKey(key: NewKey): Promise<string>;
  /** By name. */
  listKeys(): Promise<Key[]>;
  /** @returns Its name. */
  revokeKey(id: string): Promise<string>;

  /** @returns The token of the link, and where it leads, which are shown once and cannot be had again. */
  addShare(
    share: ShareRequest,
  ): Promise<{ readonly token: string; readonly url: string; readonly share: ShareRecord }>;
  /** Those of a site that still work, by name. */
  listShares(site: string): Promise<ShareRecord[]>;
  /** Nothing where there is none. */
  revokeShare(site: string, id: string): Promise<void>;

  /** Takes a site that is erased out of what people and keys may see; what held for it alone is revoked. */
  forgetSite(slug: string): Promise<Forgotten>;

  /** Writes down what somebody did, at this minute. */
  record(entry: Entry): void;
  /** Newest first. */
  readonly readLog: AccessLog['read'];
  /** Newest first; nothing of an earlier site of the same name. */
  readonly readChanges: AccessLog['changes'];
  /**
   * Takes away what is over, sessions, links, and what the log has kept for twelve months; and overwrites what was deleted.
   * Never rejects.
   */
  tidy(): Promise<void>;
  close(): void;
}

/** One after another: what was looked at before a change still holds when it is made. */
function createQueue() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}

/** Opens the accounts in `deps.file`. Rejects when it cannot be opened or written. */
export async function openAccess(deps: AccessDeps): Promise<Access> {
  const { clock, setupFile } = deps;
  const log = openAccessLog(deps.file);
  let trouble: string | null = null;
  const tell = (now: string | null): void => {
    const isNews = (now === null) !== (trouble === null);
    trouble = now;
    if (isNews) deps.onTrouble?.(now);
  };
  const failed = (error: unknown): void => {
    const now = troubleOf(error);
    if (now === null) deps.onError?.(error);
    else tell(now);
  };
  /** Whoever asked is answered all the same. */
  const record = (entry: Entry): void => {
    try {
      log.write(entry, clock.now());
      tell(null);
    } catch (error) {
      failed(error);
    }
  };
  const recordOf = ({ id, email: name }: Pick<User, 'id' | 'email'>, what: string): void =>
    record({ actor: { kind: 'person', id, name }, what, site: null, detail: name, result: 'granted' });

  const opened = await openAuth({
    ...deps,
    onPasswordReset: (user) => recordOf(user, `POST ${BASE_PATH}/reset-password`),
  });
  const { auth, heed, isTrusted, close } = opened;
  const overwrite = createOverwrite({
    file: deps.file,
    truncateLog: opened.truncateLog,
    rest: deps.rest ?? (async () => undefined),
  });
  const lockout = createLockout();
  const firstRun = createFirstRun(setupFile);
  const queue = createQueue();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => queue(() => heed(work));

  const gateway = createGateway({
    auth,
    lockout,
    clock,
    onSignIn: (actor, what, result) => record({ actor, what, site: null, detail: '', result }),
  });

  async function personOf(cookie: string): Promise<Caller | null> {
    // Put off by get-session alone, whose answer brings the cookie along.
    const session = await auth.api.getSession({
      headers: new Headers({ cookie }),
      query: { disableRefresh: true },
    });
    const user = parseUser(session?.user);
    if (session === null || user === null) return null;
    const { id, email: name, role, sites } = user;
    return { kind: 'person', id, name, grant: grantOfUser(role, sites), session: session.session.id };
  }

  const isFirstRun = async (): Promise<boolean> => (await listUsers(auth)).length === 0;

  return {
    handler: (request, network = '') =>
      heed(() => gateway(request, network)).catch((error: unknown) => {
        if (error instanceof StoreUnavailableError) throw error;
        deps.onError?.(error);
        return problem('internal');
      }),
    async caller(headers) {
      const authorization = headers.get('authorization');
      if (authorization !== null) {
        const key = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
        if (key === undefined) return null;
        return heed(async () => (await callerOfKey(auth, key)) ?? (await callerOfShare(auth, key)));
      }
      const cookie = headers.get('cookie');
      return cookie === null ? null : personOf(cookie);
    },
    async readerOf({ author, session }, site) {
      const user = (await listUsers(auth)).find(({ id }) => id === author);
      const isSignedIn = (await listSessions(auth, author)).some(({ id }) => id === session);
      if (user === undefined || !isSignedIn) return null;
      const grant = grantOfUser(user.role, user.sites);
      if (judge(grant, site, 'read') !== 'granted') return null;
      return { kind: 'person', id: author, name: user.email, grant, session };
    },
    fromDashboard: (headers) => isTrusted(headers.get('origin') ?? ''),
    singleSignOn: deps.singleSignOn?.name ?? null,

    async openFirstRun() {
      if (!(await isFirstRun())) return null;
      firstRun.open();
      return setupFile;
    },
    isFirstRun,
    makeFirstAccount: (code, owner, network) =>
      inTurn(async () => {
        const attempt = lockout.begin(['first account', network], clock.now());
        if (attempt.wait > 0) return { outcome: 'wait', seconds: attempt.wait };
        if (!(await isFirstRun())) {
          firstRun.close();
          attempt.settle('void');
          return { outcome: 'closed' };
        }
        if (!firstRun.matches(code)) return { outcome: 'wrong' };
        attempt.settle('right');
        const made = await addUser(auth, { ...owner, role: 'owner' });
        firstRun.close();
        recordOf(made, 'POST /v1/setup');
        return { outcome: 'made' };
      }),

    user: (id) => userWithId(auth, id),
    userNamed: (email) => userWithEmail(auth, email),
    people: () => listPeople(auth, clock.now()),
    listUsers: () => listUsers(auth),
    addUser: (user) => inTurn(async () => void (await addUser(auth, user))),
    invite: (person) => inTurn(() => invite(opened, person)),
    makeLink: (id) => heed(async () => makeLink(opened, await userWithId(auth, id))),
    changeUser: (id, change) => inTurn(async () => changeUser(auth, await userWithId(auth, id), change)),
    setPassword: (email, password) =>
      heed(async () => setPassword(auth, await userWithEmail(auth, email), password)),
    dropSecondFactor: (id) => heed(async () => dropSecondFactor(auth, await userWithId(auth, id))),
    removeUser: (id) =>
      inTurn(async () => {
        await removeUser(auth, await userWithId(auth, id));
        await removeSharesThat(auth, ({ author }) => author === id);
      }),

    sessions: (userId) => listSessions(auth, userId),
    endSession: (userId, id) => heed(() => endSession(auth, userId, id)),
    endSessions: (userId, except) => heed(() => endSessions(auth, userId, except)),

    addKey: (key) => heed(() => addKey(auth, key)),
    listKeys: () => listKeys(auth),
    revokeKey: (id) => heed(() => revokeKey(auth, id)),
    addShare: (asked) =>
      inTurn(async () => {
        const address = opened.linksTo();
        const { token, share } = await addShare(auth, asked, clock.now());
        return { token, share, url: `${address}/#/shared/${token}` };
      }),
    listShares: (site) => listShares(auth, site, clock.now()),
    revokeShare: (site, id) => heed(async () => void (await removeShares(auth, site, id))),
    forgetSite: (slug) =>
      inTurn(async () => {
        const forgotten = await forgetSite(auth, slug);
        opened.truncateLog();
        return forgotten;
      }),

    record,
    readLog: log.read,
    readChanges: log.changes,
    async tidy() {
      try {
        log.trim(clock.now());
        await forgetExpired(auth, clock.now());
        await removeSharesThat(auth, ({ expires }) => Date.parse(expires) <= clock.now());
        await overwrite.run(clock.now());
      } catch (error) {
        failed(error);
      }
    },
    close() {
      overwrite.stop();
      log.close();
      close();
    },
  };
}
