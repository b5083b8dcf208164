/** Opens the data folder for one command, and closes it whatever happens. */
import type { ParseResult } from '@holloway/protocol';
import { type Core, openCore } from '../core.ts';
import type { SiteRecord } from '../store/store.ts';
import { CommandError } from './terminal.ts';

export const SYSTEM_CLOCK = { now: () => Date.now() };

export async function withCore<T>(dataFolder: string, work: (core: Core) => Promise<T>): Promise<T> {
  const core = await openCore(dataFolder, SYSTEM_CLOCK);
  try {
    return await work(core);
  } finally {
    await core.close();
  }
}

/** The site, or a CommandError. */
export async function siteNamed(core: Core, id: string): Promise<SiteRecord> {
  const site = await core.registry.site(id);
  if (site === undefined)
    throw new CommandError('there is no such site; `holloway site list` shows those there are');
  return site;
}

/** The value, or a CommandError that names the field and the rule. */
export function checked<T>(result: ParseResult<T>, where = ''): T {
  if (result.ok) return result.value;
  throw new CommandError(`${where}${result.issue.field} ${result.issue.rule}`);
}
