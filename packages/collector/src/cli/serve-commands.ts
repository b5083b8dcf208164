/** `holloway serve` */
import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import type { Terminal } from './terminal.ts';

// Read when it is asked for: each command starts with what it needs alone.
const loadServe = () => import('./serve.ts');

export function serveCommands(program: Command, terminal: Terminal): void {
  program
    .command('serve')
    .description('take counts, keep aggregates, show the dashboard')
    .action(async () => (await loadServe()).serveCollector(readConfig(process.env), terminal));
}
