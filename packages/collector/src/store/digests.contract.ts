/** What every driver of the store must do with weekly digests: `digestsContract('SQLite', driver)` in its tests. */
import { describe, expect, it } from 'vitest';
import { type DigestPlan, WEBHOOK } from './digests.ts';
import type { Driver } from './store.contract.ts';
import { StoreUnavailableError } from './store.ts';
import { shop } from './workspace.contract.ts';

const MONDAY = 20_409;
const NEXT_MONDAY = MONDAY + 7;
const NOW = 1_764_144_000_000;
const MINUTE = 60_000;

const plan = (more: Partial<DigestPlan> = {}): DigestPlan => ({
  on: true,
  weekday: 1,
  hour: 8,
  language: 'de',
  people: ['mira', 'noor'],
  webhook: { address: 'https://hooks.example/digest', secret: 'a secret' },
  ...more,
});

export function digestsContract(name: string, driver: Driver): void {
  const open = async () => {
    const { store, second } = driver.open();
    await store.saveSite({ ...shop('shop') });
    await store.saveSite({ ...shop('outlet') });
    return { store, second };
  };
  const begun = async () => {
    const opened = await open();
    await opened.store.saveDigest(1, () => ({ plan: plan(), week: null }));
    await opened.store.beginDigest(1, MONDAY, ['mira', WEBHOOK], NOW);
    return opened;
  };
  const waiting = {
    ...{ week: MONDAY, state: 'waiting', attempts: 0, begun: NOW, next: NOW },
    ...{ fault: null, status: null, sent: null },
  } as const;

  describe(`the ${name} store, of weekly digests`, () => {
    it('keeps the plan of a site, for every connection, and none of another', async () => {
      const { store, second } = await open();
      expect(await store.digest(1)).toBeNull();
      await store.saveDigest(1, () => ({ plan: plan(), week: null }));
      expect([await second().digest(1), await store.digest(2)]).toEqual([{ plan: plan(), week: null }, null]);
    });

    it('keeps what was begun when the plan changes, and never goes back behind it', async () => {
      const { store } = await begun();
      await store.saveDigest(1, () => ({ plan: plan({ hour: 9 }), week: null }));
      expect(await store.digest(1)).toEqual({ plan: plan({ hour: 9 }), week: MONDAY });
      await store.saveDigest(1, () => ({ plan: plan(), week: MONDAY - 7 }));
      expect((await store.digest(1))?.week).toBe(MONDAY);
      await store.saveDigest(1, () => ({ plan: plan(), week: NEXT_MONDAY }));
      expect((await store.digest(1))?.week).toBe(NEXT_MONDAY);
      expect(await store.deliveries(1)).toHaveLength(2);
    });

    it('changes the plan as it is by then, whoever changes it at the same time', async () => {
      const { store, second } = await open();
      await store.saveDigest(1, () => ({ plan: plan({ people: [] }), week: null }));
      const add = (who: string) => (before: DigestPlan | null) => ({
        ...{ plan: plan({ people: [...(before?.people ?? []), who] }), week: null, who },
      });
      const made = [store.saveDigest(1, add('mira')), second().saveDigest(1, add('noor'))];
      expect((await Promise.all(made)).map(({ who }) => who)).toEqual(['mira', 'noor']);
      expect((await store.digest(1))?.plan.people).toHaveLength(2);
    });

    it('lets a week be begun once, whoever asks', async () => {
      const { store, second } = await open();
      await store.saveDigest(1, () => ({ plan: plan(), week: null }));
      const both = [store, second()].map((each) => each.beginDigest(1, MONDAY, ['mira', WEBHOOK], NOW));
      expect((await Promise.all(both)).sort()).toEqual([false, true]);
      expect(await store.beginDigest(1, MONDAY - 7, ['noor'], NOW)).toBe(false);
      expect(await store.deliveries(1)).toEqual([
        { receiver: 'mira', ...waiting },
        { receiver: WEBHOOK, ...waiting },
      ]);
      expect(await store.beginDigest(1, MONDAY, ['noor'], NOW, true)).toBe(true);
      expect((await store.deliveries(1)).map(({ receiver }) => receiver)).toEqual(['noor']);
    });

    it('does not make the last week due again by sending the one before it', async () => {
      const { store } = await begun();
      expect(await store.beginDigest(1, MONDAY - 7, ['noor'], NOW, true)).toBe(true);
      expect((await store.digest(1))?.week).toBe(MONDAY);
      expect(await store.deliveries(1)).toMatchObject([{ receiver: 'noor', week: MONDAY - 7 }]);
      expect(await store.beginDigest(1, MONDAY, ['mira'], NOW)).toBe(false);
    });

    it('gives each letter to one, who has it for a while', async () => {
      const { store, second } = await begun();
      const until = NOW + 10 * MINUTE;
      const both = [store, second()].map((each) => each.claimDelivery(1, 'mira', NOW, until));
      expect((await Promise.all(both)).filter((each) => each !== null)).toEqual([
        { receiver: 'mira', ...waiting, state: 'sending', attempts: 1, next: until },
      ]);
      expect(await store.claimDelivery(1, 'mira', until - 1, until + MINUTE)).toBeNull();
      expect(await store.claimDelivery(1, 'mira', until, until + MINUTE)).toMatchObject({ attempts: 2 });
      expect(await store.claimDelivery(1, 'noor', NOW, until)).toBeNull();
      expect(await store.claimDelivery(2, 'mira', NOW, until)).toBeNull();
    });

    it('has how an attempt went from whoever made it, and from nobody who was too slow', async () => {
      const { store } = await begun();
      const first = await store.claimDelivery(1, 'mira', NOW, NOW + MINUTE);
      const second = await store.claimDelivery(1, 'mira', NOW + MINUTE, NOW + 2 * MINUTE);
      if (first === null || second === null) throw new Error('nothing was due');
      const failed = { state: 'waiting', next: NOW + 9, fault: 'status', status: 503, sent: null } as const;
      await store.settleDelivery(1, first, failed);
      expect((await store.deliveries(1))[0]).toEqual(second);
      await store.settleDelivery(1, second, { ...failed, next: NOW + 5 * MINUTE });
      expect((await store.deliveries(1))[0]).toEqual({ ...second, ...failed, next: NOW + 5 * MINUTE });
      expect(await store.claimDelivery(1, 'mira', NOW + 4 * MINUTE, NOW + 9 * MINUTE)).toBeNull();
      const third = await store.claimDelivery(1, 'mira', NOW + 5 * MINUTE, NOW + 9 * MINUTE);
      if (third === null) throw new Error('nothing was due');
      const sent = { state: 'sent', next: NOW, fault: null, status: null, sent: NOW + 6 * MINUTE } as const;
      await store.settleDelivery(1, third, sent);
      expect(await store.claimDelivery(1, 'mira', NOW + 99 * MINUTE, NOW + 100 * MINUTE)).toBeNull();
      // The week after knows when one arrived last.
      await store.beginDigest(1, NEXT_MONDAY, ['mira'], NOW + 7 * 24 * 60 * MINUTE);
      expect(await store.deliveries(1)).toMatchObject([{ week: NEXT_MONDAY, attempts: 0, sent: sent.sent }]);
    });

    it('takes nothing for a site that is gone, and lets go of what that had', async () => {
      const { store } = await begun();
      await store.eraseSite(1);
      await store.eraseRows(1, 1_000);
      await expect(store.saveDigest(1, () => ({ plan: plan(), week: null }))).rejects.toThrow(
        StoreUnavailableError,
      );
      expect(await store.beginDigest(1, NEXT_MONDAY, ['mira'], NOW)).toBe(false);
      expect([await store.digest(1), await store.deliveries(1)]).toEqual([null, []]);
    });
  });
}
