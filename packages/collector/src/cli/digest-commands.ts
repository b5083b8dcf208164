/** `holloway digest` */
import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import type { DigestOptions } from './digest.ts';
import type { Terminal } from './terminal.ts';

// Read when it is asked for: each command starts with what it needs alone.
const loadDigest = () => import('./digest.ts');

export function digestCommands(program: Command, terminal: Terminal): void {
  program
    .command('digest')
    .argument('<site>')
    .option('--json', 'as a webhook gets it')
    .option('--send', 'send it now, to everybody who is to get it; it does not come again on time')
    .description(
      'print the weekly digest of the last whole week; fails where it was to be sent and did not arrive',
    )
    .action(async (site: string, options: DigestOptions) =>
      (await loadDigest()).digest(readConfig(process.env), site, options, terminal),
    );
}
