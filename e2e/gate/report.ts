/** The report of the gate in Markdown: all tools side by side. Pure. */
import type { Examined } from './examine.ts';
import { PHASES } from './phases.ts';

const yesNo = (is: boolean | null): string => (is === null ? '–' : is ? 'yes' : 'no');
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const codes = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

type Row = readonly [name: string, cell: (examined: Examined) => string];

const ROWS: readonly Row[] = [
  ['before a choice: own files and public configuration loaded', ({ assets }) => String(assets)],
  ...PHASES.flatMap((phase): Row[] => [
    [`${phase}: requests`, ({ phases }) => String(phases[phase].requests)],
    [`${phase}: bytes kept`, ({ phases }) => String(phases[phase].bytesKept)],
  ]),
  [
    'after Reject: identifier kept',
    ({ identifiers }) => (identifiers.length === 0 ? 'no' : `yes: ${codes(identifiers)}`),
  ],
  [
    'after Reject: bytes with each later request to the shop',
    ({ bytesWithEachRequest }) => String(bytesWithEachRequest),
  ],
  [
    'after Reject: visible control to change one’s mind',
    ({ controls }) => (controls.length === 0 ? 'no' : `yes: “${controls.join('”, “')}”`),
  ],
  ['under GPC: the visitor is told', ({ tellsOfObjection }) => yesNo(tellsOfObjection)],
  [
    'under GPC, where consent is not asked for first: scripts are held back',
    ({ heedsObjection }) => yesNo(heedsObjection),
  ],
  [
    'after withdrawal: cookies of others left',
    ({ cookiesLeft }) => (cookiesLeft.length === 0 ? '0' : `${cookiesLeft.length}: ${codes(cookiesLeft)}`),
  ],
];

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

export interface ReportOptions {
  /** Of the browser. */
  readonly browser: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

export const reportOf = (all: readonly Examined[], { browser, day }: ReportOptions): string => `# Zero bytes

What a consent tool sends and keeps while it may not: measured on ${day} in Chromium ${browser} by \`npm run gate\`, which
wrote this page. \`npm run gate -- --check\` verifies ours alone and fails on a single byte.

${[
  line(['', ...all.map(({ name, version }) => (version === null ? name : `${name} ${version}`))]),
  line(['---', ...all.map(() => '---')]),
  ...ROWS.map(([name, cell]) => line([sentence(name), ...all.map(cell)])),
].join('\n')}

## What is done

Each phase has a browser of its own with nothing in it. Its visitor opens the shop, brings the phase about (clicks Reject;
or sends Global Privacy Control, as a header and to scripts; or accepts, loads the page again and withdraws), and then
walks about: clicks, scrolls, waits half an hour, switches to another tab and back, goes into the back/forward cache and
out of it, follows a link, goes back, loads the page again, closes it. Waiting is the browser's clock put forward.

All tools stand on the same page, set up as their manuals say, with the same two scripts of another server to hold back:
one counts the visit, one shows offers, each sets a cookie. *Holloway, storefront* is the example shop of this repository.
Before a withdrawal is watched, the scripts have run: where nothing can happen, that nothing happens would prove nothing.

## What is watched

- **Requests**: all that arrive at the shop, at the collector and at the other server, those of a closing page among
  them, and all that the browser makes elsewhere. Not counted: the pages and their style; the tool's own files and public
  configuration, as long as they are asked for as any asset is (GET, no query, no body, no cookie of another site).
- **Uses** of \`fetch\`, \`fetchLater\`, \`XMLHttpRequest\`, \`sendBeacon\`, \`WebSocket\`, \`EventSource\`, \`WebTransport\`,
  \`RTCPeerConnection\`, \`Image\`, \`Worker\`, \`SharedWorker\` and service workers, in every frame.
- **What is kept**: every write to \`document.cookie\`, the cookie store, \`localStorage\`, \`sessionStorage\` and
  \`window.name\`, every opening of IndexedDB, a cache or the private file system; and all that is there in the end.
  *Bytes kept* are the names and values of that; after a choice, the choice itself.
- **Identifier**: two browsers refuse on the same day, at different times. Whatever of what they keep differs tells
  one visitor from the other.
- **Control**: what can be clicked after the choice and is not the shop's own. Tools without one leave it to the shop to
  add a link; here the shop has it, in its footer.
- **GPC, where consent is not asked for first**: the tool is set up to let scripts run until a visitor objects, which its
  scripts do without Global Privacy Control.

Each watcher is tested by a page that does what it looks for (\`e2e/gate/gate.test.ts\`).

## The one exception

A page whose address ends with \`#holloway-overlay=\` and the 43 characters of a code is a merchandiser's, who looks at
[the numbers over it](embedding.md#numbers-over-the-live-page). It loads the parts for that, and sends one request, \`POST
v1/overlay\`, with site, page and code, whatever was or was not chosen; like every request, it shows address and browser in passing.
Nothing is kept, and nothing on that page is counted. Who makes up such an address and sends it to others can make their
browsers do the same; the collector answers that the code works no more. No phase above opens such an address.

## What it cannot see

The headless Chromium keeps no back/forward cache (\`BackForwardCacheDisabledForDelegate\`), nor has it tabs to switch
between: the page is told of both by the events that a browser would send it. What goes through a peer connection does not
pass these servers: that one is made is what is seen.
`;
