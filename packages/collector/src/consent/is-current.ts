/** Whether a site asks for what it does. */
import type { SiteRecord } from '../store/store.ts';
import type { Publisher } from './publish.ts';

/** Whether what visitors agreed to is what is said and counted now. An archive asks nobody. */
export async function isCurrent(publisher: Pick<Publisher, 'preview'>, site: SiteRecord): Promise<boolean> {
  if (site.kind === 'archive') return true;
  const preview = await publisher.preview(site, null);
  return preview.ok && !preview.value.asksAgain;
}
