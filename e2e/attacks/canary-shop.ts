/**
 * A shop with a secret in every place that a page has, and the walk of a visitor through it who agrees to be counted:
 * addresses, titles, links, forms, searches, cookies and storages, where they come from, and what they type.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { hide } from '../support/browser.ts';
import { COOKIE, EMAIL, NAME, PHONE, STORED, TOKEN } from './canaries.ts';

/** Counted under the name that it has, so that a walk that left no trace is told from one that was not counted. */
export const WITNESS = '/c/kettles';
const IN_PATH = `/account/${encodeURIComponent(EMAIL)}/${TOKEN}`;
const IN_QUERY = `?email=${encodeURIComponent(EMAIL)}&session=${TOKEN}&utm_source=${encodeURIComponent(EMAIL)}&utm_campaign=${TOKEN}`;

const page = (
  script: string,
  body: string,
): string => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>${NAME} – ${EMAIL}</title><meta name="description" content="${EMAIL} ${TOKEN}"><link rel="icon" href="data:,">
<meta name="referrer" content="unsafe-url">${script}</head><body><header><nav><a href="/">Home</a>
<a href="${WITNESS}">Kettles</a><a href="${IN_PATH}${IN_QUERY}#${TOKEN}">${NAME}, ${EMAIL}</a></nav>
<form role="search" action="/search"><input type="search" name="q"><button>Search</button></form></header>
<main><h1 id="${TOKEN}">Hello ${NAME}</h1>${body}
<form id="account" onsubmit="return false"><input name="name"><input name="mail" type="email"><textarea name="text"></textarea>
<button>Save ${EMAIL}</button></form><p title="${TOKEN}">${PHONE}</p></main></body></html>`;

export interface CanaryShop {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * @param script What stands in the head of every page.
 * @param sources What else there is, by path.
 */
export async function openCanaryShop(
  script: string,
  sources: (path: string) => string | null = () => null,
): Promise<CanaryShop> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://shop').pathname;
    const source = sources(path);
    if (source !== null) return response.writeHead(200, { 'content-type': 'text/javascript' }).end(source);
    const headers = { 'content-type': 'text/html; charset=utf-8', 'set-cookie': `session=${COOKIE}; path=/` };
    return response.writeHead(200, headers).end(page(script, '<p>A page.</p>'.repeat(40)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** @param isThere Waits until the visitor's last page was counted, where that is to be. */
export async function walkThrough(
  tab: Page,
  { url }: CanaryShop,
  isThere: (path: string) => Promise<void>,
): Promise<void> {
  // From a page whose whole address is passed on as the referrer.
  await tab.goto(`${url.replace('127.0.0.1', 'localhost')}/elsewhere${IN_QUERY}`);
  await tab.evaluate(
    (home) => document.body.insertAdjacentHTML('beforeend', `<a id="in" href="${home}">in</a>`),
    `${url}/${IN_QUERY}`,
  );
  await tab.locator('#in').click();
  await tab.waitForURL(`${url}/**`);
  await tab.evaluate((stored) => {
    localStorage.setItem('customer', stored);
    sessionStorage.setItem('customer', stored);
  }, STORED);
  await tab.getByRole('button', { name: 'Accept all' }).click();
  await isThere('/');
  await tab.locator('#account [name=name]').fill(NAME);
  await tab.locator('#account [name=mail]').fill(EMAIL);
  await tab.locator('#account [name=text]').fill(`${PHONE} ${TOKEN}`);
  await tab.locator('#account button').click();
  await tab.getByRole('link', { name: NAME }).click();
  await tab.waitForURL('**/account/**');
  await isThere('/account/:id/:id');
  for (const asked of [EMAIL, PHONE, TOKEN]) {
    await tab.getByRole('searchbox').fill(asked);
    await tab.getByRole('searchbox').press('Enter');
    await tab.waitForURL('**/search?**');
    await isThere('/search');
    await tab.getByRole('link', { name: 'Kettles' }).click();
    await tab.waitForURL(`**${WITNESS}`);
    await isThere(WITNESS);
  }
  await hide(tab);
}
