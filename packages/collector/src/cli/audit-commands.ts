/** `holloway audit` */
import type { Command } from 'commander';
import type { AuditOptions } from './audit.ts';
import { dataFolder } from './options.ts';
import type { Terminal } from './terminal.ts';

// Read when it is asked for: each command starts with what it needs alone.
const loadAudit = () => import('./audit.ts');

export function auditCommands(program: Command, terminal: Terminal): void {
  program
    .command('audit')
    .argument('[site]')
    .option('--all', 'every site')
    .option('--json', 'all of it as JSON, with every name that browsers brought along')
    .description(
      'show what is stored, and check every promise about it; changes nothing, and fails where one is broken',
    )
    .action(async (site: string | undefined, options: AuditOptions) =>
      (await loadAudit()).audit(dataFolder(), site, options, terminal),
    );
}
