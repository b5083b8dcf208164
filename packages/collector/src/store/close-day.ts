/** Closing a day of a site, as one transaction of whichever connection: sealing, and what a site keeps of it. */
import { noteOther } from './other-before.ts';
import type { Runner } from './query.ts';
import { sealDay } from './seal.ts';
import type { SealPlan } from './seal-plan.ts';
import type { Day } from './seal-sql.ts';
import { kForSealing, readSites, writeSealed } from './sites.ts';

/** Runs inside the caller's transaction. Where the site is gone, or the day sealed already, it does nothing. */
export function closeDay(runner: Runner, { site, day, k }: Day, plan: SealPlan): void {
  const record = readSites(runner).find(({ id }) => id === site);
  if (record === undefined || (record.sealedThrough !== null && record.sealedThrough >= day)) return;
  noteOther(runner, site, day, record.sealedThrough);
  sealDay(runner, { site, day, k: kForSealing(runner, site, day, k) }, plan);
  writeSealed(runner, site, day, k);
}
