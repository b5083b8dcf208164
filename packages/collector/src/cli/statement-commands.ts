/** `holloway statement ...`, `holloway receipt ...` */
import type { Command } from 'commander';
import { dataFolder } from './options.ts';
import type { Terminal } from './terminal.ts';

// Read when it is asked for: each command starts with what it needs alone.
const loadReceipt = () => import('./receipt.ts');
const loadStatement = () => import('./statement.ts');

export function statementCommands(program: Command, terminal: Terminal): void {
  const statement = program.command('statement').description('what visitors are asked to agree to');
  statement
    .command('init')
    .description('print an example of a policy file')
    .action(async () => (await loadStatement()).statementInit(terminal));
  statement
    .command('publish')
    .argument('<site>')
    .argument('[file]', 'the policy, as JSON; without it the one before, after something else has changed')
    .option('--dry-run', 'say what would change, and publish nothing')
    .description('publish what a policy says, signed; nothing where it says the same as before')
    .action(async (id: string, file: string | undefined, options) =>
      (await loadStatement()).statementPublish(dataFolder(), id, file, options, terminal),
    );
  statement
    .command('list')
    .argument('<site>')
    .description('list the statements, oldest first, and whether each holds')
    .action(async (id: string) => (await loadStatement()).statementList(dataFolder(), id, terminal));
  statement
    .command('show')
    .argument('<site>')
    .argument('[statement]', 'its id; the current one unless told otherwise')
    .option('--language <code>', 'such as de; the first of the statement unless told otherwise')
    .description('show a statement in words')
    .action(async (id: string, which: string | undefined, options) =>
      (await loadStatement()).statementShow(dataFolder(), id, which, options, terminal),
    );
  statement
    .command('rotate-key')
    .description('make another signing key; what the one before signed stays valid')
    .action(async () => (await loadStatement()).statementRotateKey(dataFolder(), terminal));

  program
    .command('receipt')
    .description('the visitor’s own copy')
    .command('verify')
    .argument('<file>')
    .option('--keys <file>', 'the key set that is trusted, such as a copy of /v1/keys.json')
    .description('check a receipt, without the network')
    .action(async (file: string, options) =>
      (await loadReceipt()).receiptVerify(dataFolder(), file, options, terminal),
    );
}
