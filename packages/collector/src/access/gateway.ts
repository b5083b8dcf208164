/**
 * Passes on to better-auth what GATES let through, without anything of the sender, and says its refusals as problems.
 * Slows down guessing, and writes down who signed in. Does not prove who anybody is.
 */

import { hash } from 'node:crypto';
import type { Actor } from '@holloway/protocol';
import * as v from 'valibot';
import { problem } from '../problem.ts';
import { actorAskedForCode, actorNamed } from './attempted.ts';
import { type Auth, BASE_PATH, NETWORK_HEADER } from './auth.ts';
import { GATES, type Gate } from './gates.ts';
import type { Lockout } from './lockout.ts';
import { refusalOf } from './refusal.ts';

export interface GatewayDeps {
  readonly auth: Auth;
  readonly lockout: Lockout;
  readonly clock: { now(): number };
  /** Told how a sign-in ended. */
  readonly onSignIn: (actor: Actor, what: string, result: 'granted' | 'refused') => void;
}

/** What better-auth needs of a request. Addresses, user agent, referrer and the rest never reach it. */
const PASSED_ON = ['cookie', 'origin', 'sec-fetch-dest', 'sec-fetch-mode', 'sec-fetch-site'];
/** No script of a page has a use for these. */
const KEPT_BACK: ReadonlySet<string> = new Set(['token', 'ipAddress', 'userAgent', 'publicKey']);
/** Where the dashboard says that the single sign-on let nobody in. Why is the provider's to say. */
const NOT_LET_IN = '/#/sign-in?refused';

type Body = { readonly [name: string]: unknown };
type Checked =
  | { readonly ok: true; readonly body: Body }
  | { readonly ok: false; readonly refused: Response };

/** better-auth limits by address: this is one that stands for a network and leads back to none. */
function standIn(network: string): string {
  const digits = hash('sha256', network).slice(0, 30);
  return `fd${digits}`.replace(/(.{4})(?=.)/g, '$1:');
}

const invalid = (field: string, rule: string): Checked => ({
  ok: false,
  refused: problem('bad_request', { field, rule }),
});

async function checkedBody(request: Request, { fields = {}, fixed = {} }: Gate): Promise<Checked> {
  const names = Object.entries(fields);
  if (names.length === 0) return { ok: true, body: fixed };
  const given: unknown = await request.json().catch(() => null);
  if (!v.is(v.record(v.string(), v.unknown()), given)) return invalid('body', 'must be a JSON object');
  const body: Record<string, unknown> = {};
  for (const [name, { is, rule }] of names) {
    const value = given[name];
    if (!v.is(is, value)) return invalid(name, rule);
    body[name] = value;
  }
  return { ok: true, body: { ...body, ...fixed } };
}

function withoutSender(request: Request, network: string, body: Body | null): Request {
  const headers = new Headers({ [NETWORK_HEADER]: standIn(network) });
  for (const name of PASSED_ON) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  if (body === null) return new Request(request.url, { headers });
  headers.set('content-type', 'application/json');
  return new Request(request.url, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** Cookies only: better-auth writes nothing else that a caller needs. */
function withCookiesOf(answer: Response, response: Response): Response {
  for (const cookie of answer.headers.getSetCookie()) response.headers.append('set-cookie', cookie);
  return response;
}

async function translated(answer: Response): Promise<Response> {
  const location = answer.headers.get('location');
  if (answer.status >= 300 && answer.status < 400 && location !== null) {
    const refused = new URL(location, 'http://dashboard').searchParams.has('error');
    const headers = { location: refused ? NOT_LET_IN : '/', 'cache-control': 'no-store' };
    return withCookiesOf(answer, new Response(null, { status: 302, headers }));
  }
  const text = await answer.text();
  if (!answer.ok) return withCookiesOf(answer, refusalOf(answer.status, text, answer.headers));
  const body: unknown = text === '' ? {} : JSON.parse(text);
  const shown = JSON.stringify(body, (key, value: unknown) => (KEPT_BACK.has(key) ? undefined : value));
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  return withCookiesOf(answer, new Response(shown, { headers }));
}

export function createGateway({ auth, lockout, clock, onSignIn }: GatewayDeps) {
  /** Whose session an answer brings. */
  async function signedIn(answer: Response): Promise<Actor | null> {
    const cookie = answer.headers
      .getSetCookie()
      .map((each) => each.split(';', 1)[0])
      .join('; ');
    const session = cookie === '' ? null : await auth.api.getSession({ headers: new Headers({ cookie }) });
    return session === null ? null : { kind: 'person', id: session.user.id, name: session.user.email };
  }

  const attempted = ({ asksForCode }: Gate, request: Request, email: unknown): Promise<Actor> =>
    asksForCode === true
      ? actorAskedForCode(auth, request.headers.get('cookie') ?? '')
      : actorNamed(auth, email);

  return async (request: Request, network: string): Promise<Response> => {
    const path = new URL(request.url).pathname;
    const gate = GATES.find(
      (each) => `${BASE_PATH}${each.path}` === path && each.method.toUpperCase() === request.method,
    );
    if (gate === undefined) return problem('not_found');
    const checked = gate.method === 'get' ? null : await checkedBody(request, gate);
    if (checked?.ok === false) return checked.refused;
    const body = checked?.body ?? null;

    const email = body?.email;
    // Where no network is known, everybody would share one count, and one could shut out another.
    const guess = typeof email === 'string' && network !== '' ? [network, email.toLowerCase()] : null;
    const attempt = guess === null ? null : lockout.begin(guess, clock.now());
    if (attempt !== null && attempt.wait > 0)
      return problem('rate_limited', { retryAfterSeconds: attempt.wait });

    const answer = await auth.handler(withoutSender(request, network, body)).catch((error: unknown) => {
      attempt?.settle('void');
      throw error;
    });
    const wrong = answer.status === 401;
    attempt?.settle(answer.ok ? 'right' : wrong ? 'wrong' : 'void');
    if (gate.signsIn) {
      const what = `${request.method} ${path}`;
      const actor = await signedIn(answer);
      if (actor !== null) onSignIn(actor, what, 'granted');
      else if (wrong || answer.status === 302)
        onSignIn(await attempted(gate, request, email), what, 'refused');
    }
    return translated(answer);
  };
}
