/** The weekly digest of a site: who gets it and when, how that went, and one to see whether it arrives. How it is sent: digest/. */
import {
  DIGEST_LANGUAGES,
  DIGEST_LIMITS,
  type DigestChange,
  type DigestReader,
  type DigestSaved,
  type DigestState,
  dayNumber,
  type Issue,
} from '@holloway/protocol';
import * as v from 'valibot';
import type { Access } from '../access/access.ts';
import type { DigestJob } from '../digest/job.ts';
import { readersOf } from '../digest/readers.ts';
import { DEFAULT_PLAN, showDigest } from '../digest/show-digest.ts';
import { webhookRule } from '../digest/webhook-address.ts';
import { dueWeek } from '../digest/week.ts';
import { createLimiter } from '../ingest/limit.ts';
import { problem } from '../problem.ts';
import type { DigestPlan, Digests } from '../store/digests.ts';
import type { SiteRecord } from '../store/store.ts';
import { callerOf, note } from './caller.ts';
import { answerJson } from './desk.ts';
import { readBody } from './read-body.ts';
import { SITE } from './report-routes.ts';
import type { Route } from './route.ts';

export interface DigestRoutesDeps {
  readonly store: Pick<Digests, 'digest' | 'saveDigest' | 'deliveries'>;
  readonly access: Pick<Access, 'people'>;
  readonly clock: { now(): number };
  readonly digest: {
    readonly tryOut: DigestJob['tryOut'];
    /** Whether a mail server is set up. */
    readonly hasMail: boolean;
    /** Whether the operator lets webhooks into the networks around the collector, and onto its machine. */
    readonly isPrivateAllowed: boolean;
    readonly newSecret: () => string;
  };
}

const PATH = '/v1/sites/:site/digest';
const RULE = { for: 'site', permission: 'settings' } as const;
/** Of one site: one a minute, three at once. */
const TRIES = { perSecond: 1 / 60, burst: 3 };

const whole = (least: number, most: number) => {
  const rule = `must be a whole number from ${least} to ${most}`;
  return v.pipe(v.number(rule), v.integer(rule), v.minValue(least, rule), v.maxValue(most, rule));
};
const YES_OR_NO = v.boolean('must be true or false');
const PEOPLE_RULE = `must be a list of at most ${DIGEST_LIMITS.people} ids of people who may read the site, and signed in before`;
const CHANGE = v.object({
  on: v.exactOptional(YES_OR_NO),
  weekday: v.exactOptional(whole(1, 7)),
  hour: v.exactOptional(whole(0, 23)),
  language: v.exactOptional(v.picklist(DIGEST_LANGUAGES, `must be one of ${DIGEST_LANGUAGES.join(', ')}`)),
  people: v.exactOptional(
    v.pipe(v.array(v.string(PEOPLE_RULE), PEOPLE_RULE), v.maxLength(DIGEST_LIMITS.people, PEOPLE_RULE)),
  ),
  webhook: v.exactOptional(v.nullable(v.string('must be text, or null'))),
  newSecret: v.exactOptional(YES_OR_NO),
});

const SETTINGS = {
  on: true,
  weekday: 1,
  hour: 8,
  language: 'en',
  people: ['Yk3v0cQ2'],
  webhook: 'https://hooks.example.com/holloway',
} as const;
const EXAMPLE: DigestState = {
  settings: SETTINGS,
  readers: [{ id: 'Yk3v0cQ2', name: 'Mira', email: 'mira@shop.example' }],
  mail: true,
  deliveries: [
    {
      ...({ person: 'Yk3v0cQ2', week: '2026-11-16', state: 'sent', attempts: 1 } as const),
      ...{ fault: null, status: null, sent: '2026-11-23T07:00:12.000Z' },
    },
  ],
};
const jsonOf = (...examples: readonly object[]) =>
  ({ type: 'application/json', schema: { type: 'object', examples } }) as const;

/** What is wrong with a change that has the right shape. */
function issueOf(
  change: DigestChange,
  { kind }: SiteRecord,
  readers: readonly DigestReader[],
  isPrivateAllowed: boolean,
): Issue | null {
  if (change.on === true && kind === 'archive')
    return { field: 'on', rule: 'must be false: no week comes to an archive' };
  if (change.people?.some((person) => !readers.some(({ id }) => id === person)))
    return { field: 'people', rule: PEOPLE_RULE };
  const rule = typeof change.webhook === 'string' ? webhookRule(change.webhook, isPrivateAllowed) : null;
  return rule === null ? null : { field: 'webhook', rule };
}

