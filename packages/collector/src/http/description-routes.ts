/** The surface describes itself: for machines and for people, from the table that is mounted. */

import { VERSION } from '../version.ts';
import { openapi } from './openapi.ts';
import { OPENAPI_POLICY, openapiPage } from './openapi-page.ts';
import type { Route } from './route.ts';

const AN_HOUR = 'public, max-age=3600';

/**
 * @param others Every other route.
 */
export function descriptionRoutes(others: readonly Route[]): readonly Route[] {
  const own: readonly Route[] = [
    {
      method: 'get',
      path: '/openapi.json',
      area: 'operation',
      summary: 'This description, for machines.',
      rule: { for: 'everyone' },
      answers: [{ status: 200, description: 'An OpenAPI 3.1 document.', type: 'application/json' }],
      answer: (c) => {
        c.header('Cache-Control', AN_HOUR);
        return c.json(openapi([...own, ...others], VERSION));
      },
    },
    {
      method: 'get',
      path: '/docs',
      area: 'operation',
      summary: 'This description, for people.',
      rule: { for: 'everyone' },
      answers: [{ status: 200, description: 'A page.', type: 'text/html' }],
      answer: (c) => {
        c.header('Cache-Control', AN_HOUR);
        c.header('Content-Security-Policy', OPENAPI_POLICY);
        c.header('X-Content-Type-Options', 'nosniff');
        return c.html(openapiPage([...own, ...others], VERSION));
      },
    },
  ];
  return own;
}
