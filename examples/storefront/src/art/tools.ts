/** Drawings of the shelf `tools`. */
import { box, CREAM, DARK, type Drawing, disc, GLASS, oval, path, stroke } from './shapes.ts';

export const scale: Drawing = (p, variant) =>
  variant === 0
    ? path('M64 120Q64 162 120 162T176 120Z', GLASS, 0.9) +
      path('M72 124Q78 112 98 116Q112 104 128 114Q150 106 168 124Z', CREAM) +
      stroke('M62 121H178', '#aebfc4', 5) +
      box(36, 164, 168, 16, 8, p.trim) +
      path('M32 182H208L200 202Q198 206 194 206H46Q42 206 40 202Z', p.body) +
      box(94, 186, 52, 15, 4, DARK) +
      stroke('M103 194h8M117 194h8M131 194h6', '#b9e0b0', 3)
    : path('M84 74H156L136 112H104Z', p.trim) +
      oval(120, 74, 36, 6, '#4a2f22') +
      box(98, 110, 44, 7, 3, p.trimShade) +
      path('M102 118H138L152 170Q154 178 146 178H94Q86 178 88 170Z', GLASS, 0.85) +
      path('M93.5 150H146.500L152 170Q154 178 146 178H94Q86 178 88 170Z', '#4a2f22') +
      box(44, 178, 152, 8, 4, p.trimShade) +
      box(40, 184, 160, 22, 7, p.body) +
      box(128, 189, 60, 12, 3, DARK) +
      stroke('M136 195h8M150 195h8M166 195h14', '#e9a24b', 2.5);

export const timer: Drawing = (p, variant) =>
  variant === 0
    ? path('M64 132Q64 64 120 64T176 132Z', p.body) +
      path('M60 150H180L170 196Q168 206 158 206H82Q72 206 70 196Z', p.body) +
      box(54, 130, 132, 22, 11, p.trim) +
      stroke('M72 136v10M88 136v10M104 136v10M120 134v14M136 136v10M152 136v10M168 136v10', DARK, 2.5) +
      stroke('M120 64V52', p.trimShade, 6) +
      disc(120, 46, 9, p.trim) +
      path('M114 168L126 168L120 156Z', p.line)
    : box(58, 62, 124, 144, 34, p.body) +
      disc(120, 120, 46, p.trimShade) +
      disc(120, 120, 43, CREAM) +
      path('M120 120V80A40 40 0 0 1 158 132Z', p.base) +
      stroke('M120 84v5M156 120h-5M120 156v-5M84 120h5', DARK, 3) +
      disc(120, 120, 6, DARK) +
      disc(96, 186, 6, p.trim) +
      disc(120, 186, 6, p.trim) +
      disc(144, 186, 6, p.trim);
