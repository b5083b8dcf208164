import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { partsOf } from '../../test/digest-parts.ts';
import { composeDigest } from './compose.ts';
import { createPostWebhook, type WebhookDeps, WebhookError } from './webhook.ts';

const NOW = Date.parse('2026-11-23T07:00:00.500Z');
const SECRET = 'a secret of the webhook';
const DIGEST = composeDigest(partsOf());

interface Got {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A program of the store on this machine. */
async function startReceiver(answer: RequestListener = (_, response) => void response.writeHead(204).end()) {
  const got: Got[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      got.push({ method: request.method, url: request.url, headers: request.headers, body });
      answer(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { got, port, address: `http://127.0.0.1:${port}/hook?token=canary` };
}

const post = (address: string, more: Partial<WebhookDeps> = {}) =>
  createPostWebhook({
    userAgent: 'Holloway/test',
    mayConnect: () => true,
    timeoutMs: 5_000,
    clock: { now: () => NOW },
    ...more,
  })({ address, secret: SECRET }, 'garden 2026-11-16', DIGEST);

/** Everything of it that could end in a log. */
async function failure(work: Promise<void>): Promise<WebhookError> {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  if (!(error instanceof WebhookError)) throw new Error('there was no WebhookError');
  expect(error.cause).toBeUndefined();
  expect(`${error.message}${error.stack}${JSON.stringify(error)}`).not.toMatch(/canary|a secret of/);
  return error;
}

describe('a webhook', () => {
  it('gets the digest as JSON, signed with its secret and the time', async () => {
    const { got, address } = await startReceiver();
    await post(address);
    const [{ method, url, headers, body } = {} as Got] = got;
    expect([got.length, method, url]).toEqual([1, 'POST', '/hook?token=canary']);
    expect(JSON.parse(body)).toEqual(DIGEST);
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': 'Holloway/test',
      'holloway-delivery': 'garden 2026-11-16',
    });
    const signed = createHmac('sha256', SECRET).update(`1795417200.${body}`).digest('hex');
    expect(headers['holloway-signature']).toBe(`t=1795417200,v1=${signed}`);
  });

  it.each([200, 201, 202, 204])('has taken it where it answers %i', async (status) => {
    const { address } = await startReceiver((_, response) => void response.writeHead(status).end('thanks'));
    await post(address);
  });

  it.each([400, 404, 410, 500, 503])('has not where it answers %i', async (status) => {
    const { address } = await startReceiver((_, response) => void response.writeHead(status).end('canary'));
    expect(await failure(post(address))).toMatchObject({ code: 'status', status });
  });

  it.each([301, 302, 307, 308])('that answers %i is not followed elsewhere', async (status) => {
    const elsewhere = await startReceiver();
    const { address } = await startReceiver(
      (_, response) => void response.writeHead(status, { location: elsewhere.address }).end(),
    );
    expect(await failure(post(address))).toMatchObject({ code: 'redirected', status });
    expect(elsewhere.got).toEqual([]);
  });

  it('that does not answer is not waited for', async () => {
    const { got, address } = await startReceiver(() => undefined);
    expect(await failure(post(address, { timeoutMs: 300 }))).toMatchObject({ code: 'too-slow' });
    expect(got).toHaveLength(1);
  });

  it('that answers without end has taken it all the same', async () => {
    const { address } = await startReceiver((_, response) => void response.writeHead(200).write('canary'));
    await post(address);
  });

  it('that is not there is told as such', async () => {
    expect(await failure(post('http://127.0.0.1:9/canary'))).toMatchObject({ code: 'unreachable' });
    const resolve = () => Promise.reject(new Error('canary.example'));
    expect(await failure(post('http://canary.example/', { resolve }))).toMatchObject({
      code: 'unreachable',
    });
  });

  it('at an address that is not allowed is not asked, by whatever name', async () => {
    const { got, port } = await startReceiver();
    const mayConnect = () => false;
    const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
    for (const address of [`http://127.0.0.1:${port}/canary`, `http://canary.example:${port}/`, 'no address'])
      expect(await failure(post(address, { mayConnect, resolve }))).toMatchObject({ code: 'not-allowed' });
    expect(got).toEqual([]);
  });
});
