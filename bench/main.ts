/**
 * `npm run bench [-- --quick] [section ...]`: measures what the budgets of the design speak of, prints one table, and
 * exits with 1 where a budget is missed by more than noise. What is measured how: docs/performance.md.
 */
import { loadavg } from 'node:os';
import { benchCapture } from './capture/capture.ts';
import { benchConsent } from './consent/consent.ts';
import { type Figure, tableOf, verdictOf } from './figure.ts';
import { benchFuzz } from './fuzz/fuzz.ts';
import { benchHistory } from './history.ts';
import { benchIngest } from './ingest/ingest.ts';
import { benchInsight } from './insight/insight.ts';
import { benchLoad } from './load/load.ts';
import { benchReports } from './reports/reports.ts';
import { benchRetention } from './retention.ts';
import { benchScreens } from './screens/screens.ts';
import { benchSites } from './sites.ts';
import { benchSizes } from './sizes.ts';
import { benchStorage } from './storage.ts';
import { benchTrials } from './trials/trials.ts';

type Section = (quick: boolean, say: (line: string) => void) => Promise<Figure[]>;

const SECTIONS: { readonly [name: string]: Section } = {
  ingest: benchIngest,
  storage: benchStorage,
  reports: benchReports,
  screens: benchScreens,
  retention: benchRetention,
  history: benchHistory,
  sites: benchSites,
  sizes: benchSizes,
  consent: benchConsent,
  capture: benchCapture,
  trials: benchTrials,
  fuzz: benchFuzz,
  load: benchLoad,
  insight: benchInsight,
};

/** Minutes of their own, and no budget of speed: only when they are asked for by name. */
const BY_NAME = ['trials', 'fuzz', 'load', 'insight'];

const words = process.argv.slice(2);
const quick = words.includes('--quick');
const wanted = words.filter((word) => word !== '--quick');
const unknown = wanted.filter((name) => !Object.hasOwn(SECTIONS, name));
if (unknown.length > 0) {
  console.error(`no section "${unknown.join(', ')}": ${Object.keys(SECTIONS).join(', ')}`);
  process.exit(1);
}

const say = (line: string): void => console.error(line);
const load = (): string => (loadavg()[0] ?? 0).toFixed(1);
const begun = performance.now();
const loadBefore = load();
const figures: Figure[] = [];
for (const [name, section] of Object.entries(SECTIONS)) {
  if (wanted.length === 0 ? !BY_NAME.includes(name) : wanted.includes(name))
    figures.push(...(await section(quick, say)));
}
console.log(tableOf(figures));
const missed = figures.filter((figure) => verdictOf(figure) === 'MISSED');
console.log(
  `\n${missed.length === 0 ? 'Every budget is kept' : `Missed: ${missed.length}`}. ` +
    `${Math.round((performance.now() - begun) / 1000)} s, load average before ${loadBefore}.`,
);
process.exitCode = missed.length === 0 ? 0 : 1;
