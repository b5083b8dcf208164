/**
 * `npm run measure`: opens the pages of the example storefront in a real browser and writes down where everything stands on them,
 * for the simulated visitors of the first start, who have no browser.
 */
import { writeFile } from 'node:fs/promises';
import { MEASURED_FILE, measuredText, SAMPLES } from '@holloway/example-storefront';
import { buildAll } from '../../scripts/build.ts';
import { openBrowser } from '../support/browser.ts';
import { measureAll, openMeasuring } from './measure.ts';

await buildAll({ log: console.log });
const browser = await openBrowser();
const measuring = await openMeasuring(browser);
try {
  const pages = await measureAll(measuring, SAMPLES, ({ viewport, address }) =>
    console.log(viewport, address),
  );
  await writeFile(MEASURED_FILE, measuredText(pages));
} finally {
  await measuring.close();
  await browser.close();
}
