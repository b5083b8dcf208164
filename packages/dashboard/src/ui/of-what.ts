/** What stands below a saved picture: which shop, days and slice its numbers are of. Pure. */
import { formatDays } from '../model/format.ts';
import { sliceTitle } from '../model/names.ts';
import { appliedSlice } from '../state/applied-slice.ts';
import type { View } from '../state/view.ts';

export const ofWhat = ({ site, days, route }: Pick<View, 'site' | 'days' | 'route'>): string =>
  `${site.name} · ${formatDays(days.from, days.to)} · ${sliceTitle(appliedSlice(route))} · Holloway`;
