/** Drawings of the shelf `juicers`. */
import { box, DARK, type Drawing, disc, GLASS, oval, path, STEEL, stroke } from './shapes.ts';

const ORANGE = '#eda04a';
const JUICE = '#f2b65c';

export const citrus: Drawing = (p, variant) =>
  variant === 0
    ? path('M96 82Q98 46 120 42Q142 46 144 82Z', p.light) +
      stroke('M108 80Q110 58 118 48M120 80V46M132 80Q130 58 122 48', p.shade, 2.5) +
      path('M64 88H176L166 116H74Z', p.trim) +
      oval(120, 88, 56, 9, p.trimShade) +
      oval(120, 86, 52, 7, p.light) +
      path('M98 82Q100 46 120 42Q140 46 142 82Q120 90 98 82Z', p.body) +
      stroke('M110 80Q112 58 119 46M130 80Q128 58 121 46', p.shade, 2.5) +
      path('M76 116H164L158 204Q158 206 154 206H86Q82 206 82 204Z', p.body) +
      path('M76 128L50 136V144L78 146Z', p.trim) +
      path('M30 160H66L62 202Q62 206 58 206H38Q34 206 34 202Z', GLASS, 0.8) +
      path('M32 180H64L62 202Q62 206 58 206H38Q34 206 34 202Z', JUICE)
    : stroke('M176 196V60', p.trim, 13) +
      stroke('M176 62C150 40 90 34 56 58', p.trimShade, 13) +
      stroke('M174 61C150 42 90 36 58 58', p.trim, 8) +
      disc(54, 60, 11, DARK) +
      path('M84 66H140L134 92H90Z', p.body) +
      path('M84 106Q112 82 140 106Z', ORANGE) +
      path('M72 108H152L140 132H84Z', p.trim) +
      box(104, 130, 16, 14, 2, p.trimShade) +
      path('M92 152H132L128 192H96Z', GLASS, 0.85) +
      path('M93.5 166H130.500L128 192H96Z', JUICE) +
      box(64, 192, 136, 14, 7, p.body);

export const slow: Drawing = (p, variant) =>
  variant === 0
    ? box(92, 32, 40, 40, 6, GLASS) +
      disc(112, 48, 12, '#c94f3d') +
      box(86, 26, 52, 9, 4, p.trim) +
      path('M78 72H146L150 120H74Z', GLASS, 0.85) +
      path('M76.5 92H147.500L150 120H74Z', '#c9d17c') +
      stroke('M112 74V118', STEEL, 7) +
      box(72, 118, 80, 12, 5, p.trim) +
      path('M70 130H154L160 200Q160 206 154 206H70Q64 206 64 200Z', p.body) +
      disc(112, 168, 11, p.line) +
      disc(112, 168, 5, p.trim) +
      path('M150 104L176 108V118L150 120Z', p.trimShade) +
      path('M166 140H206L202 200Q202 206 196 206H176Q170 206 170 200Z', GLASS, 0.85) +
      path('M168 166H204L202 200Q202 206 196 206H176Q170 206 170 200Z', '#c9d17c')
    : box(110, 92, 104, 76, 22, p.body) +
      box(120, 166, 84, 40, 8, p.shade) +
      disc(190, 130, 12, p.trim) +
      disc(190, 130, 5, p.trimShade) +
      path('M112 104H46Q34 104 34 130T46 156H112Z', GLASS, 0.9) +
      stroke('M40 130H110', STEEL, 9) +
      stroke('M56 114l12 32M76 114l12 32M96 114l10 32', '#8f979c', 4) +
      path('M64 104V66H96V104Z', GLASS, 0.85) +
      box(54, 56, 52, 12, 5, p.trim) +
      stroke('M140 112H172', p.light, 4) +
      path('M40 170H84L80 202Q80 206 76 206H48Q44 206 44 202Z', GLASS, 0.85) +
      path('M42 186H82L80 202Q80 206 76 206H48Q44 206 44 202Z', '#d98a86') +
      box(56, 154, 12, 14, 2, p.trimShade);
