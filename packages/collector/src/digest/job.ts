/**
 * Sends every site's digest once a week: begins a week when it is due, and takes on what is to be sent, letter by letter. Safe
 * beside other collectors on the same store. Where a collector is cut off between sending a letter and writing that down, the
 * letter is sent again under the same id: it is told at least once, never not at all. Does not say when to look (collector).
 */
import {
  addDays,
  type Day,
  type Digest,
  type DigestReader,
  type DigestTried,
  dayAt,
  dayFromNumber,
  dayNumber,
  type Person,
} from '@holloway/protocol';
import type { Mailer } from '../mail/mailer.ts';
import type { Registry } from '../site/registry.ts';
import {
  type DigestPlan,
  type Digests,
  type StoredDelivery,
  type StoredDigest,
  WEBHOOK,
} from '../store/digests.ts';
import { type SiteRecord, StoreUnavailableError } from '../store/store.ts';
import type { DigestOrder } from './gather.ts';
import { GIVEN_UP_AFTER_MS, outcomeOf } from './progress.ts';
import { readersOf } from './readers.ts';
import { type Fault, sendMail, sendWebhook } from './send.ts';
import type { PostWebhook } from './webhook.ts';
import { dueWeek, weekBefore } from './week.ts';

/** Whoever takes a letter on has it so long; far longer than a mail server or a webhook is waited for. */
const HELD_MS = 10 * 60_000;

export interface DigestJobDeps {
  readonly store: Digests;
  readonly registry: Pick<Registry, 'sites'>;
  readonly people: () => Promise<readonly Person[]>;
  /** Rejects with a StoreUnavailableError where it cannot be made now. */
  readonly compose: (site: SiteRecord, order: DigestOrder) => Promise<Digest>;
  /** `null` where no mail is set up. */
  readonly mailer: Mailer | null;
  readonly post: PostWebhook;
  /** Of the dashboard; `null` where it is not known. */
  readonly url: string | null;
  readonly clock: { now(): number };
  /** Of a digest to see whether it arrives: random, in letters, digits, - and _. */
  readonly newId: () => string;
  /** Told of unforeseen errors. */
  readonly report: (error: unknown) => void;
  /** Told what an operator should mend; names neither people nor addresses. */
  readonly warn: (message: string) => void;
}

export interface DigestJob {
  /** Sends what is due. Never rejects. */
  run(): Promise<void>;
  /** Sends the last whole week that is closed to whoever asks, and to the webhook; nothing of it is kept. */
  tryOut(site: SiteRecord, plan: DigestPlan, reader: DigestReader): Promise<DigestTried>;
  /** Sends the last whole week that is closed to everybody of the plan, also who has it; of each receiver how that went. */
  sendNow(site: SiteRecord, plan: DigestPlan): Promise<ReadonlyMap<string, Fault | null>>;
  /** Begins nothing more; resolves when nothing is under way. */
  stop(): Promise<void>;
}

/** Before which every day is closed. Of a site of which none is yet, a week that is not due any more. */
function openFrom({ sealedThrough, timeZone }: SiteRecord, nowMs: number): Day {
  const today = dayNumber(dayAt(nowMs, timeZone));
  return dayFromNumber(sealedThrough === null ? today - 7 : Math.min(sealedThrough + 1, today));
}

/** The last whole week of a site whose days are closed: others are told in steps of k, and without their money. */
export const lastWeekOf = (site: SiteRecord, nowMs: number) => weekBefore(openFrom(site, nowMs));

const receiversOf = ({ people, webhook }: DigestPlan): string[] => [
  ...people,
  ...(webhook === null ? [] : [WEBHOOK]),
];

