/**
 * What the store keeps of the weekly digest of a site: who gets it and when, and how the latest one goes to each of them.
 * Several collectors may look at once: a week is begun by one of them, and each letter taken on by one. Receivers are ids
 * of accounts, or the webhook; knows neither their addresses nor what is sent.
 */
import type { DeliveryState, DigestFault, DigestLanguage } from '@holloway/protocol';
import { type Runner, sqlOf } from './query.ts';
import { StoreUnavailableError } from './store.ts';

/** Stands for the webhook among ids of accounts. */
export const WEBHOOK = 'webhook';

export interface DigestPlan {
  readonly on: boolean;
  /** 1 is Monday. */
  readonly weekday: number;
  readonly hour: number;
  readonly language: DigestLanguage;
  /** Ids of accounts, which may be gone. */
  readonly people: readonly string[];
  readonly webhook: { readonly address: string; readonly secret: string } | null;
}

export interface StoredDigest {
  readonly plan: DigestPlan;
  /** The Monday of the last week that was begun, or is not to be; `null` before the first. A day number. */
  readonly week: number | null;
}

export interface SavedDigest {
  readonly plan: DigestPlan;
  /** Through which nothing is to be sent; never less than it was. `null` leaves it. */
  readonly week: number | null;
}

/** Instants are milliseconds since 1970. */
export interface StoredDelivery {
  readonly receiver: string;
  readonly week: number;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** When it was due. */
  readonly begun: number;
  /** Of what waits: not before this. Of what is under way: whoever took it on is gone after this. */
  readonly next: number;
  readonly fault: DigestFault | null;
  readonly status: number | null;
  /** When one arrived last, of any week. */
  readonly sent: number | null;
}

/** What came of an attempt. */
export type DeliveryOutcome = Pick<StoredDelivery, 'state' | 'next' | 'fault' | 'status' | 'sent'>;

export interface Digests {
  digest(site: number): Promise<StoredDigest | null>;
  /**
   * Whoever changes it at the same time changes what this one made of it.
   * @param change Told the plan as it is, `null` before the first; must not wait.
   * @returns What `change` made. Rejects with a StoreUnavailableError where the site is gone.
   */
  saveDigest<Saved extends SavedDigest>(
    site: number,
    change: (before: DigestPlan | null) => Saved,
  ): Promise<Saved>;
  /** By receiver. */
  deliveries(site: number): Promise<readonly StoredDelivery[]>;
  /**
   * From now on the week is to be sent to these; what was under way of another is not any more.
   * @param again Whether also where it was begun already.
   * @returns Whether it is begun by this call: of several, one is told so.
   */
  beginDigest(
    site: number,
    week: number,
    receivers: readonly string[],
    nowMs: number,
    again?: boolean,
  ): Promise<boolean>;
  /**
   * Takes on what is due for a receiver, until an instant.
   * @returns As it is now, with one attempt more; `null` where nothing is due, or somebody else has it.
   */
  claimDelivery(
    site: number,
    receiver: string,
    nowMs: number,
    untilMs: number,
  ): Promise<StoredDelivery | null>;
  /** Says how an attempt went; ignored where the delivery went on without it. */
  settleDelivery(site: number, claimed: StoredDelivery, outcome: DeliveryOutcome): Promise<void>;
}

interface DigestsDeps {
  readonly runner: Runner;
  readonly inTransaction: <T>(work: () => T) => Promise<T>;
}

type Progress = Omit<StoredDelivery, 'receiver'>;

export function createDigests({ runner, inTransaction }: DigestsDeps): Digests {
  const digestOf = (site: number): StoredDigest | null => {
    const [row] = runner.all(sqlOf.selectFrom('digest').select(['plan', 'week']).where('site', '=', site));
    return row === undefined ? null : { plan: JSON.parse(row.plan) as DigestPlan, week: row.week };
  };
  const deliveriesOf = (site: number): StoredDelivery[] =>
    runner
      .all(
        sqlOf
          .selectFrom('digest_delivery')
          .select(['receiver', 'progress'])
          .where('site', '=', site)
          .orderBy('receiver'),
      )
      .map(({ receiver, progress }) => ({ receiver, ...(JSON.parse(progress) as Progress) }));
  const keep = (site: number, { receiver, ...rest }: StoredDelivery): void => {
    const progress = JSON.stringify(rest satisfies Progress);
    runner.run(
      sqlOf
        .insertInto('digest_delivery')
        .values({ site, receiver, progress })
        .onConflict((conflict) => conflict.columns(['site', 'receiver']).doUpdateSet({ progress })),
    );
  };
  const deliveryTo = (site: number, receiver: string): StoredDelivery | undefined =>
    deliveriesOf(site).find((each) => each.receiver === receiver);

  return {
    digest: async (site) => digestOf(site),
    saveDigest: (site, change) =>
      inTransaction(() => {
        if (runner.all(sqlOf.selectFrom('site').select('id').where('id', '=', site)).length === 0)
          throw new StoreUnavailableError('nothing was written: the site is gone');
        const stored = digestOf(site);
        const before = stored?.week ?? null;
        const saved = change(stored?.plan ?? null);
        const { plan, week } = saved;
        const last = week === null || before === null ? (week ?? before) : Math.max(week, before);
        const row = { plan: JSON.stringify(plan), week: last };
        runner.run(
          sqlOf
            .insertInto('digest')
            .values({ site, ...row })
            .onConflict((conflict) => conflict.column('site').doUpdateSet(row)),
        );
        return saved;
      }),
    deliveries: async (site) => deliveriesOf(site),
    beginDigest: (site, week, receivers, nowMs, again = false) =>
      inTransaction(() => {
        const before = digestOf(site);
        if (before === null || (!again && before.week !== null && before.week >= week)) return false;
        // A week before the last one is sent again without the last one being due again.
        const last = Math.max(week, before.week ?? week);
        runner.run(sqlOf.updateTable('digest').set({ week: last }).where('site', '=', site));
        const sent = new Map(deliveriesOf(site).map((each) => [each.receiver, each.sent]));
        runner.run(sqlOf.deleteFrom('digest_delivery').where('site', '=', site));
        for (const receiver of receivers)
          keep(site, {
            ...{ receiver, week, state: 'waiting', attempts: 0, begun: nowMs, next: nowMs },
            ...{ fault: null, status: null, sent: sent.get(receiver) ?? null },
          });
        return true;
      }),
    claimDelivery: (site, receiver, nowMs, untilMs) =>
      inTransaction(() => {
        const found = deliveryTo(site, receiver);
        if (found === undefined || found.state === 'sent' || found.state === 'failed') return null;
        if (found.next > nowMs) return null;
        const claimed = { ...found, state: 'sending' as const, attempts: found.attempts + 1, next: untilMs };
        keep(site, claimed);
        return claimed;
      }),
    settleDelivery: (site, claimed, outcome) =>
      inTransaction(() => {
        const found = deliveryTo(site, claimed.receiver);
        const isStill =
          found?.week === claimed.week &&
          found.attempts === claimed.attempts &&
          found.begun === claimed.begun &&
          found.state === 'sending';
        if (isStill) keep(site, { ...claimed, ...outcome });
      }),
  };
}
