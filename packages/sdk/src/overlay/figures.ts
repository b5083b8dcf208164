/** From what was told of the parts of a page to what is written on them: number, interval, colour. Pure. */
import type { LayoutRate, OverlayBox, OverlayFigure, OverlayLanguage } from '@holloway/protocol';
import type { FoundBox } from './find-boxes.ts';
import type { OverlayWords } from './overlay-words.ts';

/** In views; the others are in visits, and of positions alone. */
const IN_VIEWS: readonly LayoutRate[] = ['exposure', 'attractiveness'];
/** As in the pictures of the dashboard: from nothing to the most. */
const STEPS = 6;

export interface DrawnBox extends FoundBox {
  readonly name: string;
  /** 0 to 6; `null` where too few are behind it. */
  readonly step: number | null;
  readonly figure: string;
  /** `12%–16%`, and what would make it surer; each where there is one. */
  readonly details: readonly string[];
}

export interface Style {
  readonly rate: LayoutRate;
  /** Whether links and buttons are drawn too. */
  readonly links: boolean;
  readonly language: OverlayLanguage;
  readonly currency: string;
  readonly words: OverlayWords;
}

/** BCP 47, as the dashboard writes numbers and days. */
export const localeOf = (language: OverlayLanguage): string => (language === 'en' ? 'en-GB' : language);

/** Two digits that say something; what is neither none nor all never reads as such. */
function shareWords(share: number, locale: string): string {
  const percent = (value: number, digits: number) =>
    value.toLocaleString(locale, {
      style: 'percent',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  if (share > 0 && share < 0.001) return `<${percent(0.001, 1)}`;
  if (share > 0 && share < 0.0995) return percent(share, 1);
  return share < 1 && share >= 0.995 ? `>${percent(0.99, 0)}` : percent(share, 0);
}

function moneyWords(minor: number, currency: string, locale: string): string {
  if (!/^[A-Z]{3}$/.test(currency)) return '–';
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 0));
}

function stepOf(value: number, most: number): number {
  if (value <= 0 || most <= 0) return 0;
  return Math.min(STEPS, Math.max(1, Math.ceil((value / most) * STEPS - 1e-9)));
}

const keyOf = ({ page, element }: Pick<OverlayBox, 'page' | 'element'>): string => `${page} ${element}`;

const isOf = (rate: LayoutRate, { kind }: FoundBox): boolean => kind === 'slot' || IN_VIEWS.includes(rate);

export const valueWords = (value: number, { rate, currency, language }: Style): string =>
  rate === 'valuePerExposure'
    ? moneyWords(value, currency, localeOf(language))
    : shareWords(value, localeOf(language));

function detailsOf({ low, high, missing }: OverlayFigure, style: Style): string[] {
  const { rate, words, language } = style;
  const text = IN_VIEWS.includes(rate) ? words.moreViews : words.moreVisits;
  // Two digits: more would pretend to know.
  const n = Number((missing ?? 0).toPrecision(2)).toLocaleString(localeOf(language));
  return [
    ...(low === null || high === null ? [] : [`${valueWords(low, style)}–${valueWords(high, style)}`]),
    ...(missing === null || missing === 0 ? [] : [text.replace('{n}', n)]),
  ];
}

/** @returns What of the page the rate can be of, in the order in which it was found, and the most of it. */
export function drawn(
  found: readonly FoundBox[],
  told: readonly OverlayBox[],
  style: Style,
): { readonly boxes: readonly DrawnBox[]; readonly most: number } {
  const { rate, links, words } = style;
  const known = new Map(told.map((box) => [keyOf(box), box]));
  const shown = found.filter((box) => isOf(rate, box) && (links || box.kind !== 'link'));
  const figureOf = (box: FoundBox) => known.get(keyOf(box))?.figures[rate];
  const most = Math.max(0, ...shown.map((box) => figureOf(box)?.value ?? 0));
  const boxes = shown.map((box): DrawnBox => {
    const figure = figureOf(box);
    const name = known.get(keyOf(box))?.name ?? box.element;
    if (figure === undefined || figure.value === null)
      return { ...box, name, step: null, figure: words.tooFew, details: [] };
    const { value } = figure;
    return {
      ...box,
      name,
      step: stepOf(value, most),
      figure: valueWords(value, style),
      details: detailsOf(figure, style),
    };
  });
  return { boxes, most };
}
