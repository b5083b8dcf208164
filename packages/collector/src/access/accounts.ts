/**
 * The accounts of those who may sign in: made, changed, removed. Nobody signs up.
 * Leaves passwords' hashing and storage to better-auth, and letting somebody set their own to invitation.
 */
import { ROLES, type Role, type Sites, type User } from '@holloway/protocol';
import * as v from 'valibot';
import { type Auth, PASSWORD_LENGTH } from './auth.ts';
import { AccessError } from './errors.ts';
import { forgetTokens } from './tokens.ts';

export interface NewPerson {
  readonly email: string;
  /** Default: the e-mail address. 1 to 64 characters. */
  readonly name?: string;
  readonly role: Role;
  /** What they may see; default: nothing. Owners see everything. */
  readonly sites?: Sites;
}

export interface NewUser extends NewPerson {
  /** 12 to 128 characters. */
  readonly password: string;
}

export type Change = Partial<Pick<NewPerson, 'name' | 'role' | 'sites'>>;

const EMAIL = v.pipe(v.string(), v.maxLength(254), v.email());
const MAX_NAME_LENGTH = 64;
/** Stands for every site, also those added later. No site is called so. */
const EVERY_SITE = '*';
const USER = v.object({
  id: v.string(),
  email: v.string(),
  name: v.string(),
  role: v.picklist(ROLES),
  sites: v.array(v.string()),
  twoFactorEnabled: v.nullish(v.boolean(), false),
});
/** better-auth lists a hundred unless told otherwise. */
export const MAX_LISTED = 10_000;

/** Trusts nothing but the shape: rows may be older than this code. `null` when it does not fit. */
export function parseUser(row: unknown): User | null {
  const parsed = v.safeParse(USER, row);
  if (!parsed.success) return null;
  const { twoFactorEnabled, sites, role, ...rest } = parsed.output;
  const every = role === 'owner' || sites.includes(EVERY_SITE);
  return { ...rest, role, sites: every ? 'all' : sites, secondFactor: twoFactorEnabled };
}

const storedSites = (sites: Sites): string[] => (sites === 'all' ? [EVERY_SITE] : [...sites]);

function checkPassword(password: string): void {
  const { min, max } = PASSWORD_LENGTH;
  if (password.length < min || password.length > max) throw new AccessError('password_length');
}

function checkName(name: string): void {
  if (name.length < 1 || name.length > MAX_NAME_LENGTH) throw new AccessError('name_length');
}

/** Throws where there is nobody. */
async function userBy(find: Promise<unknown>): Promise<User> {
  const user = parseUser(await find);
  if (user === null) throw new AccessError('unknown_user');
  return user;
}

export async function userWithId(auth: Auth, id: string): Promise<User> {
  const { internalAdapter } = await auth.$context;
  return userBy(internalAdapter.findUserById(id));
}

export async function userWithEmail(auth: Auth, email: string): Promise<User> {
  const { internalAdapter } = await auth.$context;
  const found = internalAdapter.findUserByEmail(email.toLowerCase());
  return userBy(found.then((each) => each?.user));
}

/** Without a password yet. */
export async function createPerson(auth: Auth, person: NewPerson): Promise<User> {
  const { internalAdapter } = await auth.$context;
  if (!v.is(EMAIL, person.email)) throw new AccessError('email_invalid');
  const email = person.email.toLowerCase();
  const name = person.name ?? email.slice(0, MAX_NAME_LENGTH);
  checkName(name);
  if ((await internalAdapter.findUserByEmail(email)) !== null) throw new AccessError('email_taken');
  const row = {
    email,
    name,
    // Whoever invites somebody vouches for their address.
    emailVerified: true,
    role: person.role,
    sites: storedSites(person.sites ?? []),
  };
  return userBy(internalAdapter.createUser(row, { method: 'admin' }));
}

export async function addUser(auth: Auth, user: NewUser): Promise<User> {
  checkPassword(user.password);
  const { internalAdapter, password } = await auth.$context;
  const hash = await password.hash(user.password);
  const created = await createPerson(auth, user);
  await internalAdapter.linkAccount({
    userId: created.id,
    providerId: 'credential',
    accountId: created.id,
    password: hash,
  });
  return created;
}

/** Also signs the user out everywhere, and takes links back. */
export async function setPassword(auth: Auth, user: User, newPassword: string): Promise<void> {
  checkPassword(newPassword);
  const { internalAdapter, password } = await auth.$context;
  const hash = await password.hash(newPassword);
  const { id } = user;
  await forgetTokens(auth, id);
  await internalAdapter.deleteUserSessions(id);
  if ((await internalAdapter.findCredentialAccount(id)) === null) {
    await internalAdapter.linkAccount({
      userId: id,
      providerId: 'credential',
      accountId: id,
      password: hash,
    });
  } else await internalAdapter.updatePassword(id, hash);
}

export async function listUsers(auth: Auth): Promise<User[]> {
  const { internalAdapter } = await auth.$context;
  const rows = await internalAdapter.listUsers(MAX_LISTED, 0, { field: 'email', direction: 'asc' });
  return rows.map(parseUser).filter((user) => user !== null);
}

/** Nobody could let anybody in again. */
async function mustNotBeLastOwner(auth: Auth, { id, role }: User): Promise<void> {
  if (role !== 'owner') return;
  const others = (await listUsers(auth)).some((user) => user.role === 'owner' && user.id !== id);
  if (!others) throw new AccessError('last_owner');
}

/** Holds from the next request on. */
export async function changeUser(auth: Auth, user: User, change: Change): Promise<User> {
  if (change.name !== undefined) checkName(change.name);
  if (change.role !== undefined && change.role !== 'owner') await mustNotBeLastOwner(auth, user);
  const { internalAdapter } = await auth.$context;
  const { sites, ...rest } = change;
  const row = { ...rest, ...(sites === undefined ? {} : { sites: storedSites(sites) }) };
  return userBy(internalAdapter.updateUser(user.id, row));
}

/** Also signs the user out everywhere. */
export async function removeUser(auth: Auth, user: User): Promise<void> {
  await mustNotBeLastOwner(auth, user);
  const { internalAdapter } = await auth.$context;
  await forgetTokens(auth, user.id);
  await internalAdapter.deleteUser(user.id);
}

/** For somebody who lost the device: the password alone signs in again. */
export async function dropSecondFactor(auth: Auth, { id }: User): Promise<void> {
  const { adapter, internalAdapter } = await auth.$context;
  await forgetTokens(auth, id);
  await adapter.deleteMany({ model: 'twoFactor', where: [{ field: 'userId', value: id }] });
  await internalAdapter.updateUser(id, { twoFactorEnabled: false });
}
