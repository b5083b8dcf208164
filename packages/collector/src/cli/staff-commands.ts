/** `holloway user ...`, `holloway key ...` */
import type { Command } from 'commander';
import { collect, dataFolder } from './options.ts';
import { keyAdd, userAdd } from './staff.ts';
import type { Terminal } from './terminal.ts';

export function staffCommands(program: Command, terminal: Terminal): void {
  program
    .command('user')
    .description('people who may sign in')
    .command('add')
    .argument('<email>')
    .option('--name <text>', 'how they are greeted')
    .option('--role <role>', 'owner or merchandiser', 'merchandiser')
    .option('--site <id>', 'a site that a merchandiser may see; may be repeated', collect, [])
    .description('add a person; the password is read from standard input, or made and printed once')
    .action((email: string, options) => userAdd(dataFolder(), email, options, terminal));

  program
    .command('key')
    .description('keys for programs')
    .command('add')
    .argument('<name>')
    .option('--site <id>', 'a site that the key is for; all unless told otherwise', collect, [])
    .option('--permission <permission>', 'read or import; may be repeated', collect, [])
    .description('make a key; it is printed once')
    .action((name: string, options) => keyAdd(dataFolder(), name, options, terminal));
}
