/** Drawings of the shelf `mixers`. */
import { box, DARK, type Drawing, dial, disc, oval, path, STEEL, stroke } from './shapes.ts';

export const stand: Drawing = (p, variant) =>
  variant === 0
    ? path('M44 206Q34 206 36 196Q40 186 56 186H184Q204 186 204 198Q204 206 196 206Z', p.body) +
      path('M142 190C146 160 148 140 144 104H192C198 140 196 166 194 190Z', p.body) +
      path('M62 136H142L132 178Q130 188 118 188H86Q74 188 72 178Z', STEEL) +
      path('M62 136H86L90 188H86Q74 188 72 178Z', '#dde2e4') +
      stroke('M62 136H142', '#8f979c', 4) +
      box(98, 108, 10, 30, 2, p.trimShade) +
      path('M46 96Q40 58 84 56H160Q200 58 200 96Q200 114 184 114H64Q48 114 46 96Z', p.body) +
      stroke('M49 92H197', p.trim, 6) +
      disc(48, 84, 12, p.trim) +
      disc(48, 84, 6, p.trimShade) +
      dial(170, 148, 11, p)
    : box(40, 188, 164, 18, 9, p.body) +
      path('M150 192V108H196Q202 150 196 192Z', p.body) +
      path('M58 142H140Q142 190 118 190H80Q56 190 58 142Z', p.trim) +
      stroke('M58 143H140', p.trimShade, 5) +
      stroke('M140 152c18 0 18 22 0 22', p.trimShade, 6) +
      stroke('M100 112V140', '#8f979c', 7) +
      path('M52 82Q52 66 68 66H150Q198 66 200 104Q200 116 188 116H68Q52 116 52 100Z', p.body) +
      path('M52 84H82V116H68Q52 116 52 100Z', p.trim) +
      disc(173, 150, 9, p.trim) +
      disc(173, 150, 4, p.trimShade) +
      stroke('M108 82H156', p.light, 4);

const whisk = (x: number): string =>
  stroke(`M${x} 122V150`, STEEL, 5) +
  `<g fill="none" stroke="${STEEL}" stroke-width="3"><ellipse cx="${x}" cy="176" rx="15" ry="28"/><ellipse cx="${x}" cy="176" rx="6" ry="28"/></g>`;

export const hand: Drawing = (p, variant) =>
  whisk(88) +
  whisk(126) +
  (variant === 0
    ? stroke('M72 92C60 40 176 34 184 86', p.trimShade, 17) +
      stroke('M73 90C62 40 173 36 182 85', p.trim, 12) +
      path('M58 104Q56 84 80 84H184Q206 86 204 106Q202 128 180 128H84Q60 128 58 104Z', p.body) +
      disc(170, 106, 9, p.line) +
      stroke('M84 106H138', p.light, 4)
    : stroke('M78 90C78 44 186 44 190 92', p.base, 19) +
      path('M56 112Q50 82 84 82H176Q212 84 210 122Q210 134 198 134H76Q60 134 56 112Z', p.body) +
      stroke('M58 114H209', p.trim, 6) +
      oval(120, 52, 22, 7, p.trim) +
      disc(176, 100, 8, DARK));
