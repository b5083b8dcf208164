/** What no browser of ours would send: secrets in every header, in addresses, and in bodies that are refused. */
import { request } from 'node:http';
import { AGENT, COOKIE, EMAIL, FORWARDED, FORWARDED_6, SOCKET, TOKEN } from './canaries.ts';

const FIREFOX = `Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0 ${AGENT}`;

interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** @returns The status and the whole answer. */
const ask = (
  url: string,
  { method = 'POST', path = '/v1/collect', headers = {}, body = '' }: Asked,
): Promise<{ readonly status: number; readonly text: string }> =>
  new Promise((resolve, reject) => {
    const sent = request(
      url + path,
      // Its own address of the loopback network, which the system lets everybody use.
      { method, headers: { connection: 'close', ...headers }, localAddress: SOCKET, agent: false },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        response.once('end', () => resolve({ status: response.statusCode ?? 0, text }));
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });

/** Each with everything that a request may tell of its sender. */
const headersOf = (origin: string): Record<string, string> => ({
  origin,
  'content-type': 'text/plain;charset=UTF-8',
  'user-agent': FIREFOX,
  cookie: `session=${COOKIE}`,
  referer: `${origin}/account/${EMAIL}?token=${TOKEN}`,
  authorization: `Bearer ${TOKEN}`,
  'x-real-ip': FORWARDED,
  'x-customer': EMAIL,
});
const PROXIES: readonly Readonly<Record<string, string>>[] = [
  {},
  { 'x-forwarded-for': FORWARDED },
  { 'x-forwarded-for': `${FORWARDED_6}, ${FORWARDED}` },
  { forwarded: `for="[${FORWARDED_6}]";by=${FORWARDED}` },
];

/** A batch that counts, and every way in which one is refused, with a secret in what is wrong. */
function bodiesOf(batch: object, nonces: () => string): string[] {
  const good = { ...batch, batch: nonces() };
  const increments = (...dimensions: unknown[]) => [['page.view', dimensions, 1, 2]];
  return [
    JSON.stringify(good),
    `${EMAIL} ${TOKEN}`,
    JSON.stringify({ ...good, [EMAIL]: TOKEN }),
    JSON.stringify({ ...good, site: EMAIL }),
    JSON.stringify({ ...good, day: EMAIL }),
    JSON.stringify({ ...good, batch: EMAIL }),
    JSON.stringify({ ...good, statement: TOKEN }),
    JSON.stringify({ ...good, basis: EMAIL }),
    JSON.stringify({ ...good, slices: { source: EMAIL } }),
    JSON.stringify({ ...good, increments: [[EMAIL, [TOKEN], 1]] }),
    JSON.stringify({ ...good, increments: increments(EMAIL, TOKEN) }),
    JSON.stringify({ ...good, increments: increments({ [EMAIL]: TOKEN }) }),
    JSON.stringify({ ...good, increments: increments(`\u0000${EMAIL}`) }),
    JSON.stringify({ ...good, padding: EMAIL.repeat(600) }),
  ];
}

const EVERYDAY = [
  '/v1/sites/shop/config.json',
  '/v1/sites/shop/statements/00000000',
  '/v1/sites/shop/reports/overview',
  '/holloway/nothing.js',
];

/** @param batch That a browser of ours sent. @returns How each was answered. */
export async function askAll(
  url: string,
  origin: string,
  batch: object,
): Promise<{ status: number; text: string }[]> {
  let nonce = 0;
  const nonces = (): string => String(++nonce).padStart(11, 'A');
  const answers: { status: number; text: string }[] = [];
  for (const proxy of PROXIES) {
    const headers = { ...headersOf(origin), ...proxy };
    for (const body of bodiesOf(batch, nonces)) answers.push(await ask(url, { headers, body }));
    for (const path of [
      `/${EMAIL}?token=${TOKEN}`,
      `/v1/sites/${encodeURIComponent(EMAIL)}/config.json`,
      `/v1/sites/shop/config.json?visitor=${TOKEN}`,
      `/v1/sites/shop/statements/${TOKEN}`,
      `/v1/sites/shop/reports/overview?from=${EMAIL}&slice=${TOKEN}`,
      `/holloway/${TOKEN}.js`,
    ]) {
      answers.push(await ask(url, { method: 'GET', path, headers }));
    }
    answers.push(await ask(url, { method: 'PUT', path: `/v1/collect?${TOKEN}`, headers, body: EMAIL }));
  }
  // Of each path the router remembers the parameters of the last request, whoever made it, until the next.
  for (const path of EVERYDAY) answers.push(await ask(url, { method: 'GET', path }));
  return answers;
}
