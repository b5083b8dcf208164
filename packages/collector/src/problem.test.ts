import { describe, expect, it } from 'vitest';
import { problem } from './problem.ts';

describe('a problem', () => {
  it('has the shape of RFC 9457, with the field and the rule', async () => {
    const response = problem('bad_request', { field: 'day', rule: 'must be a date' });
    expect(response.status).toBe(400);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(await response.json()).toEqual({
      type: 'urn:holloway:bad-request',
      title: 'The request is malformed',
      status: 400,
      field: 'day',
      rule: 'must be a date',
    });
  });

  it('says nothing of a field where none is at fault', async () => {
    expect(await problem('unknown_site', { field: '' }).json()).toEqual({
      type: 'urn:holloway:unknown-site',
      title: 'There is no such site',
      status: 404,
    });
  });

  it('says when to come again', () => {
    expect(problem('unavailable', { retryAfterSeconds: 10 }).headers.get('Retry-After')).toBe('10');
    expect(problem('unavailable').headers.get('Retry-After')).toBeNull();
  });
});
