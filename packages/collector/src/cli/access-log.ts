/** `holloway access-log` */
import { isDay, type LogEntry } from '@holloway/protocol';
import { withAccounts } from './staff.ts';
import { CommandError, type Terminal } from './terminal.ts';

interface LogOptions {
  readonly from?: string;
  readonly to?: string;
  readonly site?: string;
  readonly limit: string;
}

const WHO: { readonly [kind in LogEntry['actor']['kind']]: (name: string) => string } = {
  person: (name) => name,
  key: (name) => `key ${name}`,
  share: (name) => `link ${name}`,
  console: () => 'command line',
  nobody: () => 'somebody unknown',
};

const lineOf = ({ minute, actor, what, site, detail, result, times }: LogEntry): string =>
  [minute, WHO[actor.kind](actor.name), result, what, site ?? '', detail, `${times}×`].join('\t');

export async function accessLog(
  dataFolder: string,
  { from, to, site, limit }: LogOptions,
  { out }: Terminal,
): Promise<void> {
  if (from !== undefined && !isDay(from)) throw new CommandError('from must be a date such as 2026-11-27');
  if (to !== undefined && !isDay(to)) throw new CommandError('to must be a date such as 2026-11-27');
  if (!/^[1-9]\d{0,6}$/.test(limit)) throw new CommandError('limit must be a whole number from 1');
  await withAccounts(dataFolder, [], async (accounts) => {
    const rows = accounts.readLog({
      limit: Number(limit),
      offset: 0,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(site === undefined ? {} : { site }),
    });
    for (const row of rows) out(lineOf(row));
  });
}
