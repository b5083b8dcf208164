/** What was measured of the pages of the shop, as a browser told it; and as it is written down: a line a page. */
import { VIEWPORTS, type Viewport } from '@holloway/protocol';

/** Pixels of the page: whole numbers, not negative. */
export interface MeasuredBox {
  /** Of the head or the foot that all pages have. */
  readonly isShared: boolean;
  readonly isZone: boolean;
  /** `grid/3`, `content:/c/kettles`, `grid`. */
  readonly element: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface MeasuredPage {
  /** Of the sample. */
  readonly address: string;
  readonly viewport: Viewport;
  /** Of all of it. */
  readonly height: number;
  /** As they were told: in no certain order. */
  readonly boxes: readonly MeasuredBox[];
}

/** Marks a box of the head or the foot, and one that is a region. */
const SHARED = '*';
const ZONE = '=';

const boxText = ({ isShared, isZone, element, x, y, width, height }: MeasuredBox): string =>
  `${isShared ? SHARED : ''}${isZone ? ZONE : ''}${element},${x},${y},${width},${height}`;

export const measuredText = (pages: readonly MeasuredPage[]): string =>
  pages
    .map(({ address, viewport, height, boxes }) =>
      [viewport, address, height, ...boxes.map(boxText)].join(' ').concat('\n'),
    )
    .join('');

function boxOf(text: string): MeasuredBox {
  const [name = '', ...numbers] = text.split(',');
  const [x = Number.NaN, y = Number.NaN, width = Number.NaN, height = Number.NaN] = numbers.map(Number);
  if (![x, y, width, height].every((length) => Number.isInteger(length)))
    throw new Error('a box of a measured page must have a name and four whole numbers');
  const isShared = name.startsWith(SHARED);
  const own = isShared ? name.slice(SHARED.length) : name;
  const isZone = own.startsWith(ZONE);
  return { isShared, isZone, element: isZone ? own.slice(ZONE.length) : own, x, y, width, height };
}

/** @throws Error where it is no such text. */
export const readMeasured = (text: string): MeasuredPage[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [window, address = '', height, ...boxes] = line.split(' ');
      const viewport = VIEWPORTS.find((each) => each === window);
      if (viewport === undefined) throw new Error('a measured page must begin with the class of its window');
      return { address, viewport, height: Number(height), boxes: boxes.map(boxOf) };
    });
