/** Configuration from environment variables, checked once at start; a message names the variable and the rule. */
import * as v from 'valibot';

const integer = (min: number, max: number) =>
  v.pipe(
    v.string(),
    v.regex(/^\d+$/, 'must be a whole number'),
    v.transform(Number),
    v.minValue(min, `must be at least ${min}`),
    v.maxValue(max, `must be at most ${max}`),
  );

const SCHEMA = v.object({
  /** 0 lets the system choose. */
  PORT: v.optional(integer(0, 65_535), '8787'),
  HOST: v.optional(v.pipe(v.string(), v.nonEmpty('must not be empty')), '127.0.0.1'),
  /** Folder of the databases and secrets. */
  HOLLOWAY_DATA: v.optional(v.pipe(v.string(), v.nonEmpty('must not be empty')), 'var'),
  /** The address under which browsers reach the collector; default: host and port. */
  HOLLOWAY_URL: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^https?:\/\/[^/?#]+$/, 'must be an origin such as https://stats.example.com'),
    ),
  ),
  /** 1 where a proxy of yours sets X-Forwarded-For. */
  HOLLOWAY_TRUST_PROXY: v.optional(v.picklist(['0', '1'], 'must be 0 or 1'), '0'),
  /**
   * Set where a relay stands between visitors and the collector, to the secret that both know: it alone is then believed,
   * and listened to. Default: visitors come directly.
   */
  HOLLOWAY_RELAY_KEY: v.optional(
    v.pipe(v.string(), v.regex(/^[\x21-\x7e]{32,256}$/, 'must be 32 to 256 visible ASCII characters')),
  ),
  /** Batches a second from one truncated network, in the long run; 0 means no limit, also of what may be read. */
  HOLLOWAY_RATE_PER_NETWORK: v.optional(integer(0, 1_000_000), '20'),
  /** Batches a second for one site, in the long run; 0 means no limit. */
  HOLLOWAY_RATE_PER_SITE: v.optional(integer(0, 1_000_000), '2000'),
  /** Batches that a site may send in a day, at once or spread over it; 0 means no limit. */
  HOLLOWAY_BATCHES_PER_DAY: v.optional(integer(0, 1_000_000_000), '20000000'),
  /** Cells that a day of a site may have; what would make more is counted under (other). */
  HOLLOWAY_CELLS_PER_DAY: v.optional(integer(1_000, 1_000_000_000), '2000000'),
  /** `json`: a line of JSON an event, for machines. */
  HOLLOWAY_LOG: v.optional(v.picklist(['text', 'json'], 'must be text or json'), 'text'),
  /**
   * Where accounts of yours are kept that speak OpenID Connect, such as https://id.example.com/realms/shop: people who
   * were invited here sign in with theirs. Default: with a password or a passkey alone.
   */
  HOLLOWAY_OIDC_ISSUER: v.optional(
    v.pipe(
      v.string(),
      v.regex(
        /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?(\/|$))[^?#\s]*$/,
        'must be an address that begins with https://',
      ),
    ),
  ),
  /** What the collector is called there. */
  HOLLOWAY_OIDC_CLIENT_ID: v.optional(v.pipe(v.string(), v.nonEmpty('must not be empty'))),
  HOLLOWAY_OIDC_CLIENT_SECRET: v.optional(v.pipe(v.string(), v.nonEmpty('must not be empty'))),
  /** What the button says, such as the name of your firm. */
  HOLLOWAY_OIDC_NAME: v.optional(v.pipe(v.string(), v.nonEmpty('must not be empty')), 'Single sign-on'),
  /** A mail server of yours, with name and password where it asks for them. Default: nothing is sent. */
  HOLLOWAY_SMTP_URL: v.optional(
    v.pipe(
      v.string(),
      v.regex(
        /^smtps?:\/\/([^\s:@/?#]+:[^\s:@/?#]+@)?[^\s:@/?#]+(:\d{1,5})?$/,
        'must be an address such as smtps://name:password@mail.example.com, with other signs than letters and digits as %xx',
      ),
      v.check(
        (url) => URL.canParse(url),
        'must be an address such as smtps://name:password@mail.example.com',
      ),
    ),
  ),
  /** 1 where webhooks of digests may be in the networks around the collector, and on its machine. */
  HOLLOWAY_WEBHOOK_PRIVATE: v.optional(v.picklist(['0', '1'], 'must be 0 or 1'), '0'),
  /** Whom letters are from. */
  HOLLOWAY_MAIL_FROM: v.optional(
    v.pipe(
      v.string(),
      v.regex(
        /^([^\s<>@]+@[^\s<>@]+|[^<>@\r\n"]+ <[^\s<>@]+@[^\s<>@]+>)$/,
        'must be an address such as holloway@shop.example, or Holloway <holloway@shop.example>',
      ),
    ),
  ),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  readonly url: string | null;
  readonly trustProxy: boolean;
  /** `null` where visitors come directly. */
  readonly relayKey: string | null;
  readonly ratePerNetwork: number;
  readonly ratePerSite: number;
  readonly batchesPerDay: number;
  readonly cellsPerDay: number;
  readonly log: 'text' | 'json';
  /** `null` where people sign in here alone. */
  readonly singleSignOn: SingleSignOn | null;
  /** `null` where links are handed on by hand. */
  readonly mail: Mail | null;
  readonly webhookPrivate: boolean;
}

export interface Mail {
  readonly url: string;
  readonly from: string;
}

export interface SingleSignOn {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly code = 'config';
}

/** @throws ConfigError with a line for each variable that breaks its rule; values are never repeated. */
export function readConfig(env: { readonly [name: string]: string | undefined }): Config {
  const result = v.safeParse(SCHEMA, env);
  if (!result.success) {
    const lines = result.issues.map((issue) => `${issue.path?.[0]?.key ?? 'environment'} ${issue.message}`);
    throw new ConfigError(lines.join('\n'));
  }
  const set = result.output;
  return {
    port: set.PORT,
    host: set.HOST,
    dataFolder: set.HOLLOWAY_DATA,
    url: set.HOLLOWAY_URL ?? null,
    trustProxy: set.HOLLOWAY_TRUST_PROXY === '1',
    relayKey: set.HOLLOWAY_RELAY_KEY ?? null,
    ratePerNetwork: set.HOLLOWAY_RATE_PER_NETWORK,
    ratePerSite: set.HOLLOWAY_RATE_PER_SITE,
    batchesPerDay: set.HOLLOWAY_BATCHES_PER_DAY,
    cellsPerDay: set.HOLLOWAY_CELLS_PER_DAY,
    log: set.HOLLOWAY_LOG,
    singleSignOn: readSingleSignOn(set),
    mail: readMail(set),
    webhookPrivate: set.HOLLOWAY_WEBHOOK_PRIVATE === '1',
  };
}

/** All of it or none. */
function readSingleSignOn(set: v.InferOutput<typeof SCHEMA>): SingleSignOn | null {
  const {
    HOLLOWAY_OIDC_ISSUER: issuer,
    HOLLOWAY_OIDC_CLIENT_ID: clientId,
    HOLLOWAY_OIDC_CLIENT_SECRET: clientSecret,
    HOLLOWAY_OIDC_NAME: name,
  } = set;
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return null;
  const rule = 'must be set, for others of HOLLOWAY_OIDC_ are';
  if (issuer === undefined) throw new ConfigError(`HOLLOWAY_OIDC_ISSUER ${rule}`);
  if (clientId === undefined) throw new ConfigError(`HOLLOWAY_OIDC_CLIENT_ID ${rule}`);
  if (clientSecret === undefined) throw new ConfigError(`HOLLOWAY_OIDC_CLIENT_SECRET ${rule}`);
  return { issuer, clientId, clientSecret, name };
}

/** Both of it or none. */
function readMail(set: v.InferOutput<typeof SCHEMA>): Mail | null {
  const { HOLLOWAY_SMTP_URL: url, HOLLOWAY_MAIL_FROM: from } = set;
  if (url === undefined && from === undefined) return null;
  if (url === undefined) throw new ConfigError('HOLLOWAY_SMTP_URL must be set, for HOLLOWAY_MAIL_FROM is');
  if (from === undefined) throw new ConfigError('HOLLOWAY_MAIL_FROM must be set, for HOLLOWAY_SMTP_URL is');
  return { url, from };
}
