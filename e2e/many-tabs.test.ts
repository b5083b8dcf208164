/**
 * Many tabs of one browser, each a process with a copy of what is stored, that count at the same moment: the lock is
 * what makes them one. Whether it does is the browser's doing, so it is a real Chromium that is asked.
 */
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newVisitor, openBrowser, type Visitor } from './support/browser.ts';
import { type Answer, openRecordingServer, type RecordingServer } from './support/recording-server.ts';

const PACKAGES = fileURLToPath(new URL('../packages', import.meta.url));
const TABS = 5;
const PAGES = 40;

/** Reads the same pages as the other tabs, and tells on which of them the browser was marked as never counted before. */
const TAB = `
  import { createExclusively } from '/sdk/src/record/exclusive.ts';
  import { createRecorder } from '/sdk/src/record/recorder.ts';
  import { createStore } from '/sdk/src/storage.ts';
  import { createPending } from '/sdk/src/transport/pending.ts';

  window.readPages = async (prefix, hasLock) => {
    const pending = createPending();
    const { record } = createRecorder({
      store: createStore(() => localStorage),
      exclusively: hasLock ? createExclusively(navigator.locks) : async (work) => work(true),
      pending,
      offsets: [[0, 0]],
      signal: new AbortController().signal,
      now: Date.now,
      elapsed: () => performance.now(),
      viewport: () => 'l',
      later() {},
    });
    for (let i = 0; i < ${PAGES}; i++) {
      const page = { path: '/' + prefix + '-' + i, type: 'page', category: null };
      await record({ kind: 'pageview', page, provenance: { source: 'direct' }, isReload: false });
      await new Promise((resolve) => setTimeout(resolve));
    }
    return pending
      .take()
      .flatMap(({ increments }) => increments)
      .filter(([fact, , , first]) => fact === 'page.view' && first === 2)
      .map(([, [path]]) => path);
  };
`;
const HTML = `<!doctype html><title>A tab</title><script type="module" src="/tab.js"></script>`;

function answer(path: string): Answer {
  if (path === '/tab.js') return { type: 'text/javascript', body: TAB };
  if (!path.endsWith('.ts')) return { type: 'text/html', body: HTML };
  const code = stripTypeScriptTypes(readFileSync(PACKAGES + path, 'utf8'));
  return {
    type: 'text/javascript',
    body: code.replaceAll("'@holloway/protocol'", "'/protocol/src/index.ts'"),
  };
}

let browser: Browser;
let server: RecordingServer;
let visitor: Visitor;
let tabs: Page[];

beforeAll(async () => {
  browser = await openBrowser();
  server = await openRecordingServer('127.0.0.1', () => {}, answer);
  visitor = await newVisitor(browser);
  tabs = await Promise.all(
    Array.from({ length: TABS }, async () => {
      const tab = await visitor.context.newPage();
      await tab.goto(server.url);
      return tab;
    }),
  );
});
afterAll(async () => {
  await visitor.close();
  await server.close();
  await browser.close();
});

async function marksOf(prefix: string, hasLock: boolean): Promise<string[]> {
  // At the same moment in all of them, so far as there is one.
  const marks = tabs.map((tab) => tab.evaluate<string[]>(`readPages('${prefix}', ${hasLock})`));
  return (await Promise.all(marks)).flat();
}

it('mark the browser once for each page that all of them read', async () => {
  const marks = await marksOf('with', true);
  expect(marks.sort()).toEqual(Array.from({ length: PAGES }, (_, i) => `/with-${i}`).sort());
});

it('would mark it more often without the lock', async () => {
  const marks = await marksOf('without', false);
  expect(marks.length).toBeGreaterThan(PAGES);
});