export function digestRoutes({ store, access, clock, digest }: DigestRoutesDeps): readonly Route[] {
  const mayTry = createLimiter(TRIES);
  const planOf = async ({ id }: SiteRecord): Promise<DigestPlan> =>
    (await store.digest(id))?.plan ?? DEFAULT_PLAN;
  const readersAt = async ({ slug }: SiteRecord) => readersOf(await access.people(), slug);
  const stateOf = async (site: SiteRecord): Promise<DigestState> =>
    showDigest(await planOf(site), await readersAt(site), await store.deliveries(site.id), digest.hasMail);

  /** Another address gets another secret: who had the one before is not to sign for it. */
  const webhookOf = (before: DigestPlan, { webhook, newSecret = false }: DigestChange) => {
    const address = webhook === undefined ? (before.webhook?.address ?? null) : webhook;
    if (address === null) return { webhook: null, secret: null };
    if (address === before.webhook?.address && !newSecret) return { webhook: before.webhook, secret: null };
    const secret = digest.newSecret();
    return { webhook: { address, secret }, secret };
  };

  return [
    {
      method: 'get',
      path: PATH,
      area: 'sites',
      summary: 'The weekly digest of the site: who gets it and when, who may be chosen, how the latest went.',
      rule: RULE,
      parameters: [SITE],
      answers: [{ status: 200, description: 'As it is set; never the secret.', ...jsonOf(EXAMPLE) }],
      ofSite: async (c, site) => answerJson(c, await stateOf(site)),
    },
    {
      method: 'put',
      path: PATH,
      area: 'sites',
      summary:
        'Changes of the weekly digest what is given. A webhook that is new, or asked for it, gets a secret, which is in this answer alone.',
      rule: RULE,
      parameters: [SITE],
      body: {
        type: 'application/json',
        description:
          'Weekday (1 is Monday) and hour are in the time zone of the site. `people`: ids of staff who may read it. `webhook`: an address of https, or null.',
        schema: {
          type: 'object',
          properties: {
            on: { type: 'boolean' },
            weekday: { type: 'integer', minimum: 1, maximum: 7 },
            hour: { type: 'integer', minimum: 0, maximum: 23 },
            language: { enum: DIGEST_LANGUAGES },
            people: { type: 'array', items: { type: 'string' }, maxItems: DIGEST_LIMITS.people },
            webhook: { type: ['string', 'null'], maxLength: DIGEST_LIMITS.address },
            newSecret: { type: 'boolean' },
          },
          examples: [SETTINGS, { newSecret: true }],
        },
      },
      answers: [
        {
          status: 200,
          description: 'As it is now, with the secret of a webhook that got one.',
          ...jsonOf({ ...EXAMPLE, secret: 'hwd_…' }),
        },
      ],
      problems: ['bad_request', 'unavailable'],
      ofSite: async (c, site) => {
        const body = await readBody(c, CHANGE);
        if (!body.ok) return problem('bad_request', body.issue);
        const { newSecret: _, webhook: __, ...rest } = body.value;
        const issue = issueOf(body.value, site, await readersAt(site), digest.isPrivateAllowed);
        if (issue !== null) return problem('bad_request', issue);
        const { plan, secret } = await store.saveDigest(site.id, (stored) => {
          const before = stored ?? DEFAULT_PLAN;
          const { webhook, secret } = webhookOf(before, body.value);
          const plan: DigestPlan = { ...before, ...rest, webhook };
          const isOtherTime =
            plan.on && (!before.on || plan.weekday !== before.weekday || plan.hour !== before.hour);
          // What was due before it was asked for is not sent: it begins with the next time.
          const due = isOtherTime ? dueWeek(clock.now(), plan, site.timeZone) : null;
          return { plan, secret, week: due === null ? null : dayNumber(due.from) };
        });
        note(c, plan.on ? 'on' : 'off');
        const saved: DigestSaved = { ...(await stateOf(site)), secret };
        return answerJson(c, saved);
      },
    },
    {
      method: 'post',
      path: `${PATH}/test`,
      area: 'sites',
      summary:
        'Sends the last whole week that is closed to whoever asks, by mail, and to the webhook, marked as a test; says how that went.',
      rule: { ...RULE, by: 'person' },
      parameters: [SITE],
      answers: [
        {
          status: 200,
          description: '`sent`, or what is wrong; absent what is not set up.',
          ...jsonOf({ mail: 'sent', webhook: 'status', status: 503 }),
        },
      ],
      problems: ['rate_limited', 'unavailable'],
      ofSite: async (c, site) => {
        if (!mayTry(site.slug, clock.now())) return problem('rate_limited', { retryAfterSeconds: 60 });
        const { id } = callerOf(c);
        const reader = (await readersAt(site)).find((each) => each.id === id);
        if (reader === undefined) return problem('forbidden');
        return answerJson(c, await digest.tryOut(site, await planOf(site), reader));
      },
    },
  ];
}
