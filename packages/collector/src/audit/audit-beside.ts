/**
 * An audit beside a collector that serves: in a process of its own, so that no batch waits while a large file is read. One
 * at a time; who asks for a site that is being audited gets the same.
 */
import { say, startBeside, workBeside } from '../beside/beside.ts';
import { StoreUnavailableError } from '../store/store.ts';
import { auditFolder } from './audit.ts';
import { type ToldAudit, toldOf } from './told.ts';

interface Order {
  readonly folder: string;
  readonly slug: string;
  readonly nowMs: number;
}

interface Said {
  readonly told: ToldAudit | null;
}

/** @returns What may be told of a site's audit; `null` where the site is not there. Rejects with a StoreUnavailableError. */
export type AskAudit = (slug: string, nowMs: number) => Promise<ToldAudit | null>;

const beside = (order: Order): Promise<ToldAudit | null> =>
  new Promise((resolve, reject) => {
    const fail = (cause: unknown): void =>
      reject(new StoreUnavailableError('the audit could not be made', { cause }));
    const child = startBeside(import.meta.url, order);
    child.once('message', ({ told }: Said) => resolve(told));
    child.once('error', fail);
    child.once('exit', fail);
  });

export function createAudits(folder: string): AskAudit {
  const asked = new Map<string, Promise<ToldAudit | null>>();
  let last: Promise<unknown> = Promise.resolve();
  return (slug, nowMs) => {
    const known = asked.get(slug);
    if (known !== undefined) return known;
    const audit = last.then(() => beside({ folder, slug, nowMs })).finally(() => asked.delete(slug));
    asked.set(slug, audit);
    last = audit.catch(() => undefined);
    return audit;
  };
}

workBeside<Order>(import.meta.url, async ({ folder, slug, nowMs }) => {
  await say({ told: toldOf(await auditFolder(folder, [slug], nowMs), slug) } satisfies Said);
  process.disconnect();
});
