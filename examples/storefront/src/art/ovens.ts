/** Drawings of the shelf `ovens`. */
import { box, DARK, type Drawing, dial, disc, oval, path, STEEL, stroke } from './shapes.ts';

const GLOW = '#e59a4a';

export const countertop: Drawing = (p, variant) =>
  variant === 0
    ? box(22, 80, 196, 118, 12, p.body) +
      box(34, 96, 130, 84, 8, DARK) +
      box(42, 104, 114, 68, 5, '#5a3a22') +
      stroke('M46 110H152', GLOW, 3) +
      oval(99, 152, 40, 9, '#c08a4c') +
      oval(99, 148, 36, 8, '#e4b873') +
      stroke('M42 161H156', STEEL, 2) +
      stroke('M50 90H148', p.trim, 7) +
      dial(192, 110, 13, p) +
      dial(192, 142, 13, p) +
      disc(192, 172, 5, GLOW) +
      box(36, 197, 26, 9, 3, DARK) +
      box(178, 197, 26, 9, 3, DARK)
    : box(30, 70, 180, 128, 26, p.body) +
      box(44, 84, 152, 78, 14, DARK) +
      box(52, 92, 136, 62, 9, '#4b3324') +
      stroke('M58 98H182', GLOW, 3) +
      path('M86 138Q88 116 112 116H132Q152 116 154 138Z', '#c98f4f') +
      path('M96 124q20 -8 44 0l-2 4q-20 -6 -40 0z', '#ecc98e') +
      stroke('M54 140H186', STEEL, 2.5) +
      stroke('M66 170H132', p.trim, 8) +
      dial(160, 178, 11, p) +
      dial(186, 178, 11, p) +
      box(48, 197, 24, 9, 4, p.trimShade) +
      box(168, 197, 24, 9, 4, p.trimShade);

export const bread: Drawing = (p, variant) =>
  variant === 0
    ? path('M52 104Q54 66 120 66T188 104Z', p.shade) +
      path('M74 98Q78 78 120 78T166 98Z', '#6a4a2c') +
      path('M86 98Q92 84 120 84T154 98Z', '#d9a25c') +
      box(46, 100, 148, 100, 18, p.body) +
      box(46, 96, 148, 10, 5, p.trim) +
      box(88, 130, 64, 24, 5, DARK) +
      stroke('M98 142h10M114 142h10M130 142h12', '#b9e0b0', 3) +
      disc(96, 174, 6, p.trim) +
      disc(120, 174, 6, p.trim) +
      disc(144, 174, 6, p.trim) +
      box(62, 198, 24, 8, 4, p.trimShade) +
      box(154, 198, 24, 8, 4, p.trimShade)
    : box(62, 52, 116, 150, 20, p.body) +
      box(62, 52, 116, 22, 11, p.trim) +
      box(76, 88, 88, 54, 10, '#5b3d25') +
      path('M84 138V120Q84 100 102 102Q112 92 126 98Q152 94 156 116V138Z', '#c88f4d') +
      path('M100 112q8 -6 14 0M122 108q9 -5 16 1', '#f0d19b') +
      box(76, 154, 88, 5, 2.5, p.line) +
      dial(120, 180, 12, p) +
      box(74, 201, 92, 5, 2.5, DARK);
