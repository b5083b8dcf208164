/**
 * Power cuts: the data folder is on a file system in a file. What a program wrote and nobody flushed is in the memory of the
 * system, and not in that file: a copy of the file is the disk as it is found when the power comes back.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, constants as files, mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { createBrowsers } from '../../packages/collector/test/faults/browsers.ts';
import { underLoad } from '../../packages/collector/test/faults/kill.ts';
import { type MutantName, mutant } from '../../packages/collector/test/faults/mutant.ts';
import { prepareFolder, startServing } from '../../packages/collector/test/faults/serving.ts';
import { MAKE_FILE_SYSTEM, withMounts } from './disks.ts';
import { type Totals, totalsOf } from './totals.ts';

const DISK_BYTES = 128 * 1024 * 1024;
const CONNECTIONS = 32;
const LEAST_ANSWERS = 100;
const LONGEST_AFTER_WARM_MS = 400;
/** The system is not to flush of its own accord in the middle of a copy. */
const OPTIONS = 'loop,commit=300';

export const powerCuts = (
  what: string,
  trials: number,
  random: () => number,
  say: (line: string) => void,
  fault?: MutantName,
): Promise<Totals> =>
  withMounts(async ({ folder: place, mount, unmount }) => {
    const options = fault === undefined ? {} : { program: mutant(fault) };
    const browsers = createBrowsers();
    const totals = totalsOf(what);
    const imageOf = (number: number): string => join(place, `disk-${number}`);
    writeFileSync(imageOf(0), '');
    truncateSync(imageOf(0), DISK_BYTES);
    execFileSync(MAKE_FILE_SYSTEM, ['-q', '-F', imageOf(0)]);
    let disk = mount('-o', OPTIONS, imageOf(0));
    mkdirSync(join(disk, 'data'));
    await prepareFolder(join(disk, 'data'));
    execFileSync('sync', ['--file-system', disk]);
    for (let trial = 1; trial <= trials; trial += 1) {
      const doomed = await startServing(join(disk, 'data'), options);
      const stopLoad = await underLoad(browsers, doomed.url, CONNECTIONS, LEAST_ANSWERS);
      await pass(Math.floor(random() * LONGEST_AFTER_WARM_MS));
      // From here on nothing is acknowledged, and nothing written.
      process.kill(doomed.pid, 'SIGSTOP');
      copyFileSync(imageOf(trial - 1), imageOf(trial), files.COPYFILE_FICLONE);
      await doomed.kill('SIGKILL');
      await stopLoad();
      unmount(disk);
      rmSync(imageOf(trial - 1));
      disk = mount('-o', OPTIONS, imageOf(trial));
      const next = await startServing(join(disk, 'data'), options);
      const database = join(disk, 'data', 'holloway.sqlite');
      const found = browsers.compare(database);
      const unanswered = browsers.waiting;
      await browsers.resend(next.url, 20);
      totals.add({ found, resent: browsers.compare(database), unanswered });
      await next.kill('SIGKILL');
      if (trial % 5 === 0) say(`trials: ${what}, ${trial} of ${trials}`);
    }
    return totals;
  });
