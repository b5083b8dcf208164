/**
 * The panel beside the numbers: of which page they are, of which days and windows, what they are coloured by, and the same
 * as a table. Remembers what is chosen as long as the page is there. Draws nothing over the page (box-layer).
 */
import { LAYOUT_RATES, type LayoutRate, type OverlayAnswer, type Viewport } from '@holloway/protocol';
import type { Build } from '../banner/element.ts';
import { type DrawnBox, localeOf, type Style, valueWords } from './figures.ts';
import type { OverlayWords } from './overlay-words.ts';

/** `null`: the size of this window. */
export type ChosenWindow = Viewport | 'all';

export interface Chosen {
  readonly rate: LayoutRate;
  readonly window: 'own' | 'all';
  readonly links: boolean;
}

export interface NumbersPanel {
  readonly root: HTMLElement;
  chosen(): Chosen;
  /** In place of numbers: that they are on their way, or why there are none. */
  say(words: OverlayWords, text: string): void;
  show(shown: ShownNumbers): void;
}

export interface ShownNumbers {
  readonly words: OverlayWords;
  readonly told: OverlayAnswer;
  readonly style: Style;
  readonly boxes: readonly DrawnBox[];
  readonly most: number;
  /** That the numbers are of: the size of this window, unless all are asked for or that has none. */
  readonly window: ChosenWindow;
  readonly own: Viewport;
  /** Why the numbers are not those that were asked for; empty where they are. */
  readonly state: string;
}

const instant = (day: string): number => Date.parse(`${day}T00:00:00Z`);

function daysWords({ from, to, language }: OverlayAnswer): string {
  const format = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeZone: 'UTC' });
  return from === to ? format.format(instant(from)) : format.formatRange(instant(from), instant(to));
}

export function createNumbersPanel(
  build: Build,
  { onChange, onClose }: { onChange(): void; onClose(): void },
): NumbersPanel {
  const title = build('h2', {});
  const close = build('button', { type: 'button', onclick: onClose });
  const about = build('p', { className: 'about' });
  const state = build('p', { className: 'state' });
  state.setAttribute('role', 'status');
  const rate = build('select', { onchange: onChange });
  const rateName = build('span', {});
  const size = build('select', { onchange: onChange });
  const sizeName = build('span', {});
  const links = build('input', { type: 'checkbox', onchange: onChange });
  const linksName = build('span', {});
  const steps = [1, 2, 3, 4, 5, 6].map((step) => build('i', { className: `step-${step}` }));
  const none = build('span', {}, '0');
  const most = build('span', {});
  const scale = build(
    'div',
    {},
    build('div', { className: 'legend', ariaHidden: 'true' }, ...steps),
    build('div', { className: 'ends' }, none, most),
  );
  const rows = build('tbody', {});
  const heads = [build('th', { scope: 'col' }), build('th', { scope: 'col' })] as const;
  const summary = build('summary', {});
  const note = build('p', { className: 'note' });
  const numbers = build(
    'div',
    { className: 'numbers', hidden: true },
    build('label', {}, rateName, rate),
    build('label', {}, sizeName, size),
    build('label', { className: 'check' }, links, linksName),
    scale,
    build('details', {}, summary, build('table', {}, build('thead', {}, build('tr', {}, ...heads)), rows)),
  );
  const root = build(
    'section',
    { className: 'panel', tabIndex: -1 },
    build('header', {}, title, close),
    about,
    state,
    numbers,
    note,
  );

  const options = (
    select: HTMLSelectElement,
    all: readonly (readonly [value: string, name: string])[],
  ): void => {
    const chosen = all.find(([value]) => value === select.value) ?? all[0];
    select.replaceChildren(...all.map(([value, name]) => build('option', { value }, name)));
    select.value = chosen?.[0] ?? '';
  };
  const head = (words: OverlayWords): void => {
    title.textContent = words.title;
    root.setAttribute('aria-label', `Holloway: ${words.title}`);
    close.textContent = words.close;
    note.textContent = words.onlyYou;
  };

  return {
    root,
    chosen: () => ({
      rate: LAYOUT_RATES.find((one) => one === rate.value) ?? 'exposure',
      window: size.value === 'all' ? 'all' : 'own',
      links: links.checked,
    }),
    say(words, text) {
      head(words);
      state.textContent = text;
      numbers.hidden = true;
    },
    show({ words, told, style, boxes, most: top, window, own, state: why }) {
      head(words);
      const { site, page, name, k } = told;
      about.replaceChildren(
        build('b', {}, name),
        name === page ? '' : ` ${page}`,
        build('br', {}),
        `${site.name}${site.kind === 'test' ? ` · ${words.testSite}` : ''} · ${daysWords(told)} · ${words.windows[window]}`,
      );
      state.textContent = why;
      options(
        rate,
        LAYOUT_RATES.map((one) => [one, words.rates[one]] as const),
      );
      rateName.textContent = words.colourBy;
      options(size, [
        ['own', words.windows[own]],
        ['all', words.windows.all],
      ]);
      sizeName.textContent = words.windowSize;
      linksName.textContent = words.links;
      most.textContent = valueWords(top, style);
      scale.hidden = top === 0;
      const known = boxes.filter(({ step }) => step !== null).length;
      summary.textContent = `${words.asTable}: ${words.told
        .replace('{n}', String(known))
        .replace('{of}', String(boxes.length))}`;
      heads[0].textContent = words.part;
      heads[1].textContent = words.rates[style.rate];
      rows.replaceChildren(
        ...boxes.map(({ name: part, figure, details }) =>
          build(
            'tr',
            {},
            build('th', { scope: 'row' }, part),
            build('td', {}, figure, ...details.map((text) => build('small', {}, text))),
          ),
        ),
      );
      // Of a test site it is 1, which says nothing.
      note.textContent = `${k > 1 ? words.behind.replace('{k}', String(k)) : ''} ${words.onlyYou}`.trim();
      numbers.hidden = false;
    },
  };
}
