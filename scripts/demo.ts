/** The histories that a first start imports: simulated visitors of the storefront, and a real shop where its data is at hand. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { simulate, storefrontCatalogue } from '../examples/storefront/src/index.ts';
import {
  type Core,
  eshop2008,
  type History,
  importDays,
  parseSite,
} from '../packages/collector/src/index.ts';
import { addDays, dayAt } from '../packages/protocol/src/index.ts';

const DAYS = 60;
const SEED = 2026;
const TIME_ZONE = 'Europe/Berlin';
const STATEMENT = '00000000';
const ESHOP_FILE = 'e-shop clothing 2008.csv.gz';

/** Sixty days up to yesterday. The same seed and dates make the same visitors. */
function storefrontHistory(nowMs: number): History {
  const today = dayAt(nowMs, TIME_ZONE);
  const from = addDays(today, -DAYS);
  const site = parseSite({
    slug: 'storefront',
    name: 'Example storefront',
    kind: 'test',
    timeZone: TIME_ZONE,
    statement: STATEMENT,
    provenance: `Simulated visitors (seed ${SEED}) from ${from} to ${addDays(today, -1)}. Later days are your own clicks.`,
  });
  if (!site.ok) throw new Error(`the example site is not valid: ${site.issue.field} ${site.issue.rule}`);
  return {
    site: site.value,
    catalogue: storefrontCatalogue(),
    days: simulate({ seed: SEED, from, days: DAYS, timeZone: TIME_ZONE, statement: STATEMENT }),
  };
}

export interface Telling {
  readonly say: (line: string) => void;
  readonly progress: (line: string) => void;
}

/** @param eshopFolder Where the data of the real shop would be; without it, only the storefront. */
export function demoHistories(eshopFolder: string, nowMs: number, say: (line: string) => void): History[] {
  const histories = [storefrontHistory(nowMs)];
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
