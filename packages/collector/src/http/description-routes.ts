/** The surface describes itself: for machines and for people, from the table that is mounted. */
import { VERSION } from '../version.ts';
import { openapi } from './openapi.ts';
import { OPENAPI_POLICY, openapiPage } from './openapi-page.ts';
import type { Route } from './route.ts';

const AN_HOUR = 'public, max-age=3600';

/** Made when it is first asked for: few ever ask, and the table never changes. */
function lazily<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** @param others Every other route. */
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
        return c.body(json(), 200, { 'Content-Type': 'application/json' });
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
        return c.html(page());
      },
    },
  ];
  const json = lazily(() => JSON.stringify(openapi([...own, ...others], VERSION)));
  const page = lazily(() => openapiPage([...own, ...others], VERSION));
  return own;
}
