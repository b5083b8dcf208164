/** Addresses that are not for looking at numbers but for being let in. Pure. What is done with them: screens/sign-in. */

/** `set-password`: an invitation, or a new password. `refused`: the single sign-on let nobody in. */
export type Entry = { readonly kind: 'set-password'; readonly token: string } | { readonly kind: 'refused' };

/** So long that it is no screen of a site that is called so. */
const LINK = /^#\/set-password\/([\w-]{16,})$/;

export function readEntry(hash: string): Entry | null {
  const token = LINK.exec(hash)?.[1];
  if (token !== undefined) return { kind: 'set-password', token };
  return hash === '#/sign-in?refused' ? { kind: 'refused' } : null;
}
