/** Apart from the making of passkeys, which is fetched once somebody takes one. */

/** Older browsers cannot read the options as JSON; and an address of numbers is no name a passkey could be for. */
export const canUsePasskeys = (host: string): boolean =>
  typeof PublicKeyCredential !== 'undefined' &&
  'parseCreationOptionsFromJSON' in PublicKeyCredential &&
  !/^[\d.]+$|^\[/.test(host);
