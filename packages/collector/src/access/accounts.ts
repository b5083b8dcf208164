/**
 * The people who may sign in. Whoever runs the collector adds them; nobody signs up.
 * Leaves passwords' hashing and storage to better-auth.
 */
import * as v from 'valibot';
import { type Auth, PASSWORD_LENGTH } from './auth.ts';
import { AccessError } from './errors.ts';
import { ROLES, type Role } from './grant.ts';

export interface NewUser {
  readonly email: string;
  /** 12 to 128 characters. */
  readonly password: string;
  /** Default: the e-mail address. */
  readonly name?: string;
  readonly role: Role;
  /** What a merchandiser may see; default: nothing. Owners see everything. */
  readonly sites?: readonly string[];
}

export interface User {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly sites: readonly string[];
}

const EMAIL = v.pipe(v.string(), v.email());
const USER = v.object({
  email: v.string(),
  name: v.string(),
  role: v.picklist(ROLES),
  sites: v.array(v.string()),
});
/** better-auth lists a hundred unless told otherwise. */
const MAX_LISTED = 10_000;

/** Trusts nothing but the shape: rows may be older than this code. `null` when it does not fit. */
export function parseUser(row: unknown): User | null {
  const parsed = v.safeParse(USER, row);
  return parsed.success ? parsed.output : null;
}

function checkPassword(password: string): void {
  const { min, max } = PASSWORD_LENGTH;
  if (password.length < min || password.length > max) throw new AccessError('password_length');
}

async function findUserId(auth: Auth, email: string): Promise<string> {
  const { internalAdapter } = await auth.$context;
  const found = await internalAdapter.findUserByEmail(email.toLowerCase());
  if (found === null) throw new AccessError('unknown_user');
  return found.user.id;
}

export async function addUser(auth: Auth, user: NewUser): Promise<void> {
  const { internalAdapter, password } = await auth.$context;
  if (!v.is(EMAIL, user.email)) throw new AccessError('email_invalid');
  checkPassword(user.password);
  const email = user.email.toLowerCase();
  if ((await internalAdapter.findUserByEmail(email)) !== null) throw new AccessError('email_taken');
  const hash = await password.hash(user.password);
  const { id } = await internalAdapter.createUser(
    {
      email,
      name: user.name ?? email,
      emailVerified: true,
      role: user.role,
      sites: [...(user.sites ?? [])],
    },
    { method: 'admin' },
  );
  await internalAdapter.linkAccount({ userId: id, providerId: 'credential', accountId: id, password: hash });
}

/** Also signs the user out everywhere. */
export async function setPassword(auth: Auth, email: string, newPassword: string): Promise<void> {
  const { internalAdapter, password } = await auth.$context;
  checkPassword(newPassword);
  const id = await findUserId(auth, email);
  await internalAdapter.updatePassword(id, await password.hash(newPassword));
  await internalAdapter.deleteUserSessions(id);
}

/** Also signs the user out everywhere. */
export async function removeUser(auth: Auth, email: string): Promise<void> {
  const { internalAdapter } = await auth.$context;
  await internalAdapter.deleteUser(await findUserId(auth, email));
}

/** By e-mail address. */
export async function listUsers(auth: Auth): Promise<User[]> {
  const { internalAdapter } = await auth.$context;
  const rows = await internalAdapter.listUsers(MAX_LISTED, 0, { field: 'email', direction: 'asc' });
  return rows.map(parseUser).filter((user) => user !== null);
}
