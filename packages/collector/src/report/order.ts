/** The orders in which rows stand, so that the same cells always make the same table. Pure. */
import { VIEWPORTS, type Viewport } from '@holloway/protocol';

/** Of numbers, infinite ones too. */
export const ascending = (x: number, y: number): number => (x < y ? -1 : x > y ? 1 : 0);

export const byText = (x: string, y: string): number => x.localeCompare(y, 'en');

interface Placed {
  readonly page: string;
  readonly viewport: Viewport | null;
}

export const byPage = (x: Placed, y: Placed): number => byText(x.page, y.page);

const rank = ({ viewport }: Placed): number =>
  viewport === null ? VIEWPORTS.length : VIEWPORTS.indexOf(viewport);

/** From small to large; what is not known last. */
export const byViewport = (x: Placed, y: Placed): number => rank(x) - rank(y);

/** Most first; what is as many, or not known, as it stood before: in the order of names, in which cells are released. */
export const mostFirst = <R>(rows: R[], n: (row: R) => number | null): R[] =>
  rows.sort((x, y) => (n(y) ?? 0) - (n(x) ?? 0));
