/** Drawings of the shelf `coffee`. */
import { box, CREAM, DARK, type Drawing, dial, disc, GLASS, oval, path, STEEL, stroke } from './shapes.ts';

const COFFEE = '#4a2f22';

export const grinder: Drawing = (p, variant) =>
  path('M86 96L78 44H162L154 96Z', GLASS, 0.75) +
  path('M84 84L81 62H159L156 84L154 96H86Z', COFFEE) +
  box(74, 36, 92, 10, 5, p.trim) +
  (variant === 0
    ? path('M78 96H162L168 130H72Z', p.shade) +
      box(72, 104, 96, 102, 14, p.body) +
      dial(120, 132, 15, p) +
      box(90, 160, 60, 40, 6, DARK) +
      path('M98 170H142L138 198H102Z', GLASS, 0.7) +
      path('M100.5 184H139.500L138 198H102Z', COFFEE)
    : box(64, 96, 112, 56, 16, p.body) +
      box(64, 150, 30, 50, 0, p.shade) +
      box(58, 194, 124, 12, 6, p.trim) +
      disc(122, 122, 17, DARK) +
      stroke('M122 122l8 -8', '#e9a24b', 3) +
      box(132, 150, 16, 12, 3, p.trimShade) +
      path('M112 164H170L164 194H118Z', p.trim) +
      box(112, 162, 58, 5, 2.5, p.trimShade));

export const espresso: Drawing = (p, variant) =>
  variant === 0
    ? box(48, 64, 144, 52, 16, p.body) +
      box(60, 108, 44, 86, 0, p.shade) +
      box(136, 108, 44, 86, 0, p.base) +
      box(100, 112, 40, 82, 0, DARK) +
      box(44, 190, 152, 16, 7, p.trim) +
      box(44, 112, 152, 7, 3.5, p.trim) +
      disc(82, 90, 15, p.trimShade) +
      disc(82, 90, 12, CREAM) +
      stroke('M82 90l6 -7', '#b5442f', 2.5) +
      dial(160, 90, 12, p) +
      stroke('M120 64V36', p.trim, 7) +
      disc(120, 32, 9, DARK) +
      box(104, 119, 32, 11, 3, p.trim) +
      stroke('M104 125H74', DARK, 9) +
      stroke('M113 131v8M127 131v8', STEEL, 4) +
      path('M106 166H134L131 188Q130 190 128 190H112Q110 190 109 188Z', CREAM) +
      stroke('M134 171c9 -1 9 12 -2 12', CREAM, 4) +
      stroke('M178 119C192 130 186 150 188 166', STEEL, 5)
    : box(70, 42, 100, 164, 12, p.body) +
      box(82, 98, 76, 92, 4, DARK) +
      box(66, 190, 108, 16, 6, p.trim) +
      stroke('M88 62H118', p.line, 4) +
      disc(138, 64, 6, p.trim) +
      disc(154, 64, 6, p.trim) +
      box(70, 84, 100, 6, 0, p.trimShade) +
      box(102, 98, 36, 12, 3, STEEL) +
      stroke('M120 108V124', STEEL, 8) +
      stroke('M102 104H66', p.trimShade, 10) +
      path('M102 152H138L134 186Q133 188 131 188H109Q107 188 106 186Z', CREAM) +
      oval(120, 153, 17, 3.5, COFFEE) +
      stroke('M138 160c11 -1 11 16 -2 16', CREAM, 4.5);

export const filter: Drawing = (p, variant) =>
  variant === 0
    ? box(56, 44, 46, 162, 10, p.body) +
      box(56, 44, 128, 30, 12, p.body) +
      path('M112 76H176L164 116H124Z', p.trim) +
      box(56, 192, 132, 14, 7, p.trimShade) +
      path(
        'M116 130Q114 122 122 122H166Q174 122 172 130L178 182Q178 192 168 192H120Q110 192 110 182Z',
        STEEL,
      ) +
      path('M116 130Q114 122 122 122H134L126 192H120Q110 192 110 182Z', '#d7dcdf') +
      stroke('M174 134C198 134 198 176 180 178', DARK, 9) +
      box(122, 116, 44, 8, 4, DARK) +
      box(72, 86, 8, 80, 4, p.line) +
      box(73.5, 116, 5, 48, 2.5, '#8fc3d6')
    : box(60, 60, 120, 44, 20, p.body) +
      box(60, 84, 36, 110, 0, p.body) +
      box(52, 190, 136, 16, 8, p.trim) +
      path('M104 104H172L160 130H116Z', p.shade) +
      path('M108 138H168L176 178Q178 190 166 190H110Q98 190 100 178Z', GLASS, 0.8) +
      path('M103.5 162H172.500L176 178Q178 190 166 190H110Q98 190 100 178Z', COFFEE) +
      stroke('M172 146C196 146 196 180 176 180', p.trim, 8) +
      box(106, 131, 64, 8, 4, p.trim) +
      box(92, 50, 56, 11, 5.5, p.trim) +
      disc(78, 166, 7, p.light) +
      disc(78, 166, 4, p.line);
