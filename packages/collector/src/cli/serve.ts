/** `holloway serve`: runs until it is told to stop, then answers what is under way and commits what has gathered. */
import { type RunningCollector, startCollector } from '../collector.ts';
import type { Config } from '../config.ts';
import { jsonLog, textLog, unforeseen } from '../log.ts';
import { VERSION } from '../version.ts';
import { CommandError, type Terminal } from './terminal.ts';
import { SYSTEM_CLOCK } from './with-core.ts';

export async function serveCollector(config: Config, { out }: Terminal): Promise<void> {
  const log =
    config.log === 'json'
      ? jsonLog({ out }, SYSTEM_CLOCK)
      : textLog({ out, err: (line) => void process.stderr.write(`${line}\n`) });
  let collector: RunningCollector;
  try {
    collector = await startCollector(config, {
      clock: SYSTEM_CLOCK,
      report: (error) => log(unforeseen(error)),
      warn: (message) => log({ event: 'warning', message }),
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new CommandError('PORT is taken by another program; set another one', { cause: error });
    }
    throw error;
  }
  log({ event: 'listening', url: collector.url, version: VERSION });
  if (collector.firstRun !== null) log({ event: 'first-run', file: collector.firstRun });
  const stop = (): void => {
    log({ event: 'stopping' });
    collector.stop().then(
      () => {
        log({ event: 'stopped' });
        process.exit(0);
      },
      (error: unknown) => {
        log(unforeseen(error));
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
