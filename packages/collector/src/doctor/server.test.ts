import { describe, expect, it } from 'vitest';
import { VERSION } from '../version.ts';
import { type Ask, examineServer } from './server.ts';

const URL_ = 'https://stats.example.com';

/** A server that answers as it should, but for some paths. */
const server =
  (over: { readonly [path: string]: () => Response | Promise<Response> } = {}): Ask =>
  async (url) => {
    const path = url.slice(URL_.length);
    const answers: { readonly [path: string]: () => Response | Promise<Response> } = {
      '/readyz': () => new Response('ready'),
      '/openapi.json': () => Response.json({ info: { version: VERSION } }),
      '/': () => new Response('', { headers: { 'Content-Security-Policy': "default-src 'self'; x" } }),
      '/holloway.js': () => new Response(''),
      ...over,
    };
    return answers[path]?.() ?? new Response('', { status: 404 });
  };

const found = async (ask: Ask) =>
  (await examineServer(URL_, ask))
    .filter(({ level }) => level !== 'ok')
    .map(({ level, says }) => `${level}: ${says}`);

describe('the server', () => {
  it('answers as it should', async () => {
    expect(await found(server())).toEqual([]);
  });

  it.each([
    [
      'cannot be reached',
      { '/readyz': () => Promise.reject(new TypeError('fetch failed')) },
      'wrong: it does not answer under its address',
    ],
    [
      'cannot take counts',
      { '/readyz': () => new Response('', { status: 503 }) },
      'wrong: it answers that it cannot take counts',
    ],
    [
      'is another version',
      { '/openapi.json': () => Response.json({ info: { version: '0.0.0' } }) },
      `warning: another version than ${VERSION} answers`,
    ],
    [
      'has an error page where the description is',
      { '/openapi.json': () => new Response('<html>') },
      `warning: another version than ${VERSION} answers`,
    ],
    [
      'loses the policy on its way',
      { '/': () => new Response('') },
      'wrong: the dashboard comes without its Content-Security-Policy',
    ],
    [
      'has no dashboard',
      { '/': () => new Response('', { status: 404 }) },
      'warning: there is no dashboard under its address',
    ],
    [
      'gives every visitor a cookie',
      { '/holloway.js': () => new Response('', { headers: { 'Set-Cookie': 'lb=1' } }) },
      'wrong: the script comes with a cookie: every visitor gets it before they are asked',
    ],
    [
      'has no script',
      { '/holloway.js': () => new Response('', { status: 404 }) },
      'wrong: there is no script under its address',
    ],
  ])('%s', async (_, over, says) => {
    expect(await found(server(over))).toEqual([says]);
  });
});