export function createDigestJob(deps: DigestJobDeps): DigestJob {
  const { store, registry, people, compose, mailer, post, url, clock, newId, report, warn } = deps;
  let isStopping = false;
  let running: Promise<void> | null = null;

  /** Of one week; made when it is first needed. */
  const composing = (site: SiteRecord, { language }: DigestPlan, monday: number): (() => Promise<Digest>) => {
    const from = dayFromNumber(monday);
    let made: Promise<Digest> | null = null;
    return () => {
      made ??= compose(site, { language, url, week: { from, to: addDays(from, 6) } });
      return made;
    };
  };

  async function send(
    site: SiteRecord,
    plan: DigestPlan,
    { receiver, begun }: StoredDelivery,
    digest: Digest,
  ): Promise<Fault | null> {
    const sending = String(begun);
    const gone: Fault = { fault: 'gone', status: null };
    if (receiver === WEBHOOK)
      return plan.webhook === null ? gone : sendWebhook(post, plan.webhook, digest, sending);
    if (!plan.people.includes(receiver)) return gone;
    // Asked anew each time: an account may be gone since, or have lost the site.
    const reader = readersOf(await people(), site.slug).find(({ id }) => id === receiver);
    return reader === undefined ? gone : sendMail(mailer, reader, digest, sending);
  }

  const tell = (site: SiteRecord, receiver: string, { fault, status }: Fault): void => {
    if (fault === 'gone') return;
    const whom = receiver === WEBHOOK ? 'its webhook' : 'one of its people';
    const why = status === null ? fault : `${fault} ${status}`;
    warn(`the weekly digest of ${site.slug} did not reach ${whom} within a day, and is given up: ${why}`);
  };

  const isOver = (begun: number): boolean => clock.now() >= begun + GIVEN_UP_AFTER_MS;

  /** Of what is given up, where no attempt says it. Cut off in one, it is not known whether that arrived. */
  const untold = ({ attempts }: StoredDelivery): Fault['fault'] => (attempts > 1 ? 'too-slow' : 'not-made');

  /** @returns How it went; `undefined` where nothing is due. */
  async function deliver(
    site: SiteRecord,
    plan: DigestPlan,
    { receiver, begun }: Pick<StoredDelivery, 'receiver' | 'begun'>,
    digestOf: () => Promise<Digest>,
  ): Promise<Fault | null | undefined> {
    // What is given up is not made any more: it may be what nobody can make.
    const digest = isOver(begun) ? null : await digestOf();
    const claimed = await store.claimDelivery(site.id, receiver, clock.now(), clock.now() + HELD_MS);
    if (claimed === null) return undefined;
    const fault =
      digest === null || isOver(claimed.begun)
        ? { fault: claimed.fault ?? untold(claimed), status: claimed.status }
        : await send(site, plan, claimed, digest);
    const outcome = outcomeOf(claimed, fault, clock.now());
    await store.settleDelivery(site.id, claimed, outcome);
    if (outcome.state === 'failed' && fault !== null) tell(site, receiver, fault);
    return fault;
  }

  async function begin(site: SiteRecord, { plan, week: begun }: StoredDigest): Promise<void> {
    const week = dueWeek(clock.now(), plan, site.timeZone);
    if (week === null) return;
    const [monday, sunday] = [dayNumber(week.from), dayNumber(week.to)];
    // A day that is not closed is told in steps of k, and nothing of its money.
    if (site.sealedThrough === null || site.sealedThrough < sunday) return;
    if (begun !== null && begun >= monday) return;
    const receivers = receiversOf(plan);
    if (receivers.length > 0) await store.beginDigest(site.id, monday, receivers, clock.now());
  }

  async function runFor(site: SiteRecord): Promise<void> {
    const stored = await store.digest(site.id);
    if (stored === null || !stored.plan.on || site.kind === 'archive') return;
    await begin(site, stored);
    const due = (await store.deliveries(site.id)).filter(
      ({ state, next }) => (state === 'waiting' || state === 'sending') && next <= clock.now(),
    );
    const [first] = due;
    if (first === undefined) return;
    const digestOf = composing(site, stored.plan, first.week);
    for (const each of due) if (!isStopping) await deliver(site, stored.plan, each, digestOf);
  }

  async function runAll(): Promise<void> {
    for (const site of await registry.sites()) {
      if (isStopping) return;
      try {
        await runFor(site);
      } catch (error) {
        if (isStopping) return;
        if (error instanceof StoreUnavailableError)
          warn(`the weekly digest of ${site.slug} was put off: ${error.message}`);
        else report(error);
      }
    }
  }

  return {
    async run() {
      // Housekeeping that began before may come to it after the end, when nothing is open any more.
      if (isStopping) return;
      running ??= runAll()
        .catch((error: unknown) => (isStopping ? undefined : report(error)))
        .finally(() => {
          running = null;
        });
      await running;
    },
    async tryOut(site, plan, reader) {
      const { language, webhook } = plan;
      const digest = {
        ...(await compose(site, { language, url, week: lastWeekOf(site, clock.now()) })),
        test: true,
      };
      const sending = newId();
      const [mailed, posted] = await Promise.all([
        mailer === null ? undefined : sendMail(mailer, reader, digest, sending),
        webhook === null ? undefined : sendWebhook(post, webhook, digest, sending),
      ]);
      const told = (fault: Fault | null) => fault?.fault ?? ('sent' as const);
      return {
        ...(mailed === undefined ? {} : { mail: told(mailed) }),
        ...(posted === undefined ? {} : { webhook: told(posted) }),
        ...(typeof posted?.status === 'number' ? { status: posted.status } : {}),
      };
    },
    async sendNow(site, plan) {
      const monday = dayNumber(lastWeekOf(site, clock.now()).from);
      const receivers = receiversOf(plan);
      const begun = clock.now();
      await store.beginDigest(site.id, monday, receivers, begun, true);
      const digestOf = composing(site, plan, monday);
      const went = new Map<string, Fault | null>();
      for (const receiver of receivers) {
        const fault = await deliver(site, plan, { receiver, begun }, digestOf);
        if (fault !== undefined) went.set(receiver, fault);
      }
      return went;
    },
    async stop() {
      isStopping = true;
      await running;
    },
  };
}
