import type { OverlayBox, OverlayFigure } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { drawn, type Style } from './figures.ts';
import type { FoundBox } from './find-boxes.ts';
import { OVERLAY_WORDS } from './overlay-languages.ts';

const STYLE: Style = {
  rate: 'clickRate',
  links: false,
  language: 'en',
  currency: 'EUR',
  words: OVERLAY_WORDS.en,
};
const found = (kind: FoundBox['kind'], element: string, page = '/c/tea'): FoundBox => ({
  ...{ kind, page, element },
  root: {} as Element,
});
const told = (element: string, figures: OverlayBox['figures'], page = '/c/tea'): OverlayBox => ({
  ...{ page, element, figures },
  name: `The ${element}`,
});
const figure = (value: number | null, more: Partial<OverlayFigure> = {}): OverlayFigure => ({
  ...{ value, low: null, high: null, missing: null },
  ...more,
});

describe('the numbers that are drawn', () => {
  it('stand with their interval, and with what would make them surer', () => {
    const clickRate = figure(0.132, { low: 0.072, high: 0.221, missing: 163 });
    const { boxes } = drawn([found('slot', 'grid/1')], [told('grid/1', { clickRate })], STYLE);
    expect(boxes).toMatchObject([
      { name: 'The grid/1', figure: '13%', details: ['7.2%–22%', 'needs about 160 more visits'], step: 6 },
    ]);
  });

  it('are coloured by the most of them, from nothing on', () => {
    const rates = { 'grid/1': 0.3, 'grid/2': 0.1, 'grid/3': 0 };
    const { boxes, most } = drawn(
      Object.keys(rates).map((element) => found('slot', element)),
      Object.entries(rates).map(([element, value]) => told(element, { clickRate: figure(value) })),
      STYLE,
    );
    expect([most, boxes.map(({ step }) => step)]).toEqual([0.3, [6, 2, 0]]);
  });

  it('are not 0 where too few are behind them, whether it is told of or not', () => {
    const parts = [found('slot', 'grid/1'), found('slot', 'grid/2')];
    const { boxes } = drawn(parts, [told('grid/1', { clickRate: figure(null) })], STYLE);
    expect(boxes.map(({ step, figure: text }) => [step, text])).toEqual([
      [null, 'too few'],
      [null, 'too few'],
    ]);
  });

  it('are of positions alone where regions have none', () => {
    const parts = [found('zone', 'grid'), found('slot', 'grid/1'), found('link', 'grid:/help')];
    const names = (style: Partial<Style>) =>
      drawn(parts, [], { ...STYLE, ...style }).boxes.map(({ element }) => element);
    expect(names({})).toEqual(['grid/1']);
    expect(names({ rate: 'exposure' })).toEqual(['grid', 'grid/1']);
    expect(names({ rate: 'exposure', links: true })).toEqual(['grid', 'grid/1', 'grid:/help']);
  });

  it('are of what all pages share where it is that', () => {
    const numbers = [told('nav', { exposure: figure(0.2) }), told('nav', { exposure: figure(0.9) }, '(any)')];
    const { boxes } = drawn([found('zone', 'nav', '(any)')], numbers, { ...STYLE, rate: 'exposure' });
    expect(boxes[0]?.figure).toBe('90%');
  });

  it.each([
    [0, '0%'],
    [0.0004, '<0.1%'],
    [0.043, '4.3%'],
    [0.43, '43%'],
    [0.997, '>99%'],
    [1, '100%'],
  ])('say of %d that it is %s', (value, text) => {
    const { boxes } = drawn([found('slot', 'a/1')], [told('a/1', { clickRate: figure(value) })], STYLE);
    expect(boxes[0]?.figure).toBe(text);
  });

  it('are money where they are, in the language of the dashboard', () => {
    const numbers = [told('a/1', { valuePerExposure: figure(1234.5) })];
    const style: Style = { ...STYLE, rate: 'valuePerExposure', language: 'de', words: OVERLAY_WORDS.de };
    expect(drawn([found('slot', 'a/1')], numbers, style).boxes[0]?.figure).toBe('12,35\u00a0€');
    expect(drawn([found('slot', 'a/1')], numbers, { ...style, currency: '(other)' }).boxes[0]?.figure).toBe(
      '–',
    );
  });
});
