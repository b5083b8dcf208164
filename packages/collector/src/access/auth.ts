/**
 * How better-auth is set up: accounts and sessions in a SQLite file of their own, nothing of a request kept.
 * Does not decide who may see what (grant).
 */
import { closeSync, openSync } from 'node:fs';
import { apiKey } from '@better-auth/api-key';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { isAPIError } from 'better-auth/api';
import { getMigrations } from 'better-auth/db/migration';
import Database from 'better-sqlite3';

export interface AuthDeps {
  /** The database file; made when missing. */
  readonly file: string;
  /** Where the collector is reached, such as `https://analytics.shop.example`. */
  readonly baseUrl: string;
  /** Signs session cookies. */
  readonly secret: string;
  /** Origins beside that of `baseUrl` from which people sign in. */
  readonly trustedOrigins?: readonly string[];
  /** Told of failures that are not the caller's, such as a database that cannot be written. */
  onError?(error: unknown): void;
}

/** Carries the stand-in for an address, by which sign-ins are limited. Set here; whatever a caller sends is dropped. */
export const NETWORK_HEADER = 'x-holloway-network';
export const BASE_PATH = '/api/auth';
export const PASSWORD_LENGTH = { min: 12, max: 128 } as const;
export const KEY_PREFIX = 'hw_';
export const MAX_KEY_NAME_LENGTH = 64;

const SESSION_SECONDS = 7 * 24 * 60 * 60;
const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];
/** Listening everywhere: reached by any name of the machine, of which only these are known. */
const WILDCARD_NAMES = ['0.0.0.0', '[::]'];

/** Whoever starts the demo opens any name of the loopback address; port 0 is chosen after this. */
function originsOf(baseUrl: string, more: readonly string[]): string[] {
  const { protocol, hostname, port, origin } = new URL(baseUrl);
  const local = LOOPBACK_NAMES.includes(hostname) || WILDCARD_NAMES.includes(hostname);
  if (!local) return [origin, ...more];
  const suffix = port === '' ? '' : `:${port === '0' ? '*' : port}`;
  return [...LOOPBACK_NAMES.map((name) => `${protocol}//${name}${suffix}`), ...more];
}

function openDatabase(file: string): Database.Database {
  // SQLite gives its journal the mode of the database, so this holds for all of them.
  closeSync(openSync(file, 'a', 0o600));
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('secure_delete = ON');
  database.pragma('foreign_keys = ON');
  database.pragma('busy_timeout = 5000');
  return database;
}

const optionsFor = (deps: AuthDeps, database: Database.Database) =>
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
    },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        sites: { type: 'string[]', required: true, input: false },
      },
    },
    session: { expiresIn: SESSION_SECONDS },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => ({ data: { ...session, ipAddress: null, userAgent: null } }),
        },
      },
    },
    rateLimit: {
      // In memory; by default it is on in production alone.
      enabled: true,
      storage: 'memory',
      customRules: {
        '/sign-in/email': { window: 60, max: 20 },
        '/change-password': { window: 60, max: 20 },
      },
    },
    advanced: {
      cookiePrefix: 'holloway',
      useSecureCookies: deps.baseUrl.startsWith('https:'),
      // The dashboard comes from the same origin; no link from elsewhere needs the cookie.
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict' },
      // Said outright, because better-auth turns the checks off where NODE_ENV says test.
      disableCSRFCheck: false,
      disableOriginCheck: false,
      ipAddress: { ipAddressHeaders: [NETWORK_HEADER], ipv6Subnet: 128 },
    },
    plugins: [
      apiKey({
        defaultPrefix: KEY_PREFIX,
        maximumNameLength: MAX_KEY_NAME_LENGTH,
        enableMetadata: true,
        // Keys are 64 random letters, not to be guessed; how often one is used is not limited here.
        rateLimit: { enabled: false },
      }),
    ],
    telemetry: { enabled: false },
    // Its messages repeat origins and URLs of requests.
    logger: { disabled: true },
    onAPIError: {
      onError: (error) => {
        if (!isAPIError(error)) deps.onError?.(error);
      },
    },
  }) satisfies BetterAuthOptions;

/** Opens the database, brings its tables up to date, and sets up better-auth on them. */
export async function openAuth(deps: AuthDeps) {
  const database = openDatabase(deps.file);
  const options = optionsFor(deps, database);
  const { runMigrations } = await getMigrations(options);
  await runMigrations();
  return { auth: betterAuth(options), close: () => database.close() };
}

export type Auth = Awaited<ReturnType<typeof openAuth>>['auth'];
