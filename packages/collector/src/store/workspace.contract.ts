/** What every driver of the store must do with views, notes and actions: `workspaceContract('SQLite', driver)` in its tests. */
import { describe, expect, it } from 'vitest';
import type { Driver } from './store.contract.ts';
import { type NewSite, StoreUnavailableError } from './store.ts';
import type { StoredNote, StoredStep, StoredView } from './workspace.ts';

export const shop = (slug: string): NewSite => ({
  slug,
  name: slug,
  kind: 'live',
  k: 10,
  timeZone: 'UTC',
  currency: 'EUR',
  origins: [`https://${slug}.example`],
  routes: [],
  provenance: null,
});
const DAY = 20_000;
const ALWAYS = { from: 0, to: 100_000 };
const view = (id: string, more: Partial<StoredView> = {}): StoredView => ({
  id,
  name: `View ${id}`,
  address: '#/shop/pages',
  author: 'mira',
  made: DAY,
  ...more,
});
const note = (id: string, more: Partial<StoredNote> = {}): StoredNote => ({
  id,
  day: DAY,
  text: `Note ${id}`,
  author: 'mira',
  made: DAY + 1,
  ...more,
});
const step = (more: Partial<StoredStep> = {}): StoredStep => ({
  state: 'planned',
  reason: null,
  day: null,
  author: 'mira',
  changed: DAY,
  ...more,
});
const ROOM = { actions: 10, history: 3 };

export function workspaceContract(name: string, driver: Driver): void {
  const open = async () => {
    const { store, second } = driver.open();
    await store.saveSite(shop('shop'));
    await store.saveSite(shop('outlet'));
    return { store, second };
  };

  describe(`the ${name} store, of the work with a site`, () => {
    it('keeps views by site, by id, for every connection', async () => {
      const { store, second } = await open();
      await store.addView(1, view('b'), 10);
      await store.addView(1, view('a'), 10);
      await store.addView(2, view('a', { name: 'Of another site' }), 10);
      expect(await second().views(1)).toEqual([view('a'), view('b')]);
    });

    it('renames and removes the view of this site, and says whether there was one', async () => {
      const { store } = await open();
      await store.addView(1, view('a'), 10);
      await store.addView(2, view('a'), 10);
      expect([await store.renameView(1, 'a', 'New'), await store.renameView(1, 'b', 'New')]).toEqual([
        true,
        false,
      ]);
      expect([await store.views(1), await store.views(2)]).toEqual([
        [view('a', { name: 'New' })],
        [view('a')],
      ]);
      expect([await store.removeView(1, 'a'), await store.removeView(1, 'a')]).toEqual([true, false]);
      expect([await store.views(1), await store.views(2)]).toEqual([[], [view('a')]]);
    });

    it('takes so many views and notes of a site, and no more', async () => {
      const { store } = await open();
      expect([await store.addView(1, view('a'), 1), await store.addView(1, view('b'), 1)]).toEqual([
        true,
        false,
      ]);
      expect([await store.addNote(1, note('a'), 1), await store.addNote(1, note('b'), 1)]).toEqual([
        true,
        false,
      ]);
      expect([await store.addView(2, view('a'), 1), await store.addNote(2, note('a'), 1)]).toEqual([
        true,
        true,
      ]);
      expect([await store.views(1), await store.notes(1, ALWAYS)]).toEqual([[view('a')], [note('a')]]);
    });

    it('finds notes by their day, the first and last of the range included', async () => {
      const { store } = await open();
      for (const [id, day] of [
        ['a', DAY - 1],
        ['b', DAY],
        ['c', DAY + 1],
        ['d', DAY + 2],
      ] as const)
        await store.addNote(1, note(id, { day }), 10);
      const found = await store.notes(1, { from: DAY, to: DAY + 1 });
      expect(found.map(({ id }) => id)).toEqual(['b', 'c']);
    });

    it('changes of a note what is given, and of no other', async () => {
      const { store } = await open();
      await store.addNote(1, note('a'), 10);
      await store.addNote(2, note('a'), 10);
      expect(await store.changeNote(1, 'a', { text: 'New' })).toEqual(note('a', { text: 'New' }));
      expect(await store.changeNote(1, 'a', { day: 7 })).toEqual(note('a', { text: 'New', day: 7 }));
      expect(await store.changeNote(1, 'b', { day: 7 })).toBeNull();
      expect([await store.removeNote(1, 'a'), await store.removeNote(1, 'a')]).toEqual([true, false]);
      expect(await store.notes(2, ALWAYS)).toEqual([note('a')]);
    });

    it('keeps how an action stands, with what it was before, the newest first and so many', async () => {
      const { store } = await open();
      const changes = [1, 2, 3, 4].map((day) => step({ changed: DAY + day }));
      for (const change of changes) await store.addStep(1, 'move:/a', change, ROOM);
      const history = [changes[3], changes[2], changes[1]];
      expect(await store.actions(1)).toEqual([{ id: 'move:/a', history }]);
      expect(await store.actions(2)).toEqual([]);
    });

    it('takes so many actions, and changes of those that there are', async () => {
      const { store } = await open();
      const atMost = { actions: 1, history: 2 };
      const done = step({ state: 'done', day: DAY });
      expect(await store.addStep(1, 'a:1', step(), atMost)).toEqual({ id: 'a:1', history: [step()] });
      expect(await store.addStep(1, 'b:1', step(), atMost)).toBeNull();
      expect(await store.addStep(1, 'a:1', done, atMost)).toEqual({ id: 'a:1', history: [done, step()] });
      expect((await store.actions(1)).map(({ id }) => id)).toEqual(['a:1']);
    });

    it('takes nothing for a site that is gone, and lets go of what that had', async () => {
      const { store } = await open();
      await store.addView(1, view('a'), 10);
      await store.addNote(1, note('a'), 10);
      await store.addStep(1, 'a:1', step(), ROOM);
      await store.eraseSite(1);
      await expect(store.addView(1, view('b'), 10)).rejects.toThrow(StoreUnavailableError);
      await expect(store.addNote(1, note('b'), 10)).rejects.toThrow(StoreUnavailableError);
      await expect(store.addStep(1, 'a:1', step(), ROOM)).rejects.toThrow(StoreUnavailableError);
      while (await store.eraseRows(1, 100));
      expect([await store.views(1), await store.notes(1, ALWAYS), await store.actions(1)]).toEqual([
        [],
        [],
        [],
      ]);
    });

    it('takes in what came along with a site', async () => {
      const { store } = await open();
      const id = await store.expect();
      const work = {
        views: [view('a', { author: null })],
        notes: [note('a', { author: null })],
        actions: [{ id: 'a:1', history: [step({ author: null })] as const }],
      };
      await store.arrive(id, {
        site: shop('came'),
        statement: '00000000',
        policy: null,
        sealedThrough: null,
        kept: { from: null, monthsThrough: null },
        work,
      });
      expect({
        views: await store.views(id),
        notes: await store.notes(id, ALWAYS),
        actions: await store.actions(id),
      }).toEqual(work);
    });
  });
}
