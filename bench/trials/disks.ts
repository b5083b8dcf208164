/** Disks of their own for a trial: a small one that runs full, one that is read-only. Only root may mount them. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { createBrowsers } from '../../packages/collector/test/faults/browsers.ts';
import { prepareFolder, type Serving, startServing } from '../../packages/collector/test/faults/serving.ts';
import type { Figure } from '../figure.ts';
import { type Totals, totalsOf } from './totals.ts';

export const MAKE_FILE_SYSTEM = 'mkfs.ext4';
const CONNECTIONS = 32;
const TURNED_AWAY = 200;
const LOOK_EVERY_MS = 20;

const run = (command: string, ...words: string[]): void => {
  execFileSync(command, words, { stdio: 'pipe' });
};

/** Mounts and unmounts; whatever is left is unmounted when `work` is over. */
export async function withMounts<T>(work: (mounts: Mounts) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'holloway-disk-'));
  const mounted: string[] = [];
  let turn = 0;
  const mounts: Mounts = {
    folder,
    mount(...words) {
      const at = join(folder, `mount-${turn++}`);
      mkdirSync(at);
      run('mount', ...words, at);
      mounted.push(at);
      return at;
    },
    remount: (at, options) => run('mount', '-o', `remount,${options}`, at),
    unmount(at) {
      run('umount', at);
      mounted.splice(mounted.indexOf(at), 1);
    },
  };
  try {
    return await work(mounts);
  } finally {
    for (const at of mounted.toReversed()) run('umount', '-l', at);
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface Mounts {
  /** For files beside the mounted disks. */
  readonly folder: string;
  /** @param words Of the command `mount`, without the place. @returns The place. */
  mount(...words: string[]): string;
  remount(at: string, options: string): void;
  unmount(at: string): void;
}

/** Whether this user may mount a disk that is a file, on this system. */
export function canMount(): boolean {
  if (process.getuid?.() !== 0) return false;
  return ['mount', 'umount', MAKE_FILE_SYSTEM].every((name) => spawnSync(name, ['-V']).error === undefined);
}

const readiness = async ({ url }: Serving): Promise<number> => (await fetch(`${url}/readyz`)).status;

export const fullDisk = (what: string, say: (line: string) => void, figures: Figure[]): Promise<Totals> =>
  withMounts(async ({ mount, remount }) => {
    say(`trials: ${what}`);
    const disk = mount('-t', 'tmpfs', '-o', 'size=6m', 'holloway');
    const folder = join(disk, 'data');
    await prepareFolder(folder);
    const serving = await startServing(folder);
    const database = join(folder, 'holloway.sqlite');
    const browsers = createBrowsers();
    const totals = totalsOf(what);
    try {
      const statuses = await browsers.load(serving.url, CONNECTIONS, () => browsers.waiting >= TURNED_AWAY);
      const others = [...statuses.keys()].filter((status) => status !== 204 && status !== 503);
      if (others.length > 0) throw new Error(`a full disk was answered with ${others.join(', ')}`);
      if ((await readiness(serving)) !== 503) throw new Error('it says that it is ready on a full disk');
      const found = browsers.compare(database);
      const unanswered = browsers.waiting;
      remount(disk, 'size=256m');
      const begun = performance.now();
      while ((await readiness(serving)) !== 200) await pass(LOOK_EVERY_MS);
      figures.push({
        name: `${what}: ready again once there is room`,
        value: performance.now() - begun,
        unit: 'ms',
      });
      await browsers.resend(serving.url, 20);
      totals.add({ found, resent: browsers.compare(database), unanswered });
      return totals;
    } finally {
      await serving.kill('SIGKILL');
    }
  });

/** A disk that is read-only at the start, with counts on it: refused in words, and whole when it may be written again. */
export const readOnlyDisk = (say: (line: string) => void, figures: Figure[]): Promise<void> =>
  withMounts(async ({ mount, remount }) => {
    say('trials: read-only disk');
    const disk = mount('-t', 'tmpfs', '-o', 'size=64m', 'holloway');
    const folder = join(disk, 'data');
    await prepareFolder(folder);
    const browsers = createBrowsers();
    const serving = await startServing(folder);
    await browsers.load(serving.url, CONNECTIONS, () => browsers.answered >= TURNED_AWAY);
    await serving.kill('SIGKILL');
    remount(disk, 'ro');
    const refused: unknown = await startServing(folder).catch((error: unknown) => error);
    if (!(refused instanceof Error && refused.message.includes('cannot be opened or written'))) {
      throw new Error('a read-only disk was not refused in words');
    }
    remount(disk, 'rw');
    const next = await startServing(folder);
    await browsers.resend(next.url, 20);
    const { lost, doubled } = browsers.compare(join(folder, 'holloway.sqlite'));
    await next.kill('SIGKILL');
    figures.push({
      name: 'read-only disk: lost or counted twice',
      value: lost + doubled,
      unit: '',
      budget: 0,
      detail: 'refused at the start with what to do; goes on when it may be written',
    });
  });
