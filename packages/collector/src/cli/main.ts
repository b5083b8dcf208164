#!/usr/bin/env node
/** `holloway <command>`: the table of commands. What each does is in the file named after it. */
import { Command } from 'commander';
import { AccessError } from '../access/access.ts';
import { ConfigError, readConfig } from '../config.ts';
import { catalogueImport } from './catalogue.ts';
import { demoEshop2008 } from './demo.ts';
import { importFile } from './import.ts';
import { receiptVerify } from './receipt.ts';
import { serveCollector } from './serve.ts';
import { siteAdd, siteList, siteSet } from './site.ts';
import { keyAdd, userAdd } from './staff.ts';
import {
  statementInit,
  statementList,
  statementPublish,
  statementRotateKey,
  statementShow,
} from './statement.ts';
import { CommandError, type Terminal } from './terminal.ts';

const terminal: Terminal = {
  out: (line) => void process.stdout.write(`${line}\n`),
  progress: (line) => void (process.stderr.isTTY ? process.stderr.write(`\r\u001b[K${line}`) : null),
};

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];
const dataFolder = (): string => readConfig(process.env).dataFolder;

const program = new Command('holloway')
  .description('Cookie consent and anonymous analytics for online stores: the collector.')
  .showHelpAfterError('(add --help for the options)');

program
  .command('serve')
  .description('take counts, keep aggregates, show the dashboard')
  .action(() => serveCollector(readConfig(process.env), terminal));

const site = program.command('site').description('the stores that are counted');
const siteOptions = (command: Command): Command =>
  command
    .option('--origin <url>', 'a page origin that may send; may be repeated', collect, [])
    .option('--name <text>', 'what people read')
    .option('--kind <kind>', 'live, test (loopback only, k = 1) or archive (imported history only)')
    .option('--k <number>', 'browsers behind every number, 10 unless told otherwise, at least 3')
    .option('--time-zone <name>', 'IANA name, such as Europe/Berlin')
    .option('--currency <code>', 'ISO 4217, EUR unless told otherwise: what positions earn is counted in it')
    .option('--provenance <text>', 'said wherever the numbers show, such as whose data it is');
siteOptions(site.command('add').argument('<id>').description('add a site')).action((id: string, options) =>
  siteAdd(dataFolder(), id, options, terminal),
);
siteOptions(site.command('set').argument('<id>').description('change the settings given')).action(
  (id: string, options) => siteSet(dataFolder(), id, options, terminal),
);
site
  .command('list')
  .description('list the sites')
  .action(() => siteList(dataFolder(), terminal));

const statement = program.command('statement').description('what visitors are asked to agree to');
statement
  .command('init')
  .description('print an example of a policy file')
  .action(() => statementInit(terminal));
statement
  .command('publish')
  .argument('<site>')
  .argument('[file]', 'the policy, as JSON; without it the one before, after something else has changed')
  .option('--dry-run', 'say what would change, and publish nothing')
  .description('publish what a policy says, signed; nothing where it says the same as before')
  .action((id: string, file: string | undefined, options) =>
    statementPublish(dataFolder(), id, file, options, terminal),
  );
statement
  .command('list')
  .argument('<site>')
  .description('list the statements, oldest first, and whether each holds')
  .action((id: string) => statementList(dataFolder(), id, terminal));
statement
  .command('show')
  .argument('<site>')
  .argument('[statement]', 'its id; the current one unless told otherwise')
  .option('--language <code>', 'such as de; the first of the statement unless told otherwise')
  .description('show a statement in words')
  .action((id: string, which: string | undefined, options) =>
    statementShow(dataFolder(), id, which, options, terminal),
  );
statement
  .command('rotate-key')
  .description('make another signing key; what the one before signed stays valid')
  .action(() => statementRotateKey(dataFolder(), terminal));

program
  .command('receipt')
  .description('the visitor’s own copy')
  .command('verify')
  .argument('<file>')
  .option('--keys <file>', 'the key set that is trusted, such as a copy of /v1/keys.json')
  .description('check a receipt, without the network')
  .action((file: string, options) => receiptVerify(dataFolder(), file, options, terminal));

program
  .command('catalogue')
  .description('what a store declares of itself')
  .command('import')
  .argument('<site>')
  .argument('<file>', 'CSV with the columns kind, text, label, category')
  .description('declare pages, categories and products, so that they are named at once')
  .action((id: string, file: string) => catalogueImport(dataFolder(), id, file, terminal));

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

program
  .command('import')
  .argument('<site>')
  .argument('<file>', 'one batch a line, as JSON')
  .option('--seal <day>', 'seal every day up to this one afterwards')
  .description('import history')
  .action((id: string, file: string, options) => importFile(dataFolder(), id, file, options, terminal));

program
  .command('demo')
  .description('something to look at')
  .command('eshop2008')
  .requiredOption('--from <folder>', 'where the file of the data set is')
  .description('the click-stream of a real shop (UCI 553, CC BY 4.0), as the site eshop2008')
  .action(({ from }: { from: string }) => demoEshop2008(dataFolder(), from, terminal));

try {
  await program.parseAsync();
} catch (error) {
  const canBeMended =
    error instanceof ConfigError || error instanceof CommandError || error instanceof AccessError;
  if (!canBeMended) throw error;
  process.stderr.write(`holloway: ${error.message}\n`);
  process.exitCode = 1;
}
