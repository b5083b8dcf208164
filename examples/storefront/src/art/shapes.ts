/**
 * The few shapes that the drawings are made of, as SVG text on a sheet of 240 by 240, standing on y = 206.
 * Numbers and fixed colours only: nothing that comes from a visitor is ever drawn.
 */

/** What a drawing is coloured with: gradients for faces, plain colours for lines. */
export interface Paint {
  /** Enamel, lit from the left. */
  readonly body: string;
  readonly base: string;
  readonly light: string;
  readonly shade: string;
  readonly line: string;
  /** Handles, knobs, feet. */
  readonly trim: string;
  readonly trimShade: string;
}

/** @param variant Which model of the shelf: 0, 1 or 2. */
export type Drawing = (paint: Paint, variant: number) => string;

export const GLASS = '#cfe0e4';
export const STEEL = '#b7bec2';
export const DARK = '#33363a';
export const CREAM = '#f8f3e6';

export const path = (d: string, fill: string, opacity = 1): string =>
  `<path d="${d}" fill="${fill}"${opacity === 1 ? '' : ` opacity="${opacity}"`}/>`;

export const stroke = (d: string, colour: string, width: number): string =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

export const box = (
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
  fill: string,
): string => `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`;

export const disc = (x: number, y: number, radius: number, fill: string): string =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`;

export const oval = (x: number, y: number, rx: number, ry: number, fill: string): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}"/>`;

/** A knob with a mark at its top. */
export const dial = (x: number, y: number, radius: number, { trim, trimShade }: Paint): string =>
  disc(x, y + 1, radius, trimShade) +
  disc(x, y, radius - 1, trim) +
  stroke(`M${x} ${y - radius + 4}v${radius / 3}`, DARK, 2.5);
