/** `holloway serve`: runs until it is told to stop, then answers what is under way and commits what has gathered. */
import { type RunningCollector, startCollector } from '../collector.ts';
import type { Config } from '../config.ts';
import { CommandError, type Terminal } from './terminal.ts';
import { SYSTEM_CLOCK } from './with-core.ts';

/** The kind and place of an error in our code; its message, which may have several lines, might quote what somebody sent. */
const report = (error: unknown): void => {
  const stack = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  const place = stack
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 3)
    .join('\n');
  process.stderr.write(
    `holloway: unforeseen ${error instanceof Error ? error.name : typeof error}\n${place}\n`,
  );
};

export async function serveCollector(config: Config, { out }: Terminal): Promise<void> {
  let collector: RunningCollector;
  try {
    collector = await startCollector(config, {
      clock: SYSTEM_CLOCK,
      report,
      warn: (message) => void process.stderr.write(`holloway: ${message}\n`),
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new CommandError('PORT is taken by another program; set another one', { cause: error });
    }
    throw error;
  }
  out(`holloway listens on ${collector.url}`);
  const stop = (): void => {
    collector.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        report(error);
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
