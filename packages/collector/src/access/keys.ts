/**
 * Keys for programs: what they may do and where. Leaves their making, hashing and checking to better-auth.
 * The key itself is shown once; the database holds a hash of it.
 */
import * as v from 'valibot';
import { type Auth, KEY_PREFIX, MAX_KEY_NAME_LENGTH } from './auth.ts';
import { AccessError } from './errors.ts';
import type { Grant, Permission, Sites } from './grant.ts';

export interface NewKey {
  /** For people, to know it again: 1 to 64 characters. */
  readonly name: string;
  readonly permissions: readonly Permission[];
  readonly sites: Sites;
}

export interface Key extends NewKey {
  readonly id: string;
  /** Its first six characters. */
  readonly start: string;
}

/** Keys belong to the collector, not to the person who made them: they outlive accounts. */
const OWNER = 'collector';
const SHAPE = new RegExp(`^${KEY_PREFIX}[A-Za-z]{64}$`);

/** As better-auth writes them: a resource and what may be done with it. */
const STATEMENTS = {
  read: { report: ['read'] },
  import: { import: ['write'] },
} as const satisfies { readonly [permission in Permission]: object };

const STORED = v.object({
  permissions: v.object({
    report: v.optional(v.array(v.string()), []),
    import: v.optional(v.array(v.string()), []),
  }),
  metadata: v.object({ sites: v.union([v.literal('all'), v.array(v.string())]) }),
});

/** `null` for a key that says nothing about permissions and sites: it may do nothing. */
function grantOf(stored: unknown): Grant | null {
  const parsed = v.safeParse(STORED, stored);
  if (!parsed.success) return null;
  const { permissions, metadata } = parsed.output;
  const held: Permission[] = [];
  if (permissions.report.includes('read')) held.push('read');
  if (permissions.import.includes('write')) held.push('import');
  return { permissions: held, sites: metadata.sites };
}

/** @returns The key, which cannot be had again. */
export async function addKey(auth: Auth, { name, permissions, sites }: NewKey): Promise<string> {
  if (name.length < 1 || name.length > MAX_KEY_NAME_LENGTH) throw new AccessError('key_name');
  if (permissions.length === 0) throw new AccessError('key_permissions');
  const statements: Record<string, string[]> = {};
  for (const permission of permissions) {
    for (const [resource, actions] of Object.entries(STATEMENTS[permission]))
      statements[resource] = [...actions];
  }
  const { key } = await auth.api.createApiKey({
    body: { userId: OWNER, name, permissions: statements, metadata: { sites } },
  });
  return key;
}

/** What a key grants; `null` when it is unknown or revoked. */
export async function grantOfKey(auth: Auth, key: string): Promise<Grant | null> {
  if (!SHAPE.test(key)) return null;
  const { valid, key: stored } = await auth.api.verifyApiKey({ body: { key } });
  return valid ? grantOf(stored) : null;
}

const ROW = v.object({
  id: v.string(),
  name: v.string(),
  start: v.string(),
  permissions: v.pipe(v.string(), v.parseJson()),
  metadata: v.unknown(),
});
/** better-auth finds a hundred unless told otherwise. */
const MAX_LISTED = 10_000;

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
    const { id, name, start } = parsed.output;
    return [{ id, name, start, ...grant }];
  });
}

export async function revokeKey(auth: Auth, id: string): Promise<void> {
  const { adapter } = await auth.$context;
  const where = [{ field: 'id', value: id }];
  if ((await adapter.findOne({ model: 'apikey', where })) === null) throw new AccessError('unknown_key');
  await adapter.delete({ model: 'apikey', where });
}
