/** Reports of visits as a whole: which facts they read. How these become rows: visit-rows. */
import type { SliceKind } from '@holloway/protocol';
import type { Built, Context } from './built.ts';
import { durationRows, hourRows, returnRows, sliceRows } from './visit-rows.ts';

export async function hours({ read }: Context): Promise<Built> {
  const began = await read('visit.hour');
  return { rows: hourRows(began), facts: [['visit.hour', began]] };
}

export async function durations({ read }: Context): Promise<Built> {
  const [paused, resumed] = await Promise.all([read('visit.duration'), read('visit.resumed')]);
  return {
    ...durationRows(paused, resumed),
    facts: [
      ['visit.duration', paused],
      ['visit.resumed', resumed],
    ],
  };
}

export async function returns({ read }: Context): Promise<Built> {
  const returned = await read('visit.return');
  return { rows: returnRows(returned), facts: [['visit.return', returned]] };
}

/**
 * Visits of each slice of a kind. What is told of the fact is told of all visits: those whose slice is not known, or is one
 * that is too small to tell, are in no row.
 */
export async function visitsBy(kind: SliceKind, { read, release, scope }: Context): Promise<Built> {
  const [visits, slices] = await Promise.all([read('visit'), release.cellsBySlice('visit', kind, scope)]);
  return { rows: sliceRows(slices), facts: [['visit', visits]] };
}
