/** `holloway doctor` */
import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { doctor } from './doctor.ts';
import type { Terminal } from './terminal.ts';

export function doctorCommands(program: Command, terminal: Terminal): void {
  program
    .command('doctor')
    .option('--no-server', 'do not ask the collector under its address, such as before it is started')
    .description(
      'look at settings, files, sites, staff and the server, and say what is wrong; changes nothing',
    )
    .action((options: { server: boolean }) => doctor(readConfig(process.env), options, terminal));
}
