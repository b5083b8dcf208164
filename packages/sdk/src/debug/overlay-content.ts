/** What the overlay says, section by section, of the counting as it is at a moment. */
import type { Build } from '../banner/element.ts';
import type { ConsentStatus } from '../holloway.ts';
import type { Page } from '../visit/observation.ts';
import type { DebugFeed, SeenAt } from './debug-feed.ts';
import { createKeyedList } from './keyed-list.ts';
import { pageParts, seenWords } from './seen-words.ts';
import { clock, createSentList } from './sent-list.ts';
import { createWaitingTable } from './waiting-table.ts';

const DRY_RUN =
  'Dry run: statistics are off, so nothing is stored and nothing is sent. This is what would be counted.';
const WHEN_SENT = 'Every 20 seconds, with a click that may lead away, and when the page is hidden or left.';

export interface OverlayContent {
  readonly nodes: readonly Node[];
  /**
   * @param reason Why it is on, or off.
   * @param feed `null` where nothing is counted, nor tried.
   */
  show(status: ConsentStatus, reason: string, feed: DebugFeed | null): void;
}

const partsOf = (page: Page | null): (readonly [string, string])[] =>
  page === null ? [['path', 'not described yet']] : [['path', page.path], ...pageParts(page)];

/** Cells that wait, bodies that were sent. */
const sumsOf = (feed: DebugFeed | null): [cells: number, bodies: number] => [
  feed?.waiting().reduce((sum, { increments }) => sum + increments.length, 0) ?? 0,
  feed?.bodies().length ?? 0,
];

/** Of the bar, which says how much there is also while it is closed. */
export const titleOf = ({ choices }: ConsentStatus, feed: DebugFeed | null): string => {
  const [cells, bodies] = sumsOf(feed);
  return choices.analytics
    ? `Holloway · ${cells} wait, ${bodies} sent`
    : `Holloway · dry run · ${cells} would wait`;
};

function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

export function createContent(window: Window & typeof globalThis, build: Build): OverlayContent {
  const note = build('p', { className: 'note' }, DRY_RUN);
  const why = build('p', {});
  const faults = build('p', {});
  const parts = build('dl', {});
  const waitingHead = build('h3', {});
  const cells = build('tbody', {});
  const sentHead = build('h3', {});
  const bodies = build('ul', {});
  // What scrolls can be scrolled by the keyboard too.
  const seen = build('ul', { className: 'seen', tabIndex: 0 });
  seen.setAttribute('aria-label', 'Seen last');

  const showCells = createWaitingTable(build, cells);
  const showBodies = createSentList(window, build, bodies);
  const showSeen = createKeyedList<SeenAt, HTMLLIElement>(
    seen,
    (one) => build('li', {}, `${clock(one.at)} ${seenWords(one.seen)}`),
    () => {}, // what was seen stays what it was
  );

  return {
    nodes: [
      note,
      why,
      faults,
      build('h3', {}, 'This page'),
      parts,
      build('h3', {}, 'Seen last'),
      seen,
      sentHead,
      bodies,
      waitingHead,
      build('p', {}, WHEN_SENT),
      build('table', {}, cells),
    ],
    show({ choices }, reason, feed) {
      const isDry = !choices.analytics;
      note.hidden = !isDry;
      setText(why, reason);
      const failed = feed?.faults() ?? [];
      faults.hidden = failed.length === 0;
      setText(faults, `Failed on this page: ${failed.join(', ')}`);
      const described = partsOf(feed?.page() ?? null);
      parts.replaceChildren(
        ...described.flatMap(([name, value]) => [build('dt', {}, name), build('dd', {}, value)]),
      );
      const [waiting, sent] = sumsOf(feed);
      setText(waitingHead, `${isDry ? 'Would wait' : 'Waits'} to be sent: ${waiting}`);
      setText(sentHead, `${isDry ? 'Would have been sent' : 'Sent from this tab'}: ${sent}`);
      showCells(feed?.waiting() ?? []);
      showBodies(feed?.bodies() ?? []);
      showSeen((feed?.seen() ?? []).map((one) => [`${one.number}`, one]));
    },
  };
}
