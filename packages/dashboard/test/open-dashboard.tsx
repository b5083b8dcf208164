/** Puts the dashboard on a page of happy-dom, in front of the fixture collector, for tests to use as people do. */
import type { Role } from '@holloway/protocol';
import { render } from 'preact';
import { vi } from 'vitest';
import { createApi, type Fetch } from '../src/api/client.ts';
import { App } from '../src/app.tsx';
import { createLocation } from '../src/state/location.ts';
import { createReportStore } from '../src/state/report-store.ts';
import { createSession } from '../src/state/session.ts';
import { createTheme } from '../src/state/theme.ts';
import type { InterfaceLanguage } from '../src/words/words.ts';
import { CAREFUL_EMAIL, CODE, EMAIL, fixtureCollector, PASSWORD } from './fixture/collector.ts';
import { createDigests, type FixtureDigests } from './fixture/digest.ts';
import { createWorkspace, type FixtureWorkspace } from './fixture/workspace.ts';

export interface OpenDashboard {
  /** Paths and queries that were asked for, in order. */
  readonly asked: readonly string[];
  /** Answers every further request with this status, until `undefined`. */
  failWith(status: number | undefined): void;
  text(): string;
  /** The one element of the selector whose name or text contains `text`; waits for it. */
  find(selector: string, text?: string): Promise<HTMLElement>;
  press(selector: string, text?: string): Promise<void>;
  type(selector: string, value: string): Promise<void>;
  go(hash: string): Promise<void>;
  close(): void;
}

const nameOf = (element: Element): string =>
  `${element.getAttribute('aria-label') ?? ''} ${element.textContent ?? ''}`;

// Its visits are the same for every test.
const collector = fixtureCollector();

/** There is one page: whoever opens it anew has closed it before, or its keys would still be heard. */
let closeLast = (): void => {};

interface Whose {
  /** Default: true. */
  readonly signedIn?: boolean;
  /** Default: owner. */
  readonly role?: Role;
  /** Default: there is none. */
  readonly singleSignOn?: string;
  /** Told of the language that is chosen, in place of loading the page again. */
  readonly onLanguage?: (language: InterfaceLanguage) => void;
  /** Of which addresses requests fail until `failWith`: those that contain this. Default: of none. */
  readonly failing?: string;
  /** Default: a new one, with nothing in it. */
  readonly workspace?: FixtureWorkspace;
  /** Default: new ones, which nobody set. */
  readonly digests?: FixtureDigests;
}

/** @param hash What the address bar says. */
export async function openDashboard(
  hash: string,
  {
    signedIn = true,
    onLanguage = () => {},
    workspace = createWorkspace(),
    digests = createDigests(),
    failing,
    ...whose
  }: Whose = {},
): Promise<OpenDashboard> {
  const asked: string[] = [];
  let session = signedIn;
  let failure: number | undefined;
  let failingPart = failing;
  const onSignedOut = (): void => {
    current.end();
    reports.clear();
  };
  const ask: Fetch = async (url, init) => {
    asked.push(url);
    if (failure !== undefined) return new Response('{}', { status: failure });
    if (failingPart !== undefined && url.includes(failingPart)) return new Response('{}', { status: 500 });
    const body = typeof init?.body === 'string' ? JSON.parse(init.body) : {};
    const [, token] = /^Bearer (.+)$/.exec(new Headers(init?.headers).get('authorization') ?? '') ?? [];
    const who = token === undefined ? { signedIn: session } : { signedIn: false, token };
    const told = collector({
      url,
      body,
      method: init?.method ?? 'GET',
      workspace,
      digests,
      ...who,
      ...whose,
    });
    if (told.session !== undefined) session = told.session === 'begins';
    const text = told.status === 204 ? null : JSON.stringify(told.body);
    return new Response(text, { status: told.status });
  };
  const api = createApi(ask, { onSignedOut });
  closeLast();
  window.location.hash = hash;
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  const current = createSession(api);
  const reports = createReportStore({ api, now: () => 0 });
  const theme = createTheme({ storage: localStorage, root: document.documentElement });
  render(
    <App
      {...{ api, reports, theme, onLanguage }}
      session={current}
      location={createLocation(window)}
      linkDeps={{ ask, now: () => 0 }}
    />,
    root,
  );
  closeLast = () => render(null, root);
  await current.start();

  const find = (selector: string, text = ''): Promise<HTMLElement> =>
    vi.waitFor(
      () => {
        const found = [...root.querySelectorAll<HTMLElement>(selector)].find((one) =>
          nameOf(one).includes(text),
        );
        if (found === undefined) throw new Error(`no ${selector} with “${text}” in: ${root.textContent}`);
        return found;
      },
      { timeout: 10_000, interval: 10 },
    );
  return {
    asked,
    failWith: (status) => {
      failure = status;
      failingPart = undefined;
    },
    text: () => root.textContent ?? '',
    find,
    press: async (selector, text) => (await find(selector, text)).click(),
    async type(selector, value) {
      const field = (await find(selector)) as HTMLInputElement;
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    async go(to) {
      window.location.hash = to;
      window.dispatchEvent(new Event('hashchange'));
    },
    close: closeLast,
  };
}

export { CAREFUL_EMAIL, CODE, EMAIL, PASSWORD };
