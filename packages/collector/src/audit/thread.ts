/**
 * An audit beside a collector that serves: in a thread of its own, so that no batch waits while a large file is read. One
 * at a time; who asks for a site that is being audited gets the same.
 */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { StoreUnavailableError } from '../store/store.ts';
import { auditFolder } from './audit.ts';
import { type ToldAudit, toldOf } from './told.ts';

/** What the thread is started with, and known by. */
interface Order {
  readonly audit: { readonly folder: string; readonly slug: string; readonly nowMs: number };
}

/** @returns What may be told of a site's audit; `null` where the site is not there. Rejects with a StoreUnavailableError. */
export type AskAudit = (slug: string, nowMs: number) => Promise<ToldAudit | null>;

const inThread = (order: Order): Promise<ToldAudit | null> =>
  new Promise((resolve, reject) => {
    const fail = (cause: unknown): void =>
      reject(new StoreUnavailableError('the audit could not be made', { cause }));
    const worker = new Worker(new URL(import.meta.url), { workerData: order });
    worker.once('message', resolve);
    worker.once('error', fail);
    worker.once('exit', fail);
  });

export function createAudits(folder: string): AskAudit {
  const asked = new Map<string, Promise<ToldAudit | null>>();
  let last: Promise<unknown> = Promise.resolve();
  return (slug, nowMs) => {
    const known = asked.get(slug);
    if (known !== undefined) return known;
    const audit = last
      .then(() => inThread({ audit: { folder, slug, nowMs } }))
      .finally(() => asked.delete(slug));
    asked.set(slug, audit);
    last = audit.catch(() => undefined);
    return audit;
  };
}

const order = workerData as Partial<Order> | null;
if (!isMainThread && order?.audit !== undefined) {
  const { folder, slug, nowMs } = order.audit;
  parentPort?.postMessage(toldOf(await auditFolder(folder, [slug], nowMs), slug));
}
