import { describe, expect, it } from 'vitest';
import { createDayCeiling, roomOf } from './day-ceiling.ts';

const DAY = 20_000;

/** A ceiling of 10, over a store that has so many cells of the first site's day. */
function open(stored = 0) {
  let counted = 0;
  const full: number[] = [];
  const ceiling = createDayCeiling(
    10,
    (site) => {
      counted += 1;
      return { open: site === 1 ? stored : 0, waiting: 0 };
    },
    (site) => full.push(site),
  );
  return { ceiling, full, counted: () => counted };
}

describe('the ceiling of a day', () => {
  it('is reached by what is committed and what is under way', () => {
    const { ceiling } = open(4);
    ceiling.add(1, DAY, 5);
    expect(ceiling.isFull(1, DAY)).toBe(false);
    ceiling.add(1, DAY, 1);
    expect(ceiling.isFull(1, DAY)).toBe(true);
    ceiling.keep();
    expect(ceiling.isFull(1, DAY)).toBe(true);
  });

  it('is not reached by what was not committed', () => {
    const { ceiling } = open(4);
    ceiling.add(1, DAY, 100);
    ceiling.undo();
    expect(ceiling.isFull(1, DAY)).toBe(false);
    ceiling.add(1, DAY, 5);
    ceiling.keep();
    ceiling.undo();
    ceiling.add(1, DAY, 1);
    expect(ceiling.isFull(1, DAY)).toBe(true);
  });

  it('is known from the store after a start, which is asked once', () => {
    const { ceiling, counted } = open(10);
    expect([ceiling.isFull(1, DAY), ceiling.isFull(1, DAY), counted()]).toEqual([true, true, 1]);
  });

  it('is that of one day and one site', () => {
    const { ceiling } = open(10);
    expect([ceiling.isFull(1, DAY), ceiling.isFull(2, DAY)]).toEqual([true, false]);
    ceiling.add(2, DAY, 10);
    expect([ceiling.isFull(2, DAY), ceiling.isFull(2, DAY + 1)]).toEqual([true, false]);
  });

  it('is forgotten with the day, and asked for anew', () => {
    const { ceiling, counted } = open();
    ceiling.add(1, DAY, 10);
    ceiling.keep();
    ceiling.forget(1, DAY);
    expect([ceiling.isFull(1, DAY), counted()]).toEqual([false, 2]);
  });

  it('is told once when a day gets full', () => {
    const { ceiling, full } = open();
    for (let i = 0; i < 20; i++) ceiling.add(1, DAY, 1);
    expect(full).toEqual([1]);
  });
});

describe('the room of a day', () => {
  it.each([
    { waiting: 0, room: 100 },
    { waiting: 100, room: 100 },
    { waiting: 150, room: 50 },
    { waiting: 195, room: 10 },
    { waiting: 10_000, room: 10 },
  ])('is $room of 100 where $waiting cells wait', ({ waiting, room }) => {
    expect(roomOf(100, waiting)).toBe(room);
  });
});
