/** `holloway serve` */
import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { serveCollector } from './serve.ts';
import type { Terminal } from './terminal.ts';

export function serveCommands(program: Command, terminal: Terminal): void {
  program
    .command('serve')
    .description('take counts, keep aggregates, show the dashboard')
    .action(() => serveCollector(readConfig(process.env), terminal));
}
