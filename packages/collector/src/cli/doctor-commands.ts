/** `holloway doctor` */
import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import type { Terminal } from './terminal.ts';

// Read when it is asked for: each command starts with what it needs alone.
const loadDoctor = () => import('./doctor.ts');

export function doctorCommands(program: Command, terminal: Terminal): void {
  program
    .command('doctor')
    .option('--no-server', 'do not ask the collector under its address, such as before it is started')
    .description(
      'look at settings, files, sites, staff and the server, and say what is wrong; changes nothing',
    )
    .action(async (options: { server: boolean }) =>
      (await loadDoctor()).doctor(readConfig(process.env), options, terminal),
    );
}
