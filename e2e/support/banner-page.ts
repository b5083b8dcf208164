/**
 * A shop page under a strict policy that shows banner and privacy centre by themselves: from their sources, with a core
 * of the test's own behind them. Nothing is built, and no collector runs.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { CATEGORIES, type SiteConfig, type Wording } from '@holloway/protocol';
import type { ConsentStatus } from '../../packages/sdk/src/holloway.ts';

const PACKAGES = join(import.meta.dirname, '../../packages');
const POLICY = "default-src 'self'; require-trusted-types-for 'script'";

export interface BannerPage {
  readonly config: SiteConfig;
  readonly wording: Wording;
  readonly status: ConsentStatus;
  /** What is kept, by key. */
  readonly shared: { readonly [key: string]: string };
  readonly own: { readonly [key: string]: string };
  /** What the service answers, by path. */
  readonly published: { readonly [path: string]: unknown };
  /** A style sheet of the shop's. */
  readonly css: string;
}

export const CONFIG: SiteConfig = {
  site: 'shop',
  timeZone: 'Europe/Brussels',
  offsets: [[0, 60]],
  statement: 'c9f1d2a4',
  languages: ['en'],
  jurisdiction: 'eu',
  model: 'opt-in',
  categories: CATEGORIES,
  services: [],
  preferences: [],
  position: 'bar',
  countsRefusals: false,
  countsMonths: 25,
  currency: 'EUR',
  boxes: 1,
  routes: [],
};

export const UNDECIDED: ConsentStatus = {
  state: 'unknown',
  choices: { preferences: false, analytics: false, marketing: false },
  basis: null,
  objection: false,
  day: null,
};

/** What a page of the test does with the part of the core that it plays. */
const CORE = `
import { createUi } from '/sdk/src/banner/ui.ts';
const given = await (await fetch('/given.json')).json();
const storeOf = (held) => {
  const map = new Map(Object.entries(held));
  return { get: (key) => map.get(key) ?? null, set: (key, value) => map.set(key, value), remove: (key) => map.delete(key) };
};
let { status } = given;
const calls = [];
const shared = storeOf(given.shared);
const own = storeOf(given.own);
const control = document.querySelector('#holloway-control');
const ui = createUi({
  ...given,
  window,
  collector: location.origin + '/',
  shared,
  own,
  status: () => status,
  surface: () => 'banner',
  state: (...stated) => calls.push(['state', ...stated]),
  choose(choices, surface) {
    calls.push(['choose', choices, surface]);
    const state = Object.values(choices).includes(true) ? 'accepted' : 'rejected';
    status = { ...status, state, choices, basis: 'chosen', day: '2026-11-23' };
    if (ui.rest()) control.focus();
  },
  eraseAll() {
    calls.push(['eraseAll']);
    for (const key of Object.keys(given.shared)) shared.remove(key);
    for (const key of Object.keys(given.own)) own.remove(key);
    status = { ...status, state: 'unknown', choices: given.nothing, basis: null, day: null };
    ui.ask();
  },
});
control.onclick = () => ui.open();
window.test = { ui, calls };
document.documentElement.dataset.ready = '';
`;

const html = (language: string): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A shop</title>
<link rel="stylesheet" href="/shop.css">
<script src="/watch.js"></script>
<script type="module" src="/core.js"></script>
</head>
<body>
<main>
<h1>A shop</h1>
<p><a id="top" href="#kettles">Kettles</a></p>
${'<p>Kettles, toasters and ovens, in six colours.</p>\n'.repeat(60)}
<p><a id="bottom" href="#ovens">Ovens</a></p>
<button id="holloway-control" type="button">Privacy settings</button>
</main>
</body>
</html>`;

const WATCH = `window.violations = [];
document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));`;

async function source(path: string): Promise<string | null> {
  if (!/^\/(sdk|protocol)\/src\/[\w/-]+\.ts$/.test(path)) return null;
  const code = await readFile(join(PACKAGES, path), 'utf8').catch(() => null);
  return code && stripTypeScriptTypes(code).replaceAll("'@holloway/protocol'", "'/protocol/src/index.ts'");
}

export interface BannerPageServer {
  /** Of the page that was given last. */
  readonly url: string;
  give(page: BannerPage): void;
  close(): Promise<void>;
}

export async function serveBannerPage(): Promise<BannerPageServer> {
  let given: BannerPage | null = null;

  async function answer(path: string): Promise<readonly [type: string, body: string] | null> {
    if (!given) return null;
    const { css, published, ...page } = given;
    if (path === '/') return ['text/html', html(page.wording.language)];
    if (path === '/shop.css') return ['text/css', css];
    if (path === '/core.js') return ['text/javascript', CORE];
    if (path === '/watch.js') return ['text/javascript', WATCH];
    if (path === '/given.json')
      return ['application/json', JSON.stringify({ ...page, nothing: UNDECIDED.choices })];
    if (published[path] !== undefined) return ['application/json', JSON.stringify(published[path])];
    const code = await source(path);
    return code === null ? null : ['text/javascript', code];
  }

  const server = createServer(async (request, response) => {
    const found = await answer(request.url ?? '/');
    response.writeHead(found ? 200 : 404, {
      'content-type': `${found?.[0] ?? 'text/plain'};charset=utf-8`,
      'content-security-policy': POLICY,
      'cache-control': 'no-store',
    });
    response.end(found?.[1]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    give(page) {
      given = page;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
