/**
 * Signing in with the account that somebody has elsewhere, by OpenID Connect. Who has none here gets nothing: the address
 * must be one that an owner invited. Leaves the exchange and the checks of tokens to better-auth.
 */
import type { GenericOAuthConfig } from 'better-auth/plugins';

export interface SingleSignOn {
  /** Where the provider describes itself is below it: `/.well-known/openid-configuration`. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** On the button: how people call it. */
  readonly name: string;
}

/** In the address to which the provider sends people back: `/api/auth/callback/oidc`. */
export const PROVIDER = 'oidc';

export const singleSignOn = ({ issuer, clientId, clientSecret }: SingleSignOn): GenericOAuthConfig => ({
  providerId: PROVIDER,
  discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
  clientId,
  clientSecret,
  scopes: ['openid', 'email', 'profile'],
  pkce: true,
  requireIdTokenVerification: true,
  disableSignUp: true,
});
