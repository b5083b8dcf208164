/** Errors of the HTTP surface as RFC 9457 problem details: they name the field and the rule, never the value. */
import type { Issue, Problem } from '@holloway/protocol';

const TITLES = {
  bad_request: [400, 'The request is malformed'],
  unauthenticated: [401, 'Sign in, or send a key'],
  forbidden: [403, 'Not allowed'],
  origin_not_registered: [403, 'This origin is not registered for the site'],
  not_found: [404, 'There is no such thing'],
  unknown_site: [404, 'There is no such site'],
  wrong_method: [405, 'It cannot be asked in this way'],
  conflict: [409, 'It cannot be done in this state'],
  too_large: [413, 'The body is too large'],
  wrong_type: [415, 'The content type is not the one asked for'],
  rate_limited: [429, 'Too many requests'],
  internal: [500, 'Something went wrong on our side'],
  unavailable: [503, 'Nothing was counted; send it again'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ProblemCode = keyof typeof TITLES;

/** @returns The HTTP status, and what it says. */
export function problemTitle(code: ProblemCode): { readonly status: number; readonly title: string } {
  const [status, title] = TITLES[code];
  return { status, title };
}

export interface ProblemDetails {
  readonly field?: string;
  readonly rule?: string;
  /** Where more than one rule is broken: all of them. */
  readonly errors?: readonly Issue[];
  readonly retryAfterSeconds?: number;
  /** Methods that there are. */
  readonly allow?: readonly string[];
}

export function problem(
  code: ProblemCode,
  { field, rule, errors = [], retryAfterSeconds, allow }: ProblemDetails = {},
): Response {
  const [status, title] = TITLES[code];
  const body: Problem = {
    type: `urn:holloway:${code.replaceAll('_', '-')}`,
    title,
    status,
    ...(field === undefined || field === '' ? {} : { field }),
    ...(rule === undefined ? {} : { rule }),
    ...(errors.length > 1 ? { errors } : {}),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      ...(allow === undefined ? {} : { Allow: allow.join(', ') }),
      ...(retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) }),
    },
  });
}
