/** What owners read of a digest: how it is set, who may be chosen, and how the latest went. Pure. */
import {
  DIGEST_LANGUAGES,
  type DigestReader,
  type DigestSettings,
  type DigestState,
  dayFromNumber,
} from '@holloway/protocol';
import { type DigestPlan, type StoredDelivery, WEBHOOK } from '../store/digests.ts';

/** Of a site of which nobody set anything. */
export const DEFAULT_PLAN: DigestPlan = {
  on: false,
  weekday: 1,
  hour: 8,
  language: DIGEST_LANGUAGES[0],
  people: [],
  webhook: null,
};

/** Those who are gone, or may not read the site any more, are not in it; nor is the secret. */
const settingsOf = (plan: DigestPlan, readers: readonly DigestReader[]): DigestSettings => ({
  ...plan,
  people: plan.people.filter((person) => readers.some(({ id }) => id === person)),
  webhook: plan.webhook?.address ?? null,
});

export const showDigest = (
  plan: DigestPlan,
  readers: readonly DigestReader[],
  deliveries: readonly StoredDelivery[],
  mail: boolean,
): DigestState => ({
  settings: settingsOf(plan, readers),
  readers,
  mail,
  deliveries: deliveries.map(({ receiver, week, state, attempts, fault, status, sent }) => ({
    person: receiver === WEBHOOK ? null : receiver,
    week: dayFromNumber(week),
    ...{ state, attempts, fault, status },
    sent: sent === null ? null : new Date(sent).toISOString(),
  })),
});
