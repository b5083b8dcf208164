/**
 * Links that show one view of one site to whoever has them: keys of better-auth of a kind of their own, which open nothing
 * else. What they show is fixed when they are made; they hold as long as their maker may read the site.
 */
import { type DaysShown, type NewView, WORKSPACE_LIMITS } from '@holloway/protocol';
import type { Where } from 'better-auth';
import * as v from 'valibot';
import { MAX_LISTED, userWithId } from './accounts.ts';
import type { Auth } from './auth.ts';
import type { Caller } from './caller.ts';
import { AccessError } from './errors.ts';
import { grantOfUser, judge } from './grant.ts';

/** Whose they are, with the id of their site: not those of programs, so that neither is ever taken for the other. */
const OWNER = 'share:';
const PREFIX = 'hws_';
const SHAPE = new RegExp(`^${PREFIX}[A-Za-z]{64}$`);
const SECONDS_PER_DAY = 24 * 60 * 60;

/** What a link shows, to whom it may be shown. */
export interface ShareGrant {
  readonly site: string;
  readonly view: NewView;
  /** The only days; `null` for all. */
  readonly days: DaysShown | null;
  /** ISO 8601. */
  readonly expires: string;
}

export interface ShareRecord extends ShareGrant {
  readonly id: string;
  readonly name: string;
  /** The id of the account that made it. */
  readonly author: string;
  /** The day in UTC; `null` where it never was. */
  readonly lastUsed: string | null;
}

export interface ShareRequest extends Omit<ShareGrant, 'expires'> {
  /** 1 to 64 characters. */
  readonly name: string;
  readonly author: string;
  /** 1 to 90. */
  readonly expiresIn: number;
}

const METADATA = v.object({
  site: v.string(),
  author: v.string(),
  view: v.object({ name: v.string(), address: v.string() }),
  days: v.nullable(v.object({ from: v.string(), to: v.string() })),
});
const ROW = v.object({
  id: v.string(),
  name: v.string(),
  metadata: v.union([METADATA, v.pipe(v.string(), v.parseJson(), METADATA)]),
  expiresAt: v.date(),
  lastRequest: v.nullable(v.date()),
});

/** `null` for a row that is no link. */
function recordOf(row: unknown): ShareRecord | null {
  const parsed = v.safeParse(ROW, row);
  if (!parsed.success) return null;
  const { id, name, metadata, expiresAt, lastRequest } = parsed.output;
  return {
    id,
    name,
    ...metadata,
    expires: expiresAt.toISOString(),
    lastUsed: lastRequest?.toISOString().slice(0, 10) ?? null,
  };
}

async function sharesWhere(auth: Auth, where: readonly Where[]): Promise<ShareRecord[]> {
  const { adapter } = await auth.$context;
  const rows = await adapter.findMany({
    model: 'apikey',
    where: [...where],
    sortBy: { field: 'name', direction: 'asc' },
    limit: MAX_LISTED,
  });
  return rows.map(recordOf).filter((record) => record !== null);
}

const ofSite = (site: string): Where => ({ field: 'referenceId', value: `${OWNER}${site}` });
const OF_ALL_SITES: Where = { field: 'referenceId', operator: 'starts_with', value: OWNER };

/** Those of a site that still work, by name. */
export async function listShares(auth: Auth, site: string, nowMs: number): Promise<ShareRecord[]> {
  const shares = await sharesWhere(auth, [ofSite(site)]);
  return shares.filter(({ expires }) => Date.parse(expires) > nowMs);
}

/** @returns The token, which cannot be had again. */
export async function addShare(
  auth: Auth,
  { name, expiresIn, ...metadata }: ShareRequest,
  nowMs: number,
): Promise<{ readonly token: string; readonly share: ShareRecord }> {
  const { shareName, shareDays, shares: atMost } = WORKSPACE_LIMITS;
  if (name.length < 1 || name.length > shareName) throw new AccessError('name_length');
  if (!(Number.isInteger(expiresIn) && expiresIn >= 1 && expiresIn <= shareDays))
    throw new AccessError('share_days');
  if ((await listShares(auth, metadata.site, nowMs)).length >= atMost) throw new AccessError('share_room');
  const { key: token, id } = await auth.api.createApiKey({
    body: {
      userId: `${OWNER}${metadata.site}`,
      name,
      prefix: PREFIX,
      permissions: { shared: ['read'] },
      metadata,
      expiresIn: expiresIn * SECONDS_PER_DAY,
    },
  });
  const [share] = await sharesWhere(auth, [{ field: 'id', value: id }]);
  if (share === undefined) throw new Error('the link that was just made is not there');
  return { token, share };
}

async function mayStillRead(auth: Auth, { author, site }: ShareRecord): Promise<boolean> {
  try {
    const { role, sites } = await userWithId(auth, author);
    return judge(grantOfUser(role, sites), site, 'read') === 'granted';
  } catch (error) {
    if (error instanceof AccessError) return false; // the account is gone
    throw error;
  }
}

/** What a token opens; `null` when it is unknown, revoked, past its time, or its maker may not read the site any more. */
export async function callerOfShare(auth: Auth, token: string): Promise<Caller | null> {
  if (!SHAPE.test(token)) return null;
  const { valid, key: stored } = await auth.api.verifyApiKey({ body: { key: token } });
  const share = valid ? recordOf(stored) : null;
  if (share === null || stored?.referenceId !== `${OWNER}${share.site}`) return null;
  if (!(await mayStillRead(auth, share))) return null;
  const { id, name, site, view, days, expires } = share;
  return {
    kind: 'share',
    id,
    name,
    grant: { permissions: ['read'], sites: [site] },
    share: { site, view, days, expires },
  };
}

async function remove(auth: Auth, shares: readonly ShareRecord[]): Promise<void> {
  const { adapter } = await auth.$context;
  for (const { id } of shares) await adapter.delete({ model: 'apikey', where: [{ field: 'id', value: id }] });
}

/** Of a site: all, or one. @returns How many there were. */
export async function removeShares(auth: Auth, site: string, id?: string): Promise<number> {
  const shares = (await sharesWhere(auth, [ofSite(site)])).filter(
    (share) => id === undefined || share.id === id,
  );
  await remove(auth, shares);
  return shares.length;
}

/** Of all sites: what somebody made, or what no longer opens anything. */
export async function removeSharesThat(auth: Auth, isOver: (share: ShareRecord) => boolean): Promise<void> {
  await remove(auth, (await sharesWhere(auth, [OF_ALL_SITES])).filter(isOver));
}
