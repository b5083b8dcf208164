/** The floor: a handler on the same server that reads and parses the same body, and answers 204. */
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { answer } from '../child.ts';
import { type ServerQuestion, serverAnswer } from './server.ts';

const app = new Hono();
app.post('/v1/collect', async (c) => {
  const batch: unknown = JSON.parse(await c.req.text());
  return c.body(null, typeof batch === 'object' ? 204 : 400);
});
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }: AddressInfo) => {
  answer(
    (question: ServerQuestion) => serverAnswer(question, `http://127.0.0.1:${port}`),
    async () => {
      server.close();
    },
  );
});
