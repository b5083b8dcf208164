/** How long ago each site was sealed, for whoever watches over the collector. */
import { dayAt, dayNumber } from '@holloway/protocol';
import type { Registry } from './registry.ts';

/** By site, in days: 1 where yesterday is sealed. Archives, and sites that have not counted a day yet, are not in it. */
export async function daysBehind(
  registry: Pick<Registry, 'sites'>,
  nowMs: number,
): Promise<ReadonlyMap<string, number>> {
  const behind = new Map<string, number>();
  for (const { slug, kind, timeZone, sealedThrough } of await registry.sites()) {
    if (kind === 'archive' || sealedThrough === null) continue;
    behind.set(slug, dayNumber(dayAt(nowMs, timeZone)) - sealedThrough);
  }
  return behind;
}
