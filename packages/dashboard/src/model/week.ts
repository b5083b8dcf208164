/** Visits by hour of the week, as a sheet of days and hours. Pure. */
import type { HourRow } from '@holloway/protocol';

export const HOURS = 24;

export interface WeekDay {
  /** 0 is Monday. */
  readonly day: number;
  /** By hour; `null` where none, or too few. */
  readonly hours: readonly (number | null)[];
  readonly n: number;
}

export interface Week {
  readonly days: readonly WeekDay[];
  readonly largest: number;
  /** The hour of the week with the most visits; `null` without any. */
  readonly busiest: HourRow | null;
}

export function weekOf(rows: readonly HourRow[]): Week {
  const byHour = new Map(rows.map(({ hour, n }) => [hour, n]));
  const days = Array.from({ length: 7 }, (_, day) => {
    const hours = Array.from({ length: HOURS }, (_each, hour) => byHour.get(day * HOURS + hour) ?? null);
    return { day, hours, n: hours.reduce<number>((sum, n) => sum + (n ?? 0), 0) };
  });
  const busiest = rows.reduce<HourRow | null>(
    (most, row) => (most === null || row.n > most.n ? row : most),
    null,
  );
  return { days, largest: busiest?.n ?? 0, busiest };
}
