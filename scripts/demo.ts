/** The histories that a first start imports: simulated visitors of the storefront, and a real shop where its data is at hand. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { HERO_TEST, simulate, storefrontCatalogue } from '../examples/storefront/src/index.ts';
import {
  type Core,
  eshop2008,
  type History,
  importDays,
  openSite,
  parsePolicy,
  parseSite,
} from '../packages/collector/src/index.ts';
import { addDays, type Day, dayAt, type ParseResult } from '../packages/protocol/src/index.ts';
import { ROOT } from './run.ts';

const DAYS = 60;
/** What the dashboard shows at first. Regions, links and clicks of all days would make a first start take half as long again. */
const LAYOUT_DAYS = 28;
const SEED = 2026;
const TIME_ZONE = 'Europe/Berlin';
/** What the storefront asks its visitors: the documentation's example too. */
const POLICY_FILE = path.join(ROOT, 'examples/storefront/holloway-policy.json');
const ESHOP_FILE = 'e-shop clothing 2008.csv.gz';

function valid<T>(result: ParseResult<T>, what: string): T {
  if (!result.ok) throw new Error(`${what} is not valid: ${result.issue.field} ${result.issue.rule}`);
  return result.value;
}

/** @returns The id of the statement; of a new site it is published on the first simulated day, for its visitors agreed. */
async function publishedStatement(
  core: Core,
  { site, catalogue }: Omit<History, 'days'>,
  from: Day,
): Promise<string> {
  const policy = valid(parsePolicy(JSON.parse(readFileSync(POLICY_FILE, 'utf8'))), 'the example policy');
  const known = await core.registry.site(site.slug);
  if (known === undefined)
    return (await openSite(core, site, catalogue, { policy, published: from })).statement;
  const first = (await core.registry.statements(known.id)).length === 0;
  const outcome = await core.publisher.publish(known, policy, first ? from : undefined);
  return valid(outcome, 'the example statement').current?.id ?? known.statement;
}

/** Sixty days up to yesterday. The same seed and dates make the same visitors. */
async function storefrontHistory(core: Core, nowMs: number): Promise<History> {
  const today = dayAt(nowMs, TIME_ZONE);
  const from = addDays(today, -DAYS);
  const layoutFrom = addDays(today, -LAYOUT_DAYS);
  const parsed = parseSite({
    slug: 'storefront',
    name: 'Example storefront',
    kind: 'test',
    timeZone: TIME_ZONE,
    experiments: [{ ...HERO_TEST, status: 'running', from }],
    provenance: `Simulated visitors (seed ${SEED}) from ${from} to ${addDays(today, -1)}, regions and clicks of pages from ${layoutFrom}. Later days are your own clicks.`,
  });
  const site = valid(parsed, 'the example site');
  const catalogue = storefrontCatalogue();
  const statement = await publishedStatement(core, { site, catalogue }, from);
  const days = simulate({ seed: SEED, from, days: DAYS, timeZone: TIME_ZONE, layoutFrom, statement });
  return { site, catalogue, days };
}

export interface Telling {
  readonly say: (line: string) => void;
  readonly progress: (line: string) => void;
}

/** @param eshopFolder Where the data of the real shop would be; without it, only the storefront. */
export async function demoHistories(
  core: Core,
  eshopFolder: string,
  nowMs: number,
  say: (line: string) => void,
): Promise<History[]> {
  const histories = [await storefrontHistory(core, nowMs)];
  if (existsSync(path.join(eshopFolder, ESHOP_FILE))) histories.push(eshop2008(eshopFolder));
  else say('  The real data of eshop2008 is not at hand; everything else works without it.');
  return histories;
}

/**
 * Imports a history once. One that stopped half-way goes on where it stopped.
 * @param markFile Lists the histories that are complete.
 */
export async function importDemo(
  core: Core,
  history: History,
  markFile: string,
  { say, progress }: Telling,
): Promise<void> {
  const { slug, name } = history.site;
  const complete = existsSync(markFile) ? (JSON.parse(readFileSync(markFile, 'utf8')) as string[]) : [];
  if (complete.includes(slug)) {
    say(`  ${name} is there already`);
    return;
  }
  const began = performance.now();
  const seconds = (): number => Math.max(0.001, (performance.now() - began) / 1000);
  const done = await importDays(core, history, ({ day, increments }) =>
    progress(`${name}: ${day}, ${Math.round(increments / seconds())} increments a second`),
  );
  progress('');
  if (done !== null) {
    const rate = Math.round(done.increments / seconds());
    say(
      `  ${name}: ${done.days} days, ${done.increments} increments in ${seconds().toFixed(1)} s (${rate} a second)`,
    );
  }
  writeFileSync(markFile, `${JSON.stringify([...complete, slug])}\n`);
}
