/** Drawings of the shelf `toasters`. */
import { box, DARK, type Drawing, dial, path, stroke } from './shapes.ts';

const CRUST = '#b9783f';
const CRUMB = '#edd3a3';

const bread = (x: number, y: number, width: number): string =>
  path(`M${x} ${y + 50}V${y + 14}q0 -14 14 -14h${width - 28}q14 0 14 14v36z`, CRUST) +
  path(`M${x + 5} ${y + 50}V${y + 16}q0 -11 11 -11h${width - 32}q11 0 11 11v34z`, CRUMB);

export const twoSlice: Drawing = (p, variant) =>
  variant === 0
    ? bread(76, 62, 78) +
      path('M48 194V146Q48 96 98 96H142Q192 96 192 146V194Q192 198 188 198H52Q48 198 48 194Z', p.body) +
      path('M78 97Q84 90 98 90H142Q156 90 162 97L158 103H82Z', DARK) +
      stroke('M49 170H191', p.trim, 6) +
      dial(120, 144, 15, p) +
      stroke('M192 130h12', p.trimShade, 11) +
      box(60, 197, 26, 9, 4, p.trimShade) +
      box(154, 197, 26, 9, 4, p.trimShade)
    : bread(80, 66, 70) +
      box(50, 100, 140, 98, 16, p.body) +
      box(74, 97, 92, 8, 4, DARK) +
      box(50, 100, 18, 98, 9, p.trim) +
      box(172, 100, 18, 98, 9, p.trim) +
      dial(120, 158, 12, p) +
      stroke('M92 126H148', p.line, 2.5) +
      stroke('M190 136h11', DARK, 9) +
      box(62, 197, 20, 9, 4, DARK) +
      box(158, 197, 20, 9, 4, DARK);

export const fourSlice: Drawing = (p, variant) =>
  variant === 0
    ? bread(40, 70, 66) +
      bread(134, 70, 66) +
      path('M24 192V150Q24 104 70 104H170Q216 104 216 150V192Q216 198 210 198H30Q24 198 24 192Z', p.body) +
      box(38, 102, 70, 8, 4, DARK) +
      box(132, 102, 70, 8, 4, DARK) +
      stroke('M25 172H215', p.trim, 6) +
      dial(72, 144, 13, p) +
      dial(168, 144, 13, p) +
      stroke('M120 112V196', p.shade, 3) +
      box(38, 197, 28, 9, 4, p.trimShade) +
      box(174, 197, 28, 9, 4, p.trimShade)
    : bread(44, 82, 152) +
      box(26, 112, 188, 86, 10, p.body) +
      box(38, 108, 164, 9, 4, DARK) +
      box(26, 176, 188, 22, 6, p.trim) +
      dial(60, 148, 12, p) +
      stroke('M100 142H180M100 154H160', p.line, 3) +
      stroke('M214 138h9', DARK, 10) +
      box(42, 197, 22, 9, 3, DARK) +
      box(176, 197, 22, 9, 3, DARK);
