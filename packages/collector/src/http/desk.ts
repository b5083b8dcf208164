/**
 * What the routes about the work with a site have in common: who wrote it, which day it is there, and how much one person
 * may write. What may be written is said in workspace/.
 */
import { type Author, type Day, dayAt } from '@holloway/protocol';
import type { Context } from 'hono';
import type { Access } from '../access/access.ts';
import { createLimiter } from '../ingest/limit.ts';
import { problem } from '../problem.ts';
import type { SiteRecord } from '../store/store.ts';
import { callerOf } from './caller.ts';

/** Of one person: a change a second, sixty at once. */
const WRITING = { perSecond: 1, burst: 60 };

export interface DeskDeps {
  readonly access: Pick<Access, 'listUsers'>;
  readonly clock: { now(): number };
}

type Answering = (c: Context, site: SiteRecord) => Promise<Response>;

export interface Desk {
  /** Names by the ids of accounts; those who are gone have none. */
  authors(): Promise<(id: string | null) => Author>;
  today(site: SiteRecord): Day;
  /** The same, but for whoever writes without end. */
  writing(answer: Answering): Answering;
}

export function createDesk({ access, clock }: DeskDeps): Desk {
  const mayWrite = createLimiter(WRITING);
  return {
    async authors() {
      const names = new Map((await access.listUsers()).map(({ id, name }) => [id, name]));
      return (id) => (id === null ? null : (names.get(id) ?? null));
    },
    today: ({ timeZone }) => dayAt(clock.now(), timeZone),
    writing: (answer) => async (c, site) =>
      mayWrite(callerOf(c).id, clock.now())
        ? answer(c, site)
        : problem('rate_limited', { retryAfterSeconds: 1 }),
  };
}

/** Whoever may read the site; of it all, people alone write. */
export const READERS = { for: 'site', permission: 'read' } as const;
export const WRITERS = { ...READERS, by: 'person' } as const;

/** Nothing of it stays in a browser or a proxy. */
export function answerJson(c: Context, body: object, status: 200 | 201 = 200): Response {
  c.header('Cache-Control', 'no-store');
  return c.json(body, status);
}

/** @param field Which of the ids of the address. */
export const unknown = (field: string): Response =>
  problem('not_found', { field, rule: 'must be the id of one that there is' });

/** @param isRemovable Whether somebody can make room. */
export const full = (field: string, atMost: number, isRemovable = true): Response =>
  problem('conflict', {
    field,
    rule: `there may be ${atMost} of a site${isRemovable ? ': remove one first' : ''}`,
  });
