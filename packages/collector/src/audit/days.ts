/** How long things lie: open days that should be sealed, counts that should not wait any more, days that are due. */
import { dayAt, dayNumber } from '@holloway/protocol';
import { scheduleOf } from '../keep/schedule.ts';
import { monthOf } from '../store/month.ts';
import { WAITING_DAYS } from '../store/seal.ts';
import type { SiteRecord } from '../store/store.ts';
import { type Breach, many, where } from './check.ts';
import { type Evidence, numberIn } from './evidence.ts';

/** A day is sealed two hours after it ended, and deleted within hours of being due; a collector may be off for one. */
const GRACE_DAYS = 2;
const NAMED = 'a + b + c + d > 0';

function late({ db, nowMs }: Evidence, { id, slug, kind, timeZone, sealedThrough }: SiteRecord): Breach[] {
  const today = dayNumber(dayAt(nowMs, timeZone));
  const left = numberIn(db, 'SELECT count(*) FROM intake WHERE site = $id AND day <= $through', {
    id,
    through: sealedThrough ?? -1,
  });
  const open = numberIn(
    db,
    'SELECT count(DISTINCT day) FROM intake WHERE site = $id AND day > $through AND day < $due',
    { id, through: sealedThrough ?? -1, due: today - GRACE_DAYS },
  );
  return [
    ...where(left, 'open.sealed', slug, (count) => `${many(count, 'row')} of intake`),
    // Of an archive time stands still: its days are sealed by whoever imports them.
    ...where(kind === 'archive' ? 0 : open, 'open.late', slug, (count) => many(count, 'day')),
  ];
}

/** What waits is looked at when a day is sealed; until then it may be as old as that. */
function waits({ db }: Evidence, { id, slug, sealedThrough }: SiteRecord): Breach[] {
  if (sealedThrough === null) return [];
  const old = numberIn(db, `SELECT count(*) FROM waiting WHERE site = $id AND since <= $last AND ${NAMED}`, {
    id,
    last: sealedThrough - WAITING_DAYS,
  });
  return where(old, 'waiting.late', slug, (count) => many(count, 'row'));
}

/** Days before the first that is kept, and days of months that are kept as a whole. */
function due({ db, nowMs }: Evidence, site: SiteRecord): Breach[] {
  const today = dayNumber(dayAt(nowMs, site.timeZone));
  const schedule = scheduleOf(site.retention, site, today - GRACE_DAYS);
  if (schedule === null || site.kind === 'archive') return [];
  const { from, monthsThrough } = schedule;
  const days = db
    .prepare<[object], { day: number; count: number }>(
      `SELECT day, count(*) AS count FROM cell WHERE site = $id AND (day < $from OR day <= $through) GROUP BY day`,
    )
    .all({ id: site.id, from: from ?? -1, through: monthsThrough ?? -1 });
  const old = days.filter(({ day }) => from !== null && day < from);
  const daily = days.filter(({ day }) => !old.some((each) => each.day === day) && day !== monthOf(day).first);
  const rows = (of: readonly { count: number }[]): number => of.reduce((sum, { count }) => sum + count, 0);
  return [
    ...where(rows(old), 'retention.due', site.slug, (count) => `${many(count, 'row')} are too old`),
    ...where(rows(daily), 'retention.due', site.slug, (count) => `${many(count, 'row')} are still by day`),
  ];
}

export const examineDays = (evidence: Evidence, site: SiteRecord): Breach[] => [
  ...late(evidence, site),
  ...waits(evidence, site),
  ...due(evidence, site),
];
