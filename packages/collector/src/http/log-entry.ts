/**
 * What the log of access keeps of a request: who, which route, which site; of a report its name, days and kind of slice.
 * Reads nothing of it that is not a day or a word of ours. Does not write (access/access-log).
 */
import { isDay, isSiteId, REPORT_NAMES, SLICE_KINDS } from '@holloway/protocol';
import type { Context } from 'hono';
import type { Caller, Entry } from '../access/access.ts';
import { noted } from './caller.ts';

/** What counts of a Route. */
interface Asked {
  readonly method: string;
  readonly path: string;
  readonly area: string;
  readonly rule: { readonly for: string };
}

/** Whoever reads figures of the process, or their own account, is not written down for it. */
const isKept = ({ method, area, rule }: Asked): boolean =>
  rule.for === 'person'
    ? method !== 'get'
    : rule.for !== 'known' && (method !== 'get' || area !== 'operation');

/** Of an address that nobody answers it may be anything. */
function siteOf(c: Context): string | null {
  const site = c.req.param('site') ?? '';
  return isSiteId(site) ? site : null;
}

function detailOf(c: Context): string {
  const { from, to, slice } = c.req.query();
  const last = c.req.path.split('/').at(-1);
  const words = [
    REPORT_NAMES.find((name) => name === last),
    isDay(from) ? from : undefined,
    isDay(to) ? to : undefined,
    SLICE_KINDS.find((kind) => slice?.startsWith(`${kind}:`)),
  ];
  return words.filter((word) => word !== undefined).join(' ');
}

const resultOf = (status: number): Entry['result'] =>
  status < 400 ? 'granted' : status < 500 ? 'refused' : 'failed';

/** `null` where nothing is kept. */
export function entryOf(route: Asked, c: Context, caller: Caller, status: number): Entry | null {
  if (!isKept(route)) return null;
  const { kind, id, name } = caller;
  return {
    actor: { kind, id, name },
    what: `${route.method.toUpperCase()} ${route.path}`,
    site: route.rule.for === 'site' ? siteOf(c) : (caller.share?.site ?? null),
    detail: noted(c) === '' ? detailOf(c) : noted(c),
    result: resultOf(status),
  };
}
