#!/usr/bin/env node
/** `holloway <command>`: the lists of commands. What each does is in the file named after it. */
import { Command } from 'commander';
import { AccessError } from '../access/errors.ts';
import { ConfigError } from '../config.ts';
import { StoreUnavailableError } from '../store/store.ts';
import { StoreUnusableError } from '../store/unusable.ts';
import { auditCommands } from './audit-commands.ts';
import { backupCommands } from './backup-commands.ts';
import { catalogueCommands } from './catalogue-commands.ts';
import { digestCommands } from './digest-commands.ts';
import { doctorCommands } from './doctor-commands.ts';
import { importCommands } from './import-commands.ts';
import { keepCommands } from './keep-commands.ts';
import { serveCommands } from './serve-commands.ts';
import { siteCommands } from './site-commands.ts';
import { staffCommands } from './staff-commands.ts';
import { statementCommands } from './statement-commands.ts';
import { CommandError, type Terminal } from './terminal.ts';

const terminal: Terminal = {
  out: (line) => void process.stdout.write(`${line}\n`),
  progress: (line) => void (process.stderr.isTTY ? process.stderr.write(`\r\u001b[K${line}`) : null),
};

const program = new Command('holloway')
  .description('Cookie consent and anonymous analytics for online stores: the collector.')
  .showHelpAfterError('(add --help for the options)');

/** In the order in which they are listed. */
const LISTS = [
  serveCommands,
  siteCommands,
  catalogueCommands,
  statementCommands,
  staffCommands,
  importCommands,
  backupCommands,
  doctorCommands,
  digestCommands,
  keepCommands,
  auditCommands,
];
for (const register of LISTS) register(program, terminal);

try {
  await program.parseAsync();
} catch (error) {
  const canBeMended =
    error instanceof ConfigError ||
    error instanceof CommandError ||
    error instanceof AccessError ||
    error instanceof StoreUnavailableError ||
    error instanceof StoreUnusableError;
  if (!canBeMended) throw error;
  process.stderr.write(`holloway: ${error.message}\n`);
  process.exitCode = 1;
}
