/**
 * What a visitor downloads of a consent tool, compressed by gzip: of ours what a browser loads as it goes from one state to
 * the next, of others the files by which a shop embeds them, style included. What a shop writes itself (its
 * configuration, the texts that a tool leaves to it) is not counted.
 */
import { gzipSync } from 'node:zlib';
import { type ConsentTool, newVisitor, type StorageState, type Subject } from '@holloway/e2e';
import type { Browser, Page } from 'playwright-core';
import type { Figure } from '../figure.ts';

const BUDGET_KB = { refused: 3, consent: 6.5, whole: 9 };
const CHOOSE = '#holloway-ui [data-holloway-action="choose"]';
const CENTRE = 'dialog#holloway-ui';

const bytes = (text: string): number => gzipSync(text, { level: 9 }).length;

/** A file that was loaded, such as `ui-1a2b3c4d.js`, and its size in bytes of gzip. */
interface Loaded {
  readonly name: string;
  readonly size: number;
}

const nameOf = (url: string): string => new URL(url).pathname.split('/').at(-1) ?? '';
const isConfiguration = ({ name }: Loaded): boolean => name === 'config.json';
/** Holds back the scripts of others: loaded where a shop has some. */
const isGate = ({ name }: Loaded): boolean => /^(?:gate|placeholders)-/.test(name);

/** Does each step in one browser, to its end. @returns For each, the files of the tool that it loaded first. */
async function loadedBy(
  browser: Browser,
  { arrivals, isTools }: Subject,
  steps: readonly ((page: Page) => Promise<unknown>)[],
  kept?: StorageState,
): Promise<readonly (readonly Loaded[])[]> {
  const visitor = await newVisitor(browser, kept === undefined ? {} : { kept });
  const seen = new Set<string>();
  const loaded: Loaded[][] = [];
  for (const step of steps) {
    const begun = arrivals.all.length;
    await step(visitor.page);
    const urls = new Set(arrivals.all.slice(begun).map(({ url }) => url));
    const first = [...urls].filter((url) => isTools(url) && !seen.has(url));
    for (const url of first) seen.add(url);
    loaded.push(
      await Promise.all(
        first.map(async (url) => ({ name: nameOf(url), size: bytes(await (await fetch(url)).text()) })),
      ),
    );
  }
  await visitor.close();
  return loaded;
}

function figure(name: string, files: readonly Loaded[], budget?: number): Figure {
  return {
    name: `consent, ${name}`,
    value: files.reduce((sum, { size }) => sum + size, 0) / 1024,
    unit: 'KB gzip',
    detail: files.map(({ name: file, size }) => `${file} ${size}`).join(', '),
    ...(budget === undefined ? {} : { budget }),
  };
}

async function ourSizes(browser: Browser, ours: Subject, refused: StorageState): Promise<Figure[]> {
  const open = (page: Page) => page.goto(ours.url, { waitUntil: 'networkidle' });
  const openCentre = async (page: Page) => {
    await page.locator(CHOOSE).click();
    await page.locator(CENTRE).waitFor();
  };
  const accept = async (page: Page) => {
    for (const selector of ours.clicks.accept) await page.locator(selector).first().click();
    // As soon as it counts, everything that counts is there.
    await page.waitForFunction(() => localStorage.getItem('holloway.visit') !== null);
  };
  const [afterRefusal = []] = await loadedBy(browser, ours, [open], refused);
  const [banner = [], centre = [], counting = []] = await loadedBy(browser, ours, [open, openCentre, accept]);
  const script = afterRefusal.slice(0, 1);
  const asking = [...banner, ...centre].filter((file) => !isGate(file) && !isConfiguration(file));
  return [
    figure('Holloway: a visitor who refused', script, BUDGET_KB.refused),
    {
      name: 'consent, Holloway: further requests of a visitor who refused',
      value: afterRefusal.length - script.length,
      unit: '',
      budget: 0,
    },
    figure('Holloway: banner and privacy centre, one language', asking, BUDGET_KB.consent),
    figure(
      'Holloway: and capture',
      [...asking, ...counting.filter((file) => !isGate(file))],
      BUDGET_KB.whole,
    ),
    figure('Holloway: more, where scripts of others are held back', [...banner, ...centre].filter(isGate)),
  ];
}

const sizeOf = ({ name, version, files }: ConsentTool): Figure =>
  figure(
    `${name} ${version}`,
    files.map(({ path, body }) => ({ name: path.slice(1), size: bytes(body) })),
  );

/** @param refused What the browser of a visitor keeps who refused ours. */
export const consentSizes = async (
  browser: Browser,
  ours: Subject,
  refused: StorageState,
  others: readonly ConsentTool[],
): Promise<Figure[]> => [...(await ourSizes(browser, ours, refused)), ...others.map(sizeOf)];
