// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CHOSEN, UNDECIDED } from '../../test/ui-deps.ts';
import { type Build, element } from '../banner/element.ts';
import type { ConsentStatus } from '../holloway.ts';
import type { Body } from './bodies-of.ts';
import type { DebugFeed, Tap } from './debug-feed.ts';
import { createContent, type OverlayContent, titleOf } from './overlay-content.ts';

const build: Build = (...made) => element(document, ...made);
/** In the time zone of whoever runs this. */
const AT = new Date(2026, 10, 23, 14, 3, 22).getTime();
const SENT: Body = {
  text: '{"v":1,"increments":[["visit",[],1,2]]}',
  bytes: 39,
  at: AT,
  state: '204, counted',
};

const feedOf = (given: { readonly [K in keyof DebugFeed]?: ReturnType<DebugFeed[K] & (() => unknown)> }) =>
  ({
    tap: {} as Tap,
    page: () => given.page ?? null,
    seen: () => given.seen ?? [],
    faults: () => given.faults ?? [],
    waiting: () => given.waiting ?? [],
    bodies: () => given.bodies ?? [],
  }) as DebugFeed;

const FULL = feedOf({
  page: { path: '/c/kettles', type: 'category', category: 'kettles' },
  waiting: [
    {
      day: '2026-11-23',
      slices: { viewport: 's', source: 'search' },
      increments: [
        ['slot.clicked', ['/c/kettles', 'grid/3', 'KE-101', 's'], 1, 2, 3],
        ['page.view', ['/c/kettles'], 1, 1],
        ['page.view', ['/'], 2],
        ['visit', [], 1, 2],
      ],
    },
  ],
  bodies: [SENT],
  seen: [{ number: 1, at: AT, seen: { kind: 'settled', path: '/c/kettles' } }],
});

let content: OverlayContent;

function show(feed: DebugFeed | null, status: ConsentStatus = CHOSEN): void {
  content.show(status, 'analytics on: the visitor chose so', feed);
}

/** What can be read, element by element. */
const texts = (selector: string): (string | null)[] =>
  [...document.querySelectorAll<HTMLElement>(selector)]
    .filter(({ hidden }) => !hidden)
    .map(({ textContent }) => textContent);

beforeEach(() => {
  content = createContent(window as Window & typeof globalThis, build);
  document.body.replaceChildren(...content.nodes);
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('the bar', () => {
  it.each<[title: string, status: ConsentStatus, feed: DebugFeed | null]>([
    ['Holloway · 4 wait, 1 sent', CHOSEN, FULL],
    ['Holloway · 0 wait, 0 sent', CHOSEN, null],
    ['Holloway · dry run · 4 would wait', UNDECIDED, FULL],
  ])('says: %s', (title, status, feed) => {
    expect(titleOf(status, feed)).toBe(title);
  });
});

describe('what is on', () => {
  it('is said with its reason', () => {
    show(FULL);
    expect(texts('p')[0]).toBe('analytics on: the visitor chose so');
  });

  it('is said to be nothing in a dry run, and nothing is claimed to be sent', () => {
    show(FULL, UNDECIDED);
    expect(texts('p')[0]).toBe(
      'Dry run: statistics are off, so nothing is stored and nothing is sent. This is what would be counted.',
    );
    expect(texts('h3')).toEqual([
      'This page',
      'Seen last',
      'Would have been sent: 1',
      'Would wait to be sent: 4',
    ]);
  });
});

describe('the page', () => {
  it('is shown as it is described', () => {
    show(FULL);
    expect(texts('dt')).toEqual(['path', 'type', 'category']);
    expect(texts('dd')).toEqual(['/c/kettles', 'category', 'kettles']);
  });

  it('is said not to be described yet', () => {
    show(null);
    expect(texts('dd')).toEqual(['not described yet']);
  });

  it('tells what failed on it, and nothing where nothing did', () => {
    show(feedOf({ faults: ['layout', 'click'] }));
    expect(texts('p')).toContain('Failed on this page: layout, click');
    show(FULL);
    expect(texts('p').join()).not.toContain('Failed');
  });
});

describe('what waits', () => {
  it('is shown cell by cell, under its fact', () => {
    show(FULL);
    expect(texts('h3')[3]).toBe('Waits to be sent: 4');
    expect(texts('tr')).toEqual([
      '2026-11-23, viewport s, source search',
      'page.view',
      '/2',
      '/c/kettles1, new today',
      'slot.clicked',
      '/c/kettles · grid/3 · KE-101 · s1, total 3, new in 28 days',
      'visit',
      '(all)1, new in 28 days',
    ]);
  });

  it('lights up what has changed, and nothing else', () => {
    const lit: (string | null)[] = [];
    Element.prototype.animate = function (this: Element) {
      lit.push(this.textContent);
      return {} as Animation;
    };
    const waiting = (n: number) =>
      feedOf({
        waiting: [
          {
            day: '2026-11-23',
            slices: {},
            increments: [
              ['page.view', ['/'], n],
              ['page.view', ['/a'], 1],
            ],
          },
        ],
      });
    show(waiting(1));
    expect(lit.splice(0)).toEqual(['/1', '/a1']);
    show(waiting(2));
    expect(lit.splice(0)).toEqual(['/2']);
    show(waiting(2));
    expect(lit).toEqual([]);
    Reflect.deleteProperty(Element.prototype, 'animate');
  });

  it('is gone once it was sent', () => {
    show(FULL);
    show(feedOf({ bodies: [SENT] }));
    expect(texts('tr')).toEqual([]);
  });
});

describe('what was sent', () => {
  it('tells time, size and answer, and opens to what it says', () => {
    show(FULL);
    expect(texts('summary')).toEqual(['14:03:22 · 39 bytes · 204, counted']);
    expect(texts('pre')).toEqual(['{\n  "v": 1,\n  "increments": [\n    ["visit",[],1,2]\n  ]\n}']);
  });

  it('tells no time where an earlier page sent it', () => {
    show(feedOf({ bodies: [{ ...SENT, at: null, state: 'sent by an earlier page' }] }));
    expect(texts('summary')).toEqual(['39 bytes · sent by an earlier page']);
  });

  it('stays open while its answer comes', () => {
    show(feedOf({ bodies: [{ ...SENT, state: 'on its way' }] }));
    const details = document.querySelector('details') as HTMLDetailsElement;
    details.open = true;
    show(FULL);
    expect(document.querySelector('details')).toBe(details);
    expect(texts('summary')).toEqual(['14:03:22 · 39 bytes · 204, counted']);
  });

  it('is copied exactly as it went out', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    show(FULL);
    document.querySelector<HTMLElement>('li button')?.click();
    await vi.waitFor(() => expect(texts('output')).toEqual([' Copied']));
    expect(writeText.mock.calls).toEqual([[SENT.text]]);
  });

  it('is selected where the clipboard is not to be had', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('', 'NotAllowedError'));
    show(FULL);
    document.querySelector<HTMLElement>('li button')?.click();
    await vi.waitFor(() => expect(texts('output')).toEqual([' Selected: the clipboard is not to be had']));
    expect(window.getSelection()?.toString()).toContain('"v": 1');
  });
});

describe('what was seen', () => {
  it('is told in words, with the time', () => {
    show(FULL);
    expect(texts('.seen li')).toEqual(['14:03:22 settled on /c/kettles']);
  });
});
