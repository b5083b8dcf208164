/** Reports of visits as a whole: which facts they read. How these become rows: visit-rows. */
import type { Built, Context } from './built.ts';
import { durationRows, hourRows, returnRows } from './visit-rows.ts';

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
