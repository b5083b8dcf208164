/**
 * Watches one visitor's browser: every request it makes, at the servers and in the browser; every use of what can send
 * or keep something, in the page. Says what was seen, not what to think of it: findings.ts.
 */
import type { Browser } from 'playwright-core';
import { newVisitor, type Visitor } from '../support/browser.ts';
import { type Call, TELL, tellEverything } from './in-page.ts';
import { isPlain, type Subject } from './subject.ts';

export interface Watched {
  readonly visitor: Visitor;
  /** Forgets what was seen so far. */
  begin(): void;
  /** Overlooks what the page is made to do meanwhile. */
  meanwhile<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves as soon as the servers were asked for something that is not a plain asset. */
  untilAsked(): Promise<void>;
  /** Requests that no asset would be fetched by, as `POST http://…`. */
  requests(): string[];
  /** The tool's files and public configuration that the pages asked for, be it of the browser's own cache; each once. */
  assets(): string[];
  calls(): readonly Call[];
  /** The longest `Cookie` header that the shop was sent. */
  cookieBytes(): number;
  /** Closes the page as a visitor does, and resolves when all that it still sent has arrived. */
  leave(): Promise<void>;
}

export interface WatchOptions {
  readonly objects?: boolean;
  /** What the browser takes for now. */
  readonly time: string;
}

/** What the test itself asks each server for, to know that nothing is on its way any more. */
const LAST = '/last';

export async function watch(browser: Browser, subject: Subject, options: WatchOptions): Promise<Watched> {
  const visitor = await newVisitor(browser, { objects: options.objects ?? false });
  const { context, page } = visitor;
  let calls: Call[] = [];
  let seen: { readonly method: string; readonly url: string }[] = [];
  const { all, until } = subject.arrivals;
  let start = all.length;
  const arrived = () => all.slice(start).filter(({ url }) => new URL(url).pathname !== LAST);
  const hosts = new Set(subject.servers.map((url) => new URL(url).host));

  await context.clock.install({ time: options.time });
  let isOurs = false;
  await context.exposeBinding(TELL, (_, call: Call) => void (isOurs || calls.push(call)));
  await context.addInitScript(tellEverything, TELL);
  context.on('request', (request) => {
    const url = request.url();
    if (!/^(?:data|blob|about):/.test(url)) seen.push({ method: request.method(), url });
  });

  return {
    visitor,
    begin() {
      calls = [];
      seen = [];
      start = all.length;
    },
    async meanwhile(work) {
      isOurs = true;
      try {
        return await work();
      } finally {
        isOurs = false;
      }
    },
    untilAsked: () => until(() => arrived().some((arrival) => !isPlain(arrival, subject))),
    requests() {
      const atServers = arrived().filter((arrival) => !isPlain(arrival, subject));
      const elsewhere = seen.filter(({ url }) => !hosts.has(new URL(url).host));
      return [...atServers, ...elsewhere].map(({ method, url }) => `${method} ${url}`);
    },
    assets: () => [...new Set(seen.map(({ url }) => url).filter(subject.isTools))],
    calls: () => calls,
    cookieBytes: () =>
      Math.max(0, ...arrived().map(({ url, cookie }) => (subject.isShops(url) ? cookie.length : 0))),
    async leave() {
      await page.close();
      // What a page sends while it closes goes before what another browser window asks for afterwards.
      const later = await browser.newContext();
      const window = await later.newPage();
      for (const url of subject.servers) {
        await window.evaluate((address) => fetch(address, { mode: 'no-cors' }).then(() => {}), url + LAST);
      }
      await later.close();
      await context.close();
    },
  };
}
