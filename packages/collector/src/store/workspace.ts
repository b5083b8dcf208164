/**
 * What the store keeps of the work with a site: views, annotations, and what became of actions. The part of its contract
 * about it, and the rows. Does not check what it is given (workspace/), nor know anybody's name: authors are ids of accounts.
 */
import type { ActionState } from '@holloway/protocol';
import { type Runner, sqlOf } from './query.ts';
import { type DayRange, StoreUnavailableError } from './store.ts';

interface Made {
  readonly id: string;
  /** The id of an account, which may be gone; `null` where the site came from another collector. */
  readonly author: string | null;
  /** Day number. */
  readonly made: number;
}

export interface StoredView extends Made {
  readonly name: string;
  readonly address: string;
}

export interface StoredNote extends Made {
  /** Day number. */
  readonly day: number;
  readonly text: string;
}

/** Days are day numbers. */
export interface StoredStep {
  readonly state: ActionState;
  readonly reason: string | null;
  readonly day: number | null;
  readonly author: string | null;
  readonly changed: number;
}

export interface StoredAction {
  readonly id: string;
  /** Newest first; the first is how it stands. */
  readonly history: readonly [StoredStep, ...StoredStep[]];
}

/**
 * Lists are in the order of their ids, which are drawn and tell nothing. Adding rejects with a StoreUnavailableError where
 * the site is gone.
 */
export interface Workspace {
  views(site: number): Promise<readonly StoredView[]>;
  /** @returns Whether there was room: the site has at most so many of them. */
  addView(site: number, view: StoredView, atMost: number): Promise<boolean>;
  /** @returns Whether it was there. */
  renameView(site: number, id: string, name: string): Promise<boolean>;
  /** @returns Whether it was there. */
  removeView(site: number, id: string): Promise<boolean>;

  notes(site: number, range: DayRange): Promise<readonly StoredNote[]>;
  /** @returns Whether there was room. */
  addNote(site: number, note: StoredNote, atMost: number): Promise<boolean>;
  /** @returns As it is now; `null` where there is none. */
  changeNote(
    site: number,
    id: string,
    change: Partial<Pick<StoredNote, 'day' | 'text'>>,
  ): Promise<StoredNote | null>;
  /** @returns Whether it was there. */
  removeNote(site: number, id: string): Promise<boolean>;

  actions(site: number): Promise<readonly StoredAction[]>;
  /**
   * Puts a step before those of an action, and forgets the oldest.
   * @returns The action; `null` where it would be one too many.
   */
  addStep(
    site: number,
    id: string,
    step: StoredStep,
    atMost: { readonly actions: number; readonly history: number },
  ): Promise<StoredAction | null>;
}

/** Of a site that another collector had. */
export interface ArrivingWork {
  readonly views: readonly StoredView[];
  readonly notes: readonly StoredNote[];
  readonly actions: readonly StoredAction[];
}

type Table = 'saved_view' | 'annotation' | 'action_state';

export interface WorkspaceDeps {
  readonly runner: Runner;
  readonly inTransaction: <T>(work: () => T) => Promise<T>;
}

const stored = (history: StoredAction['history']): string => JSON.stringify(history);

/** Inside the caller's transaction, which makes the site as well. */
export function receiveWork(runner: Runner, site: number, { views, notes, actions }: ArrivingWork): void {
  for (const view of views) runner.run(sqlOf.insertInto('saved_view').values({ site, ...view }));
  for (const note of notes) runner.run(sqlOf.insertInto('annotation').values({ site, ...note }));
  for (const { id, history } of actions)
    runner.run(sqlOf.insertInto('action_state').values({ site, id, history: stored(history) }));
}

export function createWorkspace({ runner, inTransaction }: WorkspaceDeps): Workspace {
  const has = (table: Table, site: number, id: string): boolean =>
    runner.all(sqlOf.selectFrom(table).select('id').where('site', '=', site).where('id', '=', id)).length > 0;

  const isFull = (table: Table, site: number, atMost: number): boolean => {
    if (runner.all(sqlOf.selectFrom('site').select('id').where('id', '=', site)).length === 0)
      throw new StoreUnavailableError('nothing was written: the site is gone');
    const [counted] = runner.all(
      sqlOf
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('rows'))
        .where('site', '=', site),
    );
    return (counted?.rows ?? 0) >= atMost;
  };

  const remove = (table: Table, site: number, id: string): Promise<boolean> =>
    inTransaction(() => {
      if (!has(table, site, id)) return false;
      runner.run(sqlOf.deleteFrom(table).where('site', '=', site).where('id', '=', id));
      return true;
    });

  const noteWith = (site: number, id: string): StoredNote | null =>
    runner.all(
      sqlOf
        .selectFrom('annotation')
        .select(['id', 'day', 'text', 'author', 'made'])
        .where('site', '=', site)
        .where('id', '=', id),
    )[0] ?? null;

  const actionsOf = (site: number) =>
    sqlOf.selectFrom('action_state').select(['id', 'history']).where('site', '=', site).orderBy('id');
  const readActions = (query: ReturnType<typeof actionsOf>): StoredAction[] =>
    runner
      .all(query)
      .map(({ id, history }) => ({ id, history: JSON.parse(history) as StoredAction['history'] }));

  return {
    views: async (site) =>
      runner.all(
        sqlOf
          .selectFrom('saved_view')
          .select(['id', 'name', 'address', 'author', 'made'])
          .where('site', '=', site)
          .orderBy('id'),
      ),
    addView: (site, view, atMost) =>
      inTransaction(() => {
        if (isFull('saved_view', site, atMost)) return false;
        runner.run(sqlOf.insertInto('saved_view').values({ site, ...view }));
        return true;
      }),
    renameView: (site, id, name) =>
      inTransaction(() => {
        if (!has('saved_view', site, id)) return false;
        runner.run(
          sqlOf.updateTable('saved_view').set({ name }).where('site', '=', site).where('id', '=', id),
        );
        return true;
      }),
    removeView: (site, id) => remove('saved_view', site, id),

    notes: async (site, { from, to }) =>
      runner.all(
        sqlOf
          .selectFrom('annotation')
          .select(['id', 'day', 'text', 'author', 'made'])
          .where('site', '=', site)
          .where('day', '>=', from)
          .where('day', '<=', to)
          .orderBy('id'),
      ),
    addNote: (site, note, atMost) =>
      inTransaction(() => {
        if (isFull('annotation', site, atMost)) return false;
        runner.run(sqlOf.insertInto('annotation').values({ site, ...note }));
        return true;
      }),
    changeNote: (site, id, change) =>
      inTransaction(() => {
        const before = noteWith(site, id);
        if (before === null) return null;
        const { day, text } = { ...before, ...change };
        runner.run(
          sqlOf.updateTable('annotation').set({ day, text }).where('site', '=', site).where('id', '=', id),
        );
        return noteWith(site, id);
      }),
    removeNote: (site, id) => remove('annotation', site, id),

    actions: async (site) => readActions(actionsOf(site)),
    addStep: (site, id, step, atMost) =>
      inTransaction(() => {
        const [before] = readActions(actionsOf(site).where('id', '=', id));
        if (isFull('action_state', site, atMost.actions) && before === undefined) return null;
        const history: StoredAction['history'] = [
          step,
          ...(before?.history ?? []).slice(0, atMost.history - 1),
        ];
        runner.run(
          sqlOf
            .insertInto('action_state')
            .values({ site, id, history: stored(history) })
            .onConflict((conflict) =>
              conflict.columns(['site', 'id']).doUpdateSet({ history: stored(history) }),
            ),
        );
        return { id, history };
      }),
  };
}
