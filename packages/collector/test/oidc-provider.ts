/** A provider of OpenID Connect on a port of its own, which signs in whoever the test says, without asking. */
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { onTestFinished } from 'vitest';

export const CLIENT = { clientId: 'holloway', clientSecret: 'a secret of both' };

export interface Provider {
  readonly issuer: string;
  /** Claims of the person who is signed in there; the test may change them, and `iss`, `aud` and `nonce` too. */
  claims: Record<string, unknown>;
  /** Signs with a key that it does not publish. */
  forged: boolean;
  /** What the browser does there. @returns Where it is sent back. */
  visit(url: string): string;
}

interface Asked {
  readonly nonce: string | null;
  readonly challenge: string | null;
  readonly redirectUri: string | null;
}

export async function startProvider(): Promise<Provider> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const { privateKey: otherKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: '1', alg: 'ES256', use: 'sig' };
  const codes = new Map<string, Asked>();

  async function token(request: IncomingMessage): Promise<[status: number, body: object]> {
    const form = new URLSearchParams(await text(request));
    const basic = Buffer.from(
      request.headers.authorization?.replace('Basic ', '') ?? '',
      'base64',
    ).toString();
    const [id, secret] = basic === '' ? [form.get('client_id'), form.get('client_secret')] : basic.split(':');
    const code = form.get('code') ?? '';
    const asked = codes.get(code);
    codes.delete(code);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const isTheirs =
      id === CLIENT.clientId &&
      decodeURIComponent(secret ?? '').replaceAll('+', ' ') === CLIENT.clientSecret &&
      asked?.challenge === challenge &&
      asked.redirectUri === form.get('redirect_uri');
    if (!isTheirs) return [400, { error: 'invalid_grant' }];
    const idToken = await new SignJWT({ nonce: asked.nonce, ...provider.claims })
      .setProtectedHeader({ alg: 'ES256', kid: '1' })
      .setIssuer(typeof provider.claims.iss === 'string' ? provider.claims.iss : provider.issuer)
      .setAudience(typeof provider.claims.aud === 'string' ? provider.claims.aud : CLIENT.clientId)
      .setIssuedAt()
      .setExpirationTime('5 minutes')
      .sign(provider.forged ? otherKey : privateKey);
    return [200, { access_token: 'canary of access', token_type: 'Bearer', id_token: idToken }];
  }

  const server = createServer(async (request, response) => {
    const { issuer } = provider;
    const answers: Record<string, () => Promise<[number, object]> | [number, object]> = {
      '/.well-known/openid-configuration': () => [
        200,
        {
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/jwks`,
          id_token_signing_alg_values_supported: ['ES256'],
        },
      ],
      '/jwks': () => [200, { keys: [jwk] }],
      '/token': () => token(request),
    };
    const [status, body] = (await answers[request.url ?? '']?.()) ?? [404, {}];
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());

  const provider: Provider = {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    claims: {},
    forged: false,
    visit(url) {
      const { searchParams } = new URL(url);
      const code = randomBytes(16).toString('hex');
      codes.set(code, {
        nonce: searchParams.get('nonce'),
        challenge: searchParams.get('code_challenge'),
        redirectUri: searchParams.get('redirect_uri'),
      });
      const back = new URL(searchParams.get('redirect_uri') ?? '');
      back.search = String(new URLSearchParams({ code, state: searchParams.get('state') ?? '' }));
      return back.href;
    },
  };
  return provider;
}
