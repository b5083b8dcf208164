/**
 * Makes digests beside a collector that serves, in a process of its own: advice takes some tenths of a second, in which nobody
 * would be answered. One at a time.
 */
import type { Digest } from '@holloway/protocol';
import { say, startBeside, workBeside } from '../beside/beside.ts';
import { openCore } from '../core.ts';
import { type SiteRecord, StoreUnavailableError } from '../store/store.ts';
import { type DigestOrder, gatherDigest } from './gather.ts';

interface Order extends DigestOrder {
  readonly folder: string;
  readonly slug: string;
}

/** Many times what a large site takes; a process that hangs would hold up every digest after it. */
const ENDS_WITHIN_MS = 5 * 60_000;

interface Said {
  readonly digest: Digest | null;
}

const beside = (order: Order, endsWithinMs: number): Promise<Digest> =>
  new Promise((resolve, reject) => {
    const fail = (cause: unknown): void =>
      reject(new StoreUnavailableError('the digest could not be made', { cause }));
    const child = startBeside(import.meta.url, order);
    child.once('message', ({ digest }: Said) => (digest === null ? fail(null) : resolve(digest)));
    child.once('error', fail);
    const ending = setTimeout(() => child.kill('SIGKILL'), endsWithinMs);
    child.once('exit', (cause) => {
      clearTimeout(ending);
      fail(cause);
    });
  });

/**
 * @param endsWithinMs Of one digest; default: five minutes.
 * @returns Asks for a digest; rejects with a StoreUnavailableError.
 */
export function createComposer(
  folder: string,
  endsWithinMs = ENDS_WITHIN_MS,
): (site: SiteRecord, order: DigestOrder) => Promise<Digest> {
  let last: Promise<unknown> = Promise.resolve();
  return ({ slug }, order) => {
    const digest = last.then(() => beside({ ...order, folder, slug }, endsWithinMs));
    last = digest.catch(() => undefined);
    return digest;
  };
}

workBeside<Order>(import.meta.url, async ({ folder, slug, ...order }) => {
  const core = await openCore(folder, { now: () => Date.now() });
  try {
    const site = await core.registry.site(slug);
    await say({ digest: site === undefined ? null : await gatherDigest(site, order, core) } satisfies Said);
  } finally {
    await core.close();
    process.disconnect();
  }
});
