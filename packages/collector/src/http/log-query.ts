/** Which part of the log of access is asked for: days, and how far back from the newest. */
import { isDay, type ParseResult } from '@holloway/protocol';
import type { Context } from 'hono';
import type { Access, LogQuery } from '../access/access.ts';
import { problem } from '../problem.ts';
import type { Parameter } from './route.ts';

const MAX_LIMIT = 1000;
const DEFAULT_LIMIT = 200;
const MAX_OFFSET = 1_000_000;

export const LOG_PARAMETERS: readonly Parameter[] = [
  {
    name: 'from',
    in: 'query',
    description: 'The first day, in UTC. Default: the first there is.',
    schema: { type: 'string', format: 'date' },
  },
  {
    name: 'to',
    in: 'query',
    description: 'The last day. Default: today.',
    schema: { type: 'string', format: 'date' },
  },
  {
    name: 'limit',
    in: 'query',
    description: 'Entries at most. Default: 200.',
    schema: { type: 'integer', minimum: 1, maximum: MAX_LIMIT },
  },
  {
    name: 'offset',
    in: 'query',
    description: 'Entries to leave out, from the newest. Default: 0.',
    schema: { type: 'integer', minimum: 0, maximum: MAX_OFFSET },
  },
];

type Query = Readonly<Record<string, string>>;

const wholeNumber = (text: string): number => (/^\d{1,7}$/.test(text) ? Number(text) : Number.NaN);

function parseLogQuery({ from, to, ...query }: Query): ParseResult<LogQuery> {
  const limit = query.limit === undefined ? DEFAULT_LIMIT : wholeNumber(query.limit);
  const offset = query.offset === undefined ? 0 : wholeNumber(query.offset);
  const refuse = (field: string, rule: string) => ({ ok: false, issue: { field, rule } }) as const;
  if (from !== undefined && !isDay(from)) return refuse('from', 'must be a date such as 2026-11-27');
  if (to !== undefined && !isDay(to)) return refuse('to', 'must be a date such as 2026-11-27');
  if (!(limit >= 1 && limit <= MAX_LIMIT))
    return refuse('limit', `must be a whole number from 1 to ${MAX_LIMIT}`);
  if (!(offset <= MAX_OFFSET)) return refuse('offset', `must be a whole number from 0 to ${MAX_OFFSET}`);
  return {
    ok: true,
    value: { limit, offset, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) },
  };
}

/** @param bounds What is shown at most, whatever is asked for. */
export function entriesPage(
  c: Context,
  access: Pick<Access, 'readLog'>,
  bounds: Pick<LogQuery, 'actor' | 'site' | 'sites'>,
): Response {
  const query = parseLogQuery(c.req.query());
  if (!query.ok) return problem('bad_request', query.issue);
  c.header('Cache-Control', 'no-store');
  return c.json({ entries: access.readLog({ ...query.value, ...bounds }) });
}
