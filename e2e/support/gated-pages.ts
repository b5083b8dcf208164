/**
 * Pages of a test with other people's code in them, and the gate's own source beside them, as modules without their
 * types. Scripts under `/run/` say on the page that they ran; those asked for with `?held` are answered on release.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Makes a gate whose decisions and agreements the page keeps for the test to read. */
const HARNESS = `
  import { createGate } from '/packages/sdk/src/gate/gate.ts';
  import { en } from '/packages/collector/src/consent/messages/en.ts';
  window.makeGate = (services, canWord = true, nonce = '') => {
    window.told = [];
    window.agreed = [];
    window.worded = 0;
    window.gate = createGate({
      window,
      services,
      nonce,
      async wording() {
        window.worded++;
        if (!canWord) throw new TypeError('Failed to fetch');
        const kitchen = { id: 'kitchen-tv', category: 'marketing', name: 'Kitchen TV' };
        return { language: 'en', messages: en, services: [kitchen] };
      },
      agree: (choices) => window.agreed.push(choices),
      explain: (decision) => window.told.push(decision),
    });
  };
`;

/** What a script of the name says on the page: itself, and which element it was run by. */
export const ran = (name: string): string =>
  `(window.ran = window.ran || []).push('${name}' + (document.currentScript ? ' by #' + document.currentScript.id : ''));`;

const FRAME = `<!doctype html><title>Film</title><p>A film</p><script>
  setInterval(() => parent.postMessage('playing', '*'), 10);
</script>`;

export interface GatedPages {
  /** With the port alone to be added to a host name: `http://shop.localhost` + `port`. */
  readonly port: number;
  /** Paths in the order they were asked for, the gate's own left out. */
  readonly requests: string[];
  /** Serves a page, whose body this is, at `/shop/page/` and a number. @returns Its path. */
  add(body: string, policy?: string): string;
  /** Answers the scripts asked for with `?held`, now and until `hold`. */
  release(): void;
  hold(): void;
  close(): Promise<void>;
}

export async function serveGatedPages(nonce: string): Promise<GatedPages> {
  const pages = new Map<string, { readonly body: string; readonly policy: string }>();
  const requests: string[] = [];
  const held: (() => void)[] = [];
  let isHolding = true;

  const answer = (response: ServerResponse, type: string, text: string): void => {
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(text);
  };
  const source = async (path: string): Promise<string> =>
    stripTypeScriptTypes(await readFile(ROOT + path, 'utf8')).replaceAll(
      "'@holloway/protocol'",
      "'/packages/protocol/src/index.ts'",
    );

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://test');
    const page = pages.get(pathname);
    const script = /^\/run\/(.+)\.js$/.exec(pathname)?.[1];
    if (pathname.startsWith('/packages/')) return answer(response, 'text/javascript', await source(pathname));
    if (pathname === '/harness.js') return answer(response, 'text/javascript', HARNESS);
    requests.push(pathname);
    if (page) {
      if (page.policy) response.setHeader('content-security-policy', page.policy);
      const head =
        '<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Shop</title>';
      const harness = `<script type="module" nonce="${nonce}" src="/harness.js"></script>`;
      return answer(response, 'text/html', `${head}${harness}<main><h1>Shop</h1>${page.body}</main>`);
    }
    if (pathname === '/film') return answer(response, 'text/html', FRAME);
    if (script === undefined || script === 'missing') return response.writeHead(404).end();
    const run = (): void => answer(response, 'text/javascript', ran(script));
    if (searchParams.has('held') && isHolding) held.push(run);
    else run();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    port: (server.address() as AddressInfo).port,
    requests,
    add(body, policy = '') {
      const path = `/shop/page/${pages.size}`;
      pages.set(path, { body, policy });
      return path;
    },
    release() {
      isHolding = false;
      for (const run of held.splice(0)) run();
    },
    hold() {
      isHolding = true;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
