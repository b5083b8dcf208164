/** How days are looked through; what is told of them: http/site-events.test. */
import { dayNumber, type Experiment } from '@holloway/protocol';
import { expect, it } from 'vitest';
import { otherWork } from '../../test/other-work.ts';
import type { ReleasedRow, Scope } from './release.ts';
import { createTestDecisions } from './test-decisions.ts';

const testOf = (id: string): Experiment => ({
  ...{ id, title: id, metric: 'bounce', status: 'running', from: '2026-11-10' },
  arms: [
    { name: 'a', share: 50 },
    { name: 'b', share: 50 },
  ],
});
const SITE = {
  ...{ id: 1, sealedThrough: dayNumber('2026-11-11'), kept: { from: null, monthsThrough: null } },
  experiments: [testOf('hero'), testOf('grid')],
} as unknown as Scope['site'];

it('of each test what decides it is added up alone, and other work is done between two tests', async () => {
  const other = otherWork();
  const added: { readonly name: string; readonly turn: number }[] = [];
  /** Says so when it is added up, by its name. */
  const row = (...name: string[]): ReleasedRow => ({
    dimensions: Object.assign(name, {
      toJSON() {
        added.push({ name: name.join(' '), turn: other.turns() });
        return [...name];
      },
    }),
    ...{ n: 10, people: 10, total: 0, exactN: 10 },
  });
  const rows = ['hero', 'grid'].flatMap((test) =>
    ['a', 'b'].flatMap((arm) => ['(any)', 'onward', 'order', 'cart_add'].map((name) => row(test, arm, name))),
  );
  const decisions = createTestDecisions({ cellsByDay: async () => [{ value: '2026-11-10', rows }] });
  expect(await decisions(SITE)).toEqual([]);
  other.end();
  expect(added.map(({ name }) => name)).toEqual(
    ['hero', 'grid'].flatMap((test) =>
      ['a', 'b'].flatMap((arm) => [`${test} ${arm} (any)`, `${test} ${arm} onward`]),
    ),
  );
  const turnOf = (test: string) => added.find(({ name }) => name.startsWith(test))?.turn ?? 0;
  expect(turnOf('grid')).toBeGreaterThan(turnOf('hero'));
});
