/** Where browsers send their counts: the one address that takes something from visitors. */
import { MAX_BODY_BYTES } from '@holloway/protocol';
import type { MiddlewareHandler } from 'hono';
import type { RelayCheck, RequestHead, Sender } from '../ingest/anonymise.ts';
import type { createCollect } from '../ingest/collect.ts';
import { problem } from '../problem.ts';
import { requestHead } from './request-head.ts';
import type { Route } from './route.ts';

export interface CollectRoutesDeps {
  readonly anonymise: (request: RequestHead) => Sender;
  /** Where visitors come through a relay alone. */
  readonly isRelay?: RelayCheck;
  readonly collect: ReturnType<typeof createCollect>;
}

/** A page may read any answer to what it sent: when to come back, that it is refused for good, and what is wrong. */
const readable: MiddlewareHandler = async (c, next) => {
  await next();
  c.res.headers.set('Access-Control-Allow-Origin', '*');
  c.res.headers.set('Access-Control-Expose-Headers', 'Retry-After');
};

/** Where a visitor's address is read: with a relay, it must not have come here in the first place. */
export function relayedOnly(isRelay?: RelayCheck): readonly MiddlewareHandler[] {
  if (isRelay === undefined) return [];
  return [
    async (c, next) =>
      isRelay(requestHead(c))
        ? next()
        : problem('forbidden', { field: 'Holloway-Relay', rule: 'must be sent by the relay' }),
  ];
}

export const collectRoutes = ({ anonymise, isRelay, collect }: CollectRoutesDeps): readonly Route[] => [
  {
    method: 'post',
    path: '/v1/collect',
    area: 'collect',
    summary: 'Takes one batch of counts from a page of the site.',
    rule: { for: 'visitors' },
    body: {
      type: 'text/plain',
      description: 'A batch as JSON; sent as plain text, so that the browser asks nothing beforehand.',
      schema: { type: 'string', maxLength: MAX_BODY_BYTES },
      maxBytes: MAX_BODY_BYTES,
    },
    answers: [
      {
        status: 204,
        description: 'Counted, or counted before, or not to be counted: which of them is not told.',
      },
    ],
    problems: [
      'bad_request',
      'forbidden',
      'origin_not_registered',
      'unknown_site',
      'wrong_type',
      'rate_limited',
      'unavailable',
    ],
    around: [readable, ...relayedOnly(isRelay)],
    answer: async (c) => collect(anonymise(requestHead(c)), await c.req.text()),
  },
];
