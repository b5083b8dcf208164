/** Drawings of the shelf `cookers`. */
import { box, DARK, type Drawing, dial, disc, GLASS, oval, path, stroke } from './shapes.ts';

const steam =
  stroke('M104 66q-8 -10 0 -20t0 -18', '#c9cfd1', 4) + stroke('M136 66q-8 -10 0 -20t0 -18', '#c9cfd1', 4);

export const rice: Drawing = (p, variant) =>
  variant === 0
    ? path('M46 126Q46 78 120 78T194 126Z', p.shade) +
      path('M46 118H194V170Q194 200 162 200H78Q46 200 46 170Z', p.body) +
      stroke('M46 121H194', p.trim, 6) +
      box(100, 80, 40, 9, 4, p.trim) +
      box(92, 140, 56, 34, 8, DARK) +
      stroke('M104 157h12M124 157h12', '#b9e0b0', 3.5) +
      box(66, 199, 22, 7, 3, p.trimShade) +
      box(152, 199, 22, 7, 3, p.trimShade)
    : steam +
      path('M58 116Q66 84 120 84T182 116Z', GLASS, 0.85) +
      stroke('M58 116H182', p.trim, 8) +
      disc(120, 80, 9, DARK) +
      path('M54 122H186L176 186Q174 200 160 200H80Q66 200 64 186Z', p.body) +
      box(36, 128, 22, 11, 5, p.trim) +
      box(182, 128, 22, 11, 5, p.trim) +
      box(106, 156, 28, 28, 8, p.trim) +
      box(113, 163, 14, 14, 4, p.line) +
      box(74, 199, 92, 7, 3, DARK);

export const slow: Drawing = (p, variant) =>
  variant === 0
    ? path('M44 116Q52 88 120 88T196 116Z', GLASS, 0.85) +
      path('M70 112Q84 98 120 98T170 112Z', '#b5643c', 0.8) +
      stroke('M42 117H198', p.trim, 9) +
      disc(120, 84, 9, p.trim) +
      box(40, 120, 160, 80, 26, p.body) +
      box(20, 132, 24, 15, 7, p.trim) +
      box(196, 132, 24, 15, 7, p.trim) +
      dial(120, 166, 14, p) +
      box(66, 199, 24, 7, 3, p.trimShade) +
      box(150, 199, 24, 7, 3, p.trimShade)
    : path('M36 122Q40 96 120 96T204 122Z', p.shade) +
      oval(120, 99, 20, 5, DARK) +
      box(108, 84, 24, 13, 6, p.trim) +
      box(34, 118, 172, 82, 14, p.body) +
      box(34, 118, 172, 7, 3, p.trimShade) +
      box(86, 142, 68, 36, 6, DARK) +
      stroke('M98 160h10M116 160h8M132 160h10', '#e9a24b', 3.5) +
      box(16, 134, 22, 11, 5, p.trim) +
      box(202, 134, 22, 11, 5, p.trim) +
      box(54, 199, 30, 7, 3, DARK) +
      box(156, 199, 30, 7, 3, DARK);
