import { describe, expect, it, vi } from 'vitest';
import { createPending, type Share } from '../transport/pending.ts';
import { addToTally } from '../visit/tally.ts';
import { watchPending } from './watch-pending.ts';

const MONDAY: Share = { day: '2026-11-23', slices: { viewport: 's' } };
const TUESDAY: Share = { day: '2026-11-24', slices: { viewport: 's' } };

const add = (pending: ReturnType<typeof watchPending>, share: Share, path: string): void =>
  addToTally(pending.tallyOf(share), [{ fact: 'page.view', dimensions: [path], n: 1 }], null, 0);

describe('a look at what waits', () => {
  it('takes nothing out of it', () => {
    const pending = watchPending(createPending(), () => {});
    add(pending, MONDAY, '/');
    const expected = [{ ...MONDAY, increments: [['page.view', ['/'], 1, 0, 0]] }];
    expect(pending.peek()).toEqual(expected);
    expect(pending.peek()).toEqual(expected);
    expect(pending.take()).toEqual([{ ...MONDAY, increments: [['page.view', ['/'], 1]] }]);
  });

  it('sees every batch that it would be', () => {
    const pending = watchPending(createPending(), () => {});
    add(pending, MONDAY, '/');
    add(pending, TUESDAY, '/a');
    add(pending, TUESDAY, '/b');
    expect(pending.peek()).toEqual([
      { ...MONDAY, increments: [['page.view', ['/'], 1, 0, 0]] },
      {
        ...TUESDAY,
        increments: [
          ['page.view', ['/a'], 1, 0, 0],
          ['page.view', ['/b'], 1, 0, 0],
        ],
      },
    ]);
  });

  it('sees nothing once it was taken, and is told of each change', () => {
    const onChange = vi.fn();
    const pending = watchPending(createPending(), onChange);
    add(pending, MONDAY, '/');
    add(pending, TUESDAY, '/');
    expect(onChange).toHaveBeenCalledTimes(2);
    pending.take();
    expect(onChange).toHaveBeenCalledTimes(3);
    expect(pending.peek()).toEqual([]);
  });
});
