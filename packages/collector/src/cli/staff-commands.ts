/** `holloway user ...`, `holloway key ...`, `holloway access-log` */
import type { Command } from 'commander';
import { collect, dataFolder } from './options.ts';
import type { Terminal } from './terminal.ts';

// Read when it is asked for: each command starts with what it needs alone.
const loadAccessLog = () => import('./access-log.ts');
const loadStaff = () => import('./staff.ts');

const ROLES = 'owner, analyst, merchandiser or auditor';

const scopeOptions = (command: Command): Command =>
  command
    .option('--name <text>', 'how they are greeted')
    .option('--site <id>', 'a site that they may see; may be repeated', collect, [])
    .option('--all-sites', 'every site, also those added later')
    .option('--password-stdin', 'read the password from standard input');

export function staffCommands(program: Command, terminal: Terminal): void {
  const user = program.command('user').description('people who may sign in');
  scopeOptions(user.command('add').argument('<email>'))
    .option('--role <role>', ROLES, 'merchandiser')
    .description('add a person; the password is made and printed once, unless it is given')
    .action(async (email: string, options) =>
      (await loadStaff()).userAdd(dataFolder(), email, options, terminal),
    );
  scopeOptions(user.command('set').argument('<email>'))
    .option('--role <role>', ROLES)
    .option('--forget-second-factor', 'for somebody who lost their authenticator app')
    .option('--sign-out', 'everywhere')
    .option('--link', 'print a link by which they set a password')
    .description('change what is given')
    .action(async (email: string, options) =>
      (await loadStaff()).userSet(dataFolder(), email, options, terminal),
    );
  user
    .command('remove')
    .argument('<email>')
    .description('remove a person, and sign them out')
    .action(async (email: string) => (await loadStaff()).userRemove(dataFolder(), email, terminal));
  user
    .command('list')
    .description('list the people')
    .action(async () => (await loadStaff()).userList(dataFolder(), terminal));

  const key = program.command('key').description('keys for programs');
  key
    .command('add')
    .argument('<name>')
    .option('--site <id>', 'a site that the key is for; all unless told otherwise', collect, [])
    .option('--permission <permission>', 'read, import or metrics; may be repeated', collect, [])
    .option('--days <number>', 'how long it works; for good unless told otherwise')
    .description('make a key; it is printed once')
    .action(async (name: string, options) =>
      (await loadStaff()).keyAdd(dataFolder(), name, options, terminal),
    );
  key
    .command('list')
    .description('list the keys, with their ids')
    .action(async () => (await loadStaff()).keyList(dataFolder(), terminal));
  key
    .command('revoke')
    .argument('<id>')
    .description('revoke a key')
    .action(async (id: string) => (await loadStaff()).keyRevoke(dataFolder(), id, terminal));

  program
    .command('access-log')
    .option('--from <day>', 'the first day, in UTC')
    .option('--to <day>', 'the last day')
    .option('--site <id>', 'of one site')
    .option('--limit <number>', 'lines at most', '200')
    .description('who of the staff looked at or changed what, newest first')
    .action(async (options) => (await loadAccessLog()).accessLog(dataFolder(), options, terminal));
}
