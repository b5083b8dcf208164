/** Drawings of the shelf `blenders`. */
import { box, CREAM, DARK, type Drawing, dial, disc, GLASS, oval, path, STEEL, stroke } from './shapes.ts';

export const jug: Drawing = (p, variant) =>
  path('M84 142L72 52H168L156 142Z', GLASS, 0.8) +
  (variant === 0
    ? path('M80.6 116L76 82H164L159.4 116L156 142H84Z', '#d98a86', 0.85)
    : path('M79.2 106L77.8 96H162.200L160.8 106L156 142H84Z', '#a9bd77', 0.9)) +
  (variant === 1 ? stroke('M96 58l8 80M120 58v80M144 58l-8 80', '#ffffff', 2) : '') +
  stroke('M166 66C206 62 204 116 162 116', variant === 0 ? STEEL : p.trim, 10) +
  box(66, 42, 108, 13, 6, p.trimShade) +
  box(106, 32, 28, 12, 5, p.trim) +
  box(84, 140, 72, 10, 4, p.trim) +
  (variant === 0
    ? path('M82 150H158L172 198Q174 206 166 206H74Q66 206 68 198Z', p.body) + dial(120, 178, 15, p)
    : box(66, 150, 108, 56, 18, p.body) +
      box(66, 192, 108, 8, 0, p.trim) +
      box(104, 164, 32, 16, 8, p.trimShade) +
      disc(112, 172, 6, CREAM));

const frother: Drawing = (p) =>
  path('M86 92H154L160 176Q160 186 150 186H90Q80 186 80 176Z', p.body) +
  path('M86 92L70 84Q72 78 80 78H152Q156 78 155 92Z', p.shade) +
  path('M84 80Q92 58 108 66Q120 48 134 64Q152 58 154 80Z', '#fffdf7') +
  stroke('M100 74q8 -7 16 0', '#e6ddc9', 3) +
  stroke('M126 72q7 -6 13 1', '#e6ddc9', 3) +
  stroke('M158 104C196 98 198 158 162 160', p.trim, 11) +
  stroke('M83 148H157', p.trim, 5) +
  disc(120, 166, 7, p.trimShade) +
  disc(120, 166, 4, '#f3c56b') +
  box(72, 186, 96, 20, 10, p.trimShade);

export const hand: Drawing = (p, variant) => {
  if (variant === 2) return frother(p, variant);
  return variant === 0
    ? path('M100 128H140L134 152H106Z', p.trim) +
        box(111, 150, 18, 40, 2, STEEL) +
        box(111, 150, 6, 40, 2, '#d7dcdf') +
        path('M111 186H129L146 202Q147 206 142 206H98Q93 206 94 202Z', STEEL) +
        path('M98 44Q98 30 112 30H128Q142 30 142 44L144 118Q144 132 130 132H110Q96 132 96 118Z', p.body) +
        box(110, 56, 20, 34, 10, p.line) +
        disc(120, 66, 6, p.trim) +
        box(98, 40, 44, 5, 2, p.trimShade)
    : path('M104 122H136L131 148H109Z', p.base) +
        box(113, 146, 14, 44, 2, STEEL) +
        path('M113 184H127L150 203Q151 206 146 206H94Q89 206 90 203Z', p.shade) +
        path('M92 60Q92 28 120 28T148 60L140 126H100Z', p.body) +
        path('M94 76H146L143 100H97Z', p.trim) +
        oval(120, 54, 9, 11, p.line) +
        oval(120, 52, 7, 8, DARK);
};
