/** Whether each site is set up so that its visitors are asked, counted and sealed. Pure. */
import { addDays, type Day, dayAt, dayNumber } from '@holloway/protocol';
import { isLoopbackOrigin } from '../network/loopback.ts';
import { type SiteRecord, UNPUBLISHED_STATEMENT } from '../store/store.ts';
import { type Finding, ok, warning, wrong } from './finding.ts';

/** Sealed two hours after midnight: the day before yesterday is, whatever the hour. */
const LATEST_SEAL_DAYS = 2;

export interface ExaminedSite {
  readonly site: SiteRecord;
  /** Days with counts that are not sealed, ascending, as day numbers. */
  readonly openDays: readonly number[];
  /** Whether what visitors agreed to is what is said and counted now. */
  readonly isCurrent: boolean;
}

function asked({ site, isCurrent }: ExaminedSite): readonly Finding[] {
  if (site.statement === UNPUBLISHED_STATEMENT) {
    return [
      wrong(
        `${site.slug} has no statement: nobody is asked, nothing is counted`,
        `holloway statement publish ${site.slug}`,
      ),
    ];
  }
  const old = isCurrent
    ? []
    : [
        wrong(
          `what visitors of ${site.slug} agreed to is not what is said or counted now`,
          `holloway statement publish ${site.slug} --dry-run shows the difference; without it, visitors are asked anew`,
        ),
      ];
  const nameless =
    site.policy === null && site.kind === 'live'
      ? [
          warning(
            `visitors of ${site.slug} are asked in its name, without an address or a contact`,
            'holloway statement init > policy.json, fill it in, and publish it',
          ),
        ]
      : [];
  return [...old, ...nameless];
}

function insecure({ slug, kind, origins }: SiteRecord): readonly Finding[] {
  const plain = origins.filter((origin) => origin.startsWith('http:') && !isLoopbackOrigin(origin));
  return kind === 'live' && plain.length > 0
    ? [
        warning(
          `${slug} has an origin without https`,
          'leave it out of the origins of the site, unless the shop has no https',
        ),
      ]
    : [];
}

function sealed({ site, openDays }: ExaminedSite, nowMs: number): readonly Finding[] {
  const today = dayAt(nowMs, site.timeZone);
  const due = dayNumber(addDays(today, -LATEST_SEAL_DAYS) as Day);
  const late = openDays.filter((day) => day <= due && day > (site.sealedThrough ?? Number.NEGATIVE_INFINITY));
  const ahead = site.sealedThrough !== null && site.sealedThrough >= dayNumber(today);
  return [
    ...(late.length > 0 && site.sealedThrough !== null
      ? [
          wrong(
            `${site.slug} has ${late.length} days that should be sealed and are not`,
            'start the collector: it seals what is over; if it runs, its log says why it does not',
          ),
        ]
      : []),
    ...(ahead
      ? [
          wrong(
            `${site.slug} is sealed through a day that is not over: the clock was wrong`,
            'set the clock right; what comes is counted on the day after the last sealed one',
          ),
        ]
      : []),
  ];
}

export function examineSites(sites: readonly ExaminedSite[], nowMs: number): readonly Finding[] {
  if (sites.length === 0) {
    return [warning('there is no site', 'holloway site add <id> --origin <url>')];
  }
  return sites.flatMap((each) => {
    if (each.site.kind === 'archive') return [];
    const found = [...asked(each), ...insecure(each.site), ...sealed(each, nowMs)];
    return found.length > 0
      ? found
      : [ok(`${each.site.slug} asks its visitors, counts them and is sealed in time`)];
  });
}
