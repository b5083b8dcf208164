/** What a saved view is called until somebody calls it otherwise. Pure. */
import { ALL, WORKSPACE_LIMITS } from '@holloway/protocol';
import type { Route } from '../state/route.ts';
import { t } from '../words/words.ts';
import { formatDays } from './format.ts';
import { sliceTitle } from './names.ts';
import { type Days, PRESET_NAMES } from './range.ts';

/** Such as `Click paths · Last 28 days · Device: Phone`. @param screen Its name. */
export function suggestedName(
  screen: string,
  { range, slice }: Pick<Route, 'range' | 'slice'>,
  days: Days,
): string {
  const when = 'preset' in range ? t(PRESET_NAMES[range.preset]) : formatDays(days.from, days.to);
  return [screen, when, ...(slice === ALL ? [] : [sliceTitle(slice)])]
    .join(' · ')
    .slice(0, WORKSPACE_LIMITS.viewName);
}
