import { describe, expect, it } from 'vitest';
import { weekOf } from './week.ts';

describe('a week of visits', () => {
  it('begins on Monday at midnight, and leaves hours empty that are not told', () => {
    const { days } = weekOf([
      { hour: 0, n: 10 },
      { hour: 23, n: 20 },
      { hour: 24, n: 30 },
    ]);
    expect(days).toHaveLength(7);
    expect(days[0]).toMatchObject({ day: 0, n: 30 });
    expect([days[0]?.hours[0], days[0]?.hours[1], days[0]?.hours[23], days[1]?.hours[0]]).toEqual([
      10,
      null,
      20,
      30,
    ]);
  });

  it('knows its busiest hour', () => {
    expect(
      weekOf([
        { hour: 167, n: 5 },
        { hour: 3, n: 90 },
      ]),
    ).toMatchObject({
      largest: 90,
      busiest: { hour: 3, n: 90 },
    });
    expect(weekOf([])).toMatchObject({ largest: 0, busiest: null });
  });
});
