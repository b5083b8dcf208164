/**
 * Keys for programs: what they may do, where, and until when. Leaves their making, hashing and checking to better-auth.
 * The key itself is shown once; the database holds a hash of it.
 */
import type { Key, KeyPermission, NewKey } from '@holloway/protocol';
import * as v from 'valibot';
import { MAX_LISTED } from './accounts.ts';
import type { Auth } from './auth.ts';
import type { Caller } from './caller.ts';
import { AccessError } from './errors.ts';
import type { Grant } from './grant.ts';
import { KEY_PREFIX, MAX_KEY_DAYS, MAX_KEY_NAME_LENGTH } from './plugins.ts';

/** Keys belong to the collector, not to the person who made them: they outlive accounts. */
const OWNER = 'collector';
const SHAPE = new RegExp(`^${KEY_PREFIX}[A-Za-z]{64}$`);
const SECONDS_PER_DAY = 24 * 60 * 60;

/** As better-auth writes them: a resource and what may be done with it. */
const STATEMENTS = {
  read: { report: ['read'] },
  import: { import: ['write'] },
  metrics: { metrics: ['read'] },
} as const satisfies { readonly [permission in KeyPermission]: object };

const STORED = v.object({
  permissions: v.object({
    report: v.optional(v.array(v.string()), []),
    import: v.optional(v.array(v.string()), []),
    metrics: v.optional(v.array(v.string()), []),
  }),
  metadata: v.object({ sites: v.union([v.literal('all'), v.array(v.string())]) }),
});

interface KeyGrant extends Grant {
  readonly permissions: readonly KeyPermission[];
}

/** `null` for a key that says nothing about permissions and sites: it may do nothing. */
function grantOf(stored: unknown): KeyGrant | null {
  const parsed = v.safeParse(STORED, stored);
  if (!parsed.success) return null;
  const { permissions, metadata } = parsed.output;
  const held: KeyPermission[] = [];
  if (permissions.report.includes('read')) held.push('read');
  if (permissions.import.includes('write')) held.push('import');
  if (permissions.metrics.includes('read')) held.push('metrics');
  return { permissions: held, sites: metadata.sites };
}

/** @returns The key, which cannot be had again. */
export async function addKey(auth: Auth, { name, permissions, sites, days }: NewKey): Promise<string> {
  if (name.length < 1 || name.length > MAX_KEY_NAME_LENGTH) throw new AccessError('name_length');
  if (permissions.length === 0) throw new AccessError('key_permissions');
  if (days !== undefined && !(Number.isInteger(days) && days >= 1 && days <= MAX_KEY_DAYS))
    throw new AccessError('key_days');
  const statements: Record<string, string[]> = {};
  for (const permission of permissions) {
    for (const [resource, actions] of Object.entries(STATEMENTS[permission]))
      statements[resource] = [...actions];
  }
  const { key } = await auth.api.createApiKey({
    body: {
      userId: OWNER,
      name,
      permissions: statements,
      metadata: { sites },
      ...(days === undefined ? {} : { expiresIn: days * SECONDS_PER_DAY }),
    },
  });
  return key;
}

/** Whose key it is; `null` when it is unknown, revoked or past its time. */
export async function callerOfKey(auth: Auth, key: string): Promise<Caller | null> {
  if (!SHAPE.test(key)) return null;
  const { valid, key: stored } = await auth.api.verifyApiKey({ body: { key } });
  const grant = valid ? grantOf(stored) : null;
  if (stored === null || grant === null) return null;
  return { kind: 'key', id: stored.id, name: stored.name ?? '', grant };
}

const ROW = v.object({
  id: v.string(),
  name: v.string(),
  start: v.string(),
  permissions: v.pipe(v.string(), v.parseJson()),
  metadata: v.unknown(),
  expiresAt: v.nullable(v.date()),
  lastRequest: v.nullable(v.date()),
});

/** By name. */
export async function listKeys(auth: Auth): Promise<Key[]> {
  const { adapter } = await auth.$context;
  const rows = await adapter.findMany({
    model: 'apikey',
    where: [{ field: 'referenceId', value: OWNER }],
    sortBy: { field: 'name', direction: 'asc' },
    limit: MAX_LISTED,
  });
  return rows.flatMap((row) => {
    const parsed = v.safeParse(ROW, row);
    const grant = parsed.success ? grantOf(parsed.output) : null;
    if (!parsed.success || grant === null) return [];
    const { id, name, start, expiresAt, lastRequest } = parsed.output;
    return [
      {
        id,
        name,
        start,
        ...grant,
        expires: expiresAt?.toISOString() ?? null,
        lastUsed: lastRequest?.toISOString().slice(0, 10) ?? null,
      },
    ];
  });
}

/** @returns Its name. */
export async function revokeKey(auth: Auth, id: string): Promise<string> {
  const { adapter } = await auth.$context;
  const where = [{ field: 'id', value: id }];
  const key = (await listKeys(auth)).find((each) => each.id === id);
  if (key === undefined) throw new AccessError('unknown_key');
  await adapter.delete({ model: 'apikey', where });
  return key.name;
}
