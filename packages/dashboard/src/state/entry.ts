/** Addresses that let somebody in. Pure. What is done with them: screens/sign-in, and shared/ for links to a view. */

/**
 * `set-password`: an invitation, or a new password. `shared`: a link that shows one view. `refused`: the single sign-on let
 * nobody in.
 */
export type Entry =
  | { readonly kind: 'set-password' | 'shared'; readonly token: string }
  | { readonly kind: 'refused' };

/** So long that it is no screen of a site that is called so. */
const LINK = /^#\/(set-password|shared)\/([\w-]{16,})$/;

export function readEntry(hash: string): Entry | null {
  const [, kind, token] = LINK.exec(hash) ?? [];
  if (token !== undefined) return { kind: kind === 'shared' ? kind : 'set-password', token };
  return hash === '#/sign-in?refused' ? { kind: 'refused' } : null;
}
