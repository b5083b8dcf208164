/**
 * Pages of a test with the observer of layouts alone on them, from its source: what it tells is kept for the test to read.
 * Nothing is counted or sent, and links lead nowhere.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const HARNESS = `
  import { createLayout } from '/packages/sdk/src/capture/layout/layout.ts';
  import { pathOf } from '/packages/sdk/src/capture/path.ts';
  const stopping = new AbortController();
  window.seen = [];
  window.seenAt = [];
  window.faults = [];
  const keep = (each) => {
    seen.push(each);
    seenAt.push(performance.now());
  };
  window.stop = () => stopping.abort();
  window.begin = (measuresBoxes) => {
    const layout = createLayout({
      window,
      signal: stopping.signal,
      routes: [{ pattern: '/p/:name', type: 'product' }],
      viewport: () => 'l',
      page: () => pathOf(location),
      measuresBoxes: () => measuresBoxes,
      now: () => performance.now(),
      soon: keep,
      prompt: keep,
      onFault: (reason) => faults.push(reason),
    });
    window.restart = layout.restart;
    for (const type of ['click', 'auxclick']) addEventListener(type, layout.click, true);
    document.addEventListener('click', (event) => event.target.closest('a') && event.preventDefault());
  };
  document.documentElement.dataset.ready = '';
`;

export interface LayoutPages {
  /** Without a slash at its end. */
  readonly url: string;
  /** Serves a page with this body at a path. */
  set(path: string, body: string): void;
  close(): Promise<void>;
}

export async function serveLayoutPages(): Promise<LayoutPages> {
  const bodies = new Map<string, string>();

  const source = async (path: string): Promise<string> =>
    stripTypeScriptTypes(await readFile(ROOT + path, 'utf8')).replaceAll(
      "'@holloway/protocol'",
      "'/packages/protocol/src/index.ts'",
    );
  async function answer(path: string): Promise<readonly [type: string, text: string] | null> {
    if (path === '/harness.js') return ['text/javascript', HARNESS];
    if (path.startsWith('/packages/')) return ['text/javascript', await source(path)];
    const body = bodies.get(path);
    const head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Shop</title>';
    return body === undefined ? null : ['text/html', `${head}<style>body{margin:0}</style>${body}`];
  }

  const server = createServer(async ({ url = '/' }, response) => {
    const found = await answer(new URL(url, 'http://test').pathname);
    response.writeHead(found ? 200 : 404, { 'content-type': `${found?.[0] ?? 'text/plain'};charset=utf-8` });
    response.end(found?.[1]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    set: (path, body) => bodies.set(path, `${body}<script type="module" src="/harness.js"></script>`),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
