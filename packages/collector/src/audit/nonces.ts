/** What is kept of batches so that none counts twice: the site, 64 random bits and an hour, for a day. */
import type { Database } from 'better-sqlite3';
import { type Breach, where } from './check.ts';
import { numberIn } from './evidence.ts';

const HOUR_MS = 3_600_000;
/** Known for 25 hours; forgotten by a job that comes every hour, and may have to wait for the next. */
const LONGEST_HOURS = 28;

/** The id of the site, and 11 characters of base64url. */
const PLAIN = `nonce GLOB '[0-9]*:???????????' AND
  substr(nonce, 1, length(nonce) - 12) NOT GLOB '*[^0-9]*' AND substr(nonce, -11) NOT GLOB '*[^A-Za-z0-9_-]*'`;

/** A batch that is older, and does not belong to history of a day that is open. */
const FORGETTABLE = `hour < $since AND NOT EXISTS (
  SELECT 1 FROM site WHERE site.id = batch.site AND batch.day > coalesce(site.sealed_through, -1))`;

export function examineNonces(db: Database, nowMs: number): Breach[] {
  const hour = Math.floor(nowMs / HOUR_MS);
  // A finer time is a larger number than any hour of today.
  const odd = numberIn(
    db,
    `SELECT count(*) FROM batch WHERE NOT (${PLAIN}) OR hour NOT BETWEEN 0 AND $next`,
    {
      next: hour + 1,
    },
  );
  const old = numberIn(db, `SELECT count(*) FROM batch WHERE ${FORGETTABLE}`, {
    since: hour - LONGEST_HOURS,
  });
  return [
    ...where(odd, 'nonces.plain', null, (count) => `${count} are something else`),
    ...where(old, 'nonces.purged', null, (count) => `${count} are older, and of no open day`),
  ];
}
