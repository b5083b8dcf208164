/** How fast the real data is imported at first start: read, folded, committed and sealed day by day. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { eshop2008, importDays, openCore } from '@holloway/collector';
import { makeFolder } from './collector.ts';
import type { Figure } from './figure.ts';

/** Where `npm start` looks for it, too. */
const FOLDER = process.env.HOLLOWAY_ESHOP2008 ?? join(import.meta.dirname, '../../shared/data/eshop2008');

export async function benchHistory(quick: boolean, say: (line: string) => void): Promise<Figure[]> {
  if (quick || !existsSync(FOLDER)) {
    say(`history: left out, ${quick ? 'to be quick' : 'for the data of eshop2008 is not at hand'}`);
    return [];
  }
  say('history: imports eshop2008');
  const folder = makeFolder();
  const core = await openCore(folder, { now: Date.now });
  try {
    const begun = performance.now();
    const done = await importDays(core, eshop2008(FOLDER), () => {});
    const seconds = (performance.now() - begun) / 1000;
    const increments = done?.increments ?? 0;
    return [
      {
        name: 'import of eshop2008',
        value: seconds,
        unit: 's',
        detail: `${done?.days} days, ${increments.toLocaleString('en')} increments`,
      },
      { name: 'import of eshop2008: increments', value: increments / seconds, unit: 'a second' },
    ];
  } finally {
    await core.close();
    rmSync(folder, { recursive: true });
  }
}
