/**
 * `npm run gate [-- --pages ours,vanilla,klaro,orejime] [--out file] [--check]`: takes each consent tool through the phases
 * and writes the report. Exits with 1 where ours sends or keeps anything. With `--check` it verifies ours and writes nothing.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildAll } from '../../scripts/build.ts';
import type { ConsentTool, Model } from '../peers/consent-tool.ts';
import { klaro } from '../peers/klaro.ts';
import { orejime } from '../peers/orejime.ts';
import { vanillaCookieconsent } from '../peers/vanilla-cookieconsent.ts';
import { openBrowser } from '../support/browser.ts';
import { type Examined, examine } from './examine.ts';
import { openOurSmallShop, openOurStorefront } from './ours.ts';
import { PHASES } from './phases.ts';
import { reportOf } from './report.ts';
import { openSmallShop } from './small-shop.ts';
import type { Subject } from './subject.ts';

const REPORT = join(import.meta.dirname, '../../docs/zero-bytes.md');

interface Page {
  open(): Promise<Subject>;
  /** The same where consent is not asked for first; `null` where it is not tried. */
  openOptOut: (() => Promise<Subject>) | null;
}

const peer = (make: (model: Model) => ConsentTool): Page => ({
  open: () => openSmallShop({ tool: make('opt-in') }),
  openOptOut: () => openSmallShop({ tool: make('opt-out') }),
});

const PAGES: { readonly [name: string]: readonly Page[] } = {
  ours: [
    { open: openOurStorefront, openOptOut: null },
    { open: () => openOurSmallShop(), openOptOut: () => openOurSmallShop('opt-out') },
  ],
  vanilla: [peer(vanillaCookieconsent)],
  klaro: [peer(klaro)],
  orejime: [peer(orejime)],
};

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: Object.keys(PAGES).join(',') },
    out: { type: 'string', default: REPORT },
    check: { type: 'boolean', default: false },
  },
});
const names = values.check ? ['ours'] : values.pages.split(',');
const unknown = names.filter((name) => !Object.hasOwn(PAGES, name));
if (unknown.length > 0) {
  console.error(`no page "${unknown.join(', ')}": ${Object.keys(PAGES).join(', ')}`);
  process.exit(1);
}

if (names.includes('ours')) await buildAll({ log: console.error });
const browser = await openBrowser();
const examined: Examined[] = [];
let found = 0;
try {
  for (const name of names) {
    for (const { open, openOptOut } of PAGES[name] ?? []) {
      const subject = await open();
      const optOut = openOptOut && (await openOptOut());
      try {
        console.error(`${subject.name}: ${PHASES.join(', ')}`);
        const result = await examine(browser, subject, optOut);
        examined.push(result);
        if (name !== 'ours') continue;
        for (const phase of PHASES) {
          for (const finding of result.findings[phase]) console.log(`${subject.name}, ${phase}: ${finding}`);
          found += result.findings[phase].length;
        }
      } finally {
        await subject.close();
        await optOut?.close();
      }
    }
  }
  if (!values.check) {
    const day = new Date().toISOString().slice(0, 10);
    await writeFile(values.out, reportOf(examined, { browser: browser.version(), day }));
    console.log(`written: ${values.out}`);
  }
} finally {
  await browser.close();
}
if (names.includes('ours'))
  console.log(found === 0 ? 'ours: nothing sent, nothing kept' : `ours: ${found} findings`);
process.exitCode = found === 0 ? 0 : 1;
