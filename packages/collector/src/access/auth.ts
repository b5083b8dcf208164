/**
 * How better-auth is set up: accounts and sessions in a SQLite file of their own, nothing of a request kept.
 * Does not decide who may see what (grant), nor what of it is reachable (gateway).
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { genericOAuth, twoFactor } from 'better-auth/plugins';
import Database from 'better-sqlite3';
import { makePrivate } from '../store/write-once.ts';
import { createDiskTrouble, type DiskTrouble } from './disk-trouble.ts';
import { AccessError } from './errors.ts';
import { originsOf } from './origins.ts';
import { keys, passkeys } from './plugins.ts';
import { type SingleSignOn, singleSignOn } from './single-sign-on.ts';

export interface AuthDeps {
  /** The database file; made when missing. */
  readonly file: string;
  /** Where the collector is reached, such as `https://analytics.shop.example`. */
  readonly baseUrl: string;
  /** Where links lead, asked when one is made. Default: `baseUrl`. */
  readonly linksTo?: () => string;
  /** Signs session cookies, and encrypts what authenticator apps are checked by. */
  readonly secret: string;
  /** Origins beside that of `baseUrl` from which people sign in. */
  readonly trustedOrigins?: readonly string[];
  /** Without one, people sign in here alone. */
  readonly singleSignOn?: SingleSignOn;
  /** Told of failures that are not the caller's, such as a database that cannot be written. */
  onError?(error: unknown): void;
  /** Told who set a password by a link. */
  onPasswordReset?(user: { readonly id: string; readonly email: string }): void;
}

/** Carries the stand-in for an address, by which sign-ins are limited. Set here; whatever a caller sends is dropped. */
export const NETWORK_HEADER = 'x-holloway-network';
export const BASE_PATH = '/api/auth';
export const PASSWORD_LENGTH = { min: 12, max: 128 } as const;
/** How long a link that lets somebody set a password is good for. */
export const LINK_HOURS = 72;

const HOUR_SECONDS = 60 * 60;
const SESSION_SECONDS = 7 * 24 * HOUR_SECONDS;
export function openDatabase(file: string): Database.Database {
  // SQLite gives its journal the mode of the database, so this holds for all of them.
  makePrivate(file);
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  // Who was removed stays removed, also when the power goes.
  database.pragma('synchronous = FULL');
  database.pragma('secure_delete = ON');
  database.pragma('foreign_keys = ON');
  database.pragma('busy_timeout = 5000');
  return database;
}

/**
 * @param onLink Told of each token for setting a password, which better-auth would have sent by e-mail.
 * @param notice Told of everything that better-auth would log.
 */
const optionsFor = (
  deps: AuthDeps,
  database: Database.Database,
  onLink: (token: string) => void,
  notice: DiskTrouble['notice'],
) =>
  ({
    appName: 'Holloway',
    baseURL: deps.baseUrl,
    basePath: BASE_PATH,
    secret: deps.secret,
    database,
    trustedOrigins: originsOf(deps.baseUrl, deps.trustedOrigins ?? []),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
      resetPasswordTokenExpiresIn: LINK_HOURS * HOUR_SECONDS,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ token }) => onLink(token),
      onPasswordReset: async ({ user }) => deps.onPasswordReset?.(user),
    },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        sites: { type: 'string[]', required: true, input: false },
      },
    },
    session: { expiresIn: SESSION_SECONDS },
    // A thief of the file finds no link that still works.
    verification: { storeIdentifier: 'hashed' },
    account: {
      // In the browser, so that nobody who is not signed in can fill the database.
      storeStateStrategy: 'cookie',
      updateAccountOnSignIn: false,
      accountLinking: { enabled: true, requireLocalEmailVerified: true },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => ({ data: { ...session, ipAddress: null, userAgent: null } }),
        },
      },
      account: {
        create: {
          // Whoever vouched for somebody is asked nothing later.
          before: async (account) => ({
            data: { ...account, accessToken: null, refreshToken: null, idToken: null },
          }),
        },
      },
    },
    rateLimit: {
      // In memory; by default it is on in production alone.
      enabled: true,
      storage: 'memory',
      customRules: {
        '/sign-in/email': { window: 60, max: 20 },
        '/sign-in/social': { window: 60, max: 20 },
        '/change-password': { window: 60, max: 20 },
        '/reset-password': { window: 60, max: 20 },
        '/two-factor/*': { window: 60, max: 20 },
        '/passkey/*': { window: 60, max: 40 },
        // Asked with every load of the dashboard, of which whoever keeps it open makes many, and nothing to guess at. What is
        // counted is forgotten after a pause of the window alone.
        '/get-session': { window: 1, max: 100 },
      },
    },
    advanced: {
      cookiePrefix: 'holloway',
      useSecureCookies: deps.baseUrl.startsWith('https:'),
      // The dashboard comes from the same origin; no link from elsewhere needs the cookie.
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict' },
      // Whoever vouches for somebody sends them back by such a link; it lasts ten minutes and opens nothing by itself.
      cookies: { oauth_state: { attributes: { sameSite: 'lax' } } },
      // Said outright, because better-auth turns the checks off where NODE_ENV says test.
      disableCSRFCheck: false,
      disableOriginCheck: false,
      ipAddress: { ipAddressHeaders: [NETWORK_HEADER], ipv6Subnet: 128 },
    },
    plugins: [
      keys(),
      twoFactor({ issuer: 'Holloway' }),
      passkeys(deps.baseUrl),
      genericOAuth({ config: deps.singleSignOn === undefined ? [] : [singleSignOn(deps.singleSignOn)] }),
    ],
    telemetry: { enabled: false },
    // Its messages repeat origins and URLs of requests.
    logger: { level: 'error', log: (_level, ...met) => void notice(...met) },
    // Of what is no refusal it would print the whole, and answer without saying when to come back.
    onAPIError: { throw: true },
  }) satisfies BetterAuthOptions;

/** Opens the database, brings its tables up to date, and sets up better-auth on them. */
export async function openAuth(deps: AuthDeps) {
  const database = openDatabase(deps.file);
  const trouble = createDiskTrouble();
  const asking = new AsyncLocalStorage<(token: string) => void>();
  const options = optionsFor(deps, database, (token) => asking.getStore()?.(token), trouble.notice);
  const { runMigrations } = await getMigrations(options);
  await runMigrations();
  const auth = betterAuth(options);
  const context = await auth.$context;
  return {
    auth,
    linksTo: deps.linksTo ?? (() => deps.baseUrl),
    heed: trouble.heed,
    /** Whether people sign in from this origin. */
    isTrusted: (origin: string): boolean => context.isTrustedOrigin(origin, { allowRelativePaths: false }),
    /** A token with which somebody sets their password, once, within LINK_HOURS. */
    async makeToken(email: string): Promise<string> {
      const tokens: string[] = [];
      await asking.run(
        (token) => void tokens.push(token),
        () => auth.api.requestPasswordReset({ body: { email } }),
      );
      const [token] = tokens;
      if (token === undefined) throw new AccessError('unknown_user');
      return token;
    },
    /** What was taken away stays in no copy of its pages. */
    truncateLog: () => void database.pragma('wal_checkpoint(TRUNCATE)'),
    close: () => database.close(),
  };
}

export type OpenAuth = Awaited<ReturnType<typeof openAuth>>;
export type Auth = OpenAuth['auth'];
