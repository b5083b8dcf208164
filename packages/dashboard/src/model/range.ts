/** Ranges of days: presets that move with the site's last day, and fixed ones. */
import { addDays, type Day, dayNumber, isDay, type SiteSummary } from '@holloway/protocol';
import { type Msg, msg } from '../words/words.ts';

export const PRESETS = ['7d', '28d', '90d', 'month', 'all'] as const;
export type Preset = (typeof PRESETS)[number];
const DEFAULT_PRESET: Preset = '28d';

export type Range = { readonly preset: Preset } | { readonly from: Day; readonly to: Day };

export interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** Of a site: what may be asked for. */
export interface Horizon {
  readonly firstDay: Day | null;
  readonly lastDay: Day;
}

const LENGTHS = { '7d': 7, '28d': 28, '90d': 90 } as const;

export const PRESET_NAMES: { readonly [preset in Preset]: Msg } = {
  '7d': msg('Last 7 days'),
  '28d': msg('Last 28 days'),
  '90d': msg('Last 90 days'),
  month: msg('This month'),
  all: msg('All days'),
};

/** First and last day, both included. Presets begin no earlier than the history; fixed ranges stay as asked for. */
export function daysOf(range: Range, { firstDay, lastDay }: Horizon): Days {
  if (!('preset' in range)) return range;
  const { preset } = range;
  const begin = firstDay ?? lastDay;
  if (preset === 'all' || presetStart(preset, lastDay) < begin) return { from: begin, to: lastDay };
  return { from: presetStart(preset, lastDay), to: lastDay };
}

function presetStart(preset: Exclude<Preset, 'all'>, lastDay: Day): Day {
  if (preset === 'month') return `${lastDay.slice(0, 8)}01`;
  return addDays(lastDay, 1 - LENGTHS[preset]);
}

export const lengthOf = ({ from, to }: Days): number => dayNumber(to) - dayNumber(from) + 1;

/**
 * The days that are over: today would be compared with whole days. An archive has no today.
 * @returns `null` where only today was asked for.
 */
export function finishedDays(
  { from, to }: Days,
  { kind, lastDay }: Pick<SiteSummary, 'kind' | 'lastDay'>,
): Days | null {
  if (kind === 'archive' || to < lastDay) return { from, to };
  const until = addDays(lastDay, -1);
  return from <= until ? { from, to: until } : null;
}

/** As many days just before; `null` where the history does not reach back so far. */
export function daysBefore(days: Days, { firstDay }: Horizon): Days | null {
  const before = { from: addDays(days.from, -lengthOf(days)), to: addDays(days.from, -1) };
  return firstDay !== null && before.from >= firstDay ? before : null;
}

export function readRange(query: URLSearchParams): Range {
  const from = query.get('from');
  const to = query.get('to');
  if (isDay(from) && isDay(to) && from <= to) return { from, to };
  return { preset: PRESETS.find((preset) => preset === query.get('range')) ?? DEFAULT_PRESET };
}

export function writeRange(range: Range): Record<string, string> {
  if (!('preset' in range)) return { from: range.from, to: range.to };
  return range.preset === DEFAULT_PRESET ? {} : { range: range.preset };
}
