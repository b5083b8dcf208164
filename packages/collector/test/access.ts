/** Accounts in a folder of their own, with a clock that the test moves, and browsers that keep their cookies. */
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Access, type AccessDeps, openAccess } from '../src/access/access.ts';
import { temporaryFolder } from './temporary.ts';

export const BASE = 'https://analytics.shop.example';
export const PASSWORD = 'a sunken lane worn';
export const NEW_PASSWORD = 'many feet went by';

export interface Browser {
  get(path: string): Promise<Response>;
  post(path: string, body?: object): Promise<Response>;
  signIn(email: string, password?: string): Promise<Response>;
  /** As the browser would send them. */
  cookie(): string;
  headers(): Headers;
}

export interface TestAccess {
  readonly access: Access;
  readonly folder: string;
  readonly file: string;
  /** The present, for the test to set. It moves the log and the waits, not better-auth. */
  readonly clock: { ms: number; now(): number };
  /** Failures that are not the caller's. */
  readonly errors: unknown[];
  /** From a network of its own unless told otherwise. */
  browser(network?: string): Browser;
}

let networks = 0;

export async function openTestAccess(more: Partial<AccessDeps> = {}): Promise<TestAccess> {
  const folder = temporaryFolder();
  const file = join(folder, 'access.sqlite');
  const errors: unknown[] = [];
  const clock = {
    ms: Date.parse('2026-11-27T08:15:30Z'),
    now() {
      return this.ms;
    },
  };
  const baseUrl = more.baseUrl ?? BASE;
  const access = await openAccess({
    file,
    baseUrl,
    setupFile: join(folder, 'setup-code'),
    secret: '5'.repeat(64),
    clock,
    onError: (error) => errors.push(error),
    ...more,
  });
  onTestFinished(() => access.close());

  function browser(network = `network ${networks++}`): Browser {
    const jar = new Map<string, string>();
    const cookie = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    async function ask(path: string, init: RequestInit): Promise<Response> {
      const headers = { origin: baseUrl, 'content-type': 'application/json', cookie: cookie() };
      const request = new Request(`${baseUrl}/api/auth${path}`, { ...init, headers });
      const response = await access.handler(request, network);
      for (const set of response.headers.getSetCookie()) {
        const [pair = ''] = set.split(';');
        const at = pair.indexOf('=');
        if (/max-age=0(;|$)/i.test(set)) jar.delete(pair.slice(0, at));
        else jar.set(pair.slice(0, at), pair.slice(at + 1));
      }
      return response;
    }
    const post = (path: string, body: object = {}) =>
      ask(path, { method: 'POST', body: JSON.stringify(body) });
    return {
      get: (path) => ask(path, { method: 'GET' }),
      post,
      signIn: (email, password = PASSWORD) => post('/sign-in/email', { email, password }),
      cookie,
      headers: () => new Headers({ cookie: cookie() }),
    };
  }

  return { access, folder, file, clock, errors, browser };
}
