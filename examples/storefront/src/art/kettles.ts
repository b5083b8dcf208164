/** Drawings of the shelf `kettles`. */
import { box, CREAM, DARK, type Drawing, disc, oval, path, stroke } from './shapes.ts';

export const gooseneck: Drawing = (p, variant) =>
  variant === 0
    ? stroke('M88 178C48 180 70 112 40 88', p.shade, 11) +
      stroke('M86 176C50 178 72 112 42 88', p.base, 7) +
      stroke('M160 112C206 96 214 128 206 170', p.trimShade, 13) +
      stroke('M160 110C204 96 211 128 204 168', p.trim, 9) +
      path('M76 198L92 104Q94 94 104 94H146Q154 94 156 104L170 198Z', p.body) +
      box(98, 86, 54, 9, 4, p.shade) +
      disc(125, 80, 7, p.trim) +
      box(66, 197, 116, 9, 4, DARK) +
      disc(160, 201, 2, '#e9a24b')
    : stroke('M84 170C36 176 74 110 34 96', p.shade, 10) +
      stroke('M82 168C38 174 76 110 36 96', p.base, 6) +
      stroke('M152 112C152 62 214 74 202 158', p.trimShade, 13) +
      stroke('M152 110C154 62 211 74 200 156', p.trim, 9) +
      path('M72 190C72 134 92 110 122 110S174 134 174 190Q174 206 158 206H88Q72 206 72 190Z', p.body) +
      oval(123, 112, 30, 7, p.shade) +
      oval(123, 109, 30, 7, p.light) +
      disc(123, 98, 8, p.trim);

export const electric: Drawing = (p, variant) => {
  const bodies = [
    'M62 180C56 120 84 84 118 84S176 120 170 180Q168 196 152 196H80Q64 196 62 180Z',
    'M78 190L84 78Q85 70 94 70H142Q151 70 152 78L160 190Q160 196 152 196H86Q78 196 78 190Z',
    'M60 190C66 172 82 130 86 86H148C152 130 166 172 172 190Q173 196 166 196H66Q59 196 60 190Z',
  ];
  const tops = [84, 70, 86];
  const top = tops[variant] ?? 84;
  return (
    path(`M86 ${top + 22}L52 ${top + 18}Q46 ${top + 20} 50 ${top + 28}L80 ${top + 62}Z`, p.shade) +
    stroke(`M148 ${top + 16}C208 ${top} 214 ${top + 60} 166 ${top + 92}`, p.trimShade, 15) +
    stroke(`M148 ${top + 14}C205 ${top} 210 ${top + 60} 165 ${top + 90}`, p.trim, 10) +
    path(bodies[variant] ?? '', p.body) +
    box(92, top - 6, 52, 9, 4, p.shade) +
    disc(118, top - 11, 7, p.trim) +
    (variant === 2
      ? disc(118, 146, 20, p.trimShade) +
        disc(118, 146, 17, CREAM) +
        stroke('M118 146l7 -9', '#b5442f', 3) +
        stroke('M106 152a14 14 0 0 1 2 -15', p.line, 2)
      : '') +
    (variant === 1 ? box(110, 110, 7, 62, 3.5, p.line) + box(111.5, 138, 4, 32, 2, '#8fc3d6') : '') +
    (variant === 0 ? stroke('M74 172H160', p.light, 3) : '') +
    box(62, 196, 112, 10, 5, p.trimShade)
  );
};

export const stovetop: Drawing = (p, variant) =>
  variant === 0
    ? stroke('M78 118C70 44 170 44 162 118', p.trimShade, 7) +
      stroke('M94 64C110 52 130 52 146 64', p.trim, 15) +
      path('M70 140L36 118Q30 116 34 126L66 172Z', p.shade) +
      path('M58 186C56 140 82 112 120 112S184 140 182 186Q182 206 164 206H76Q58 206 58 186Z', p.body) +
      oval(120, 114, 34, 8, p.shade) +
      oval(120, 111, 34, 8, p.light) +
      disc(120, 99, 8, p.trim)
    : stroke('M74 124C60 40 180 40 166 124', p.trim, 8) +
      stroke('M92 66C108 52 132 52 148 66', DARK, 14) +
      path('M66 152L30 122Q38 108 48 114L82 136Z', p.base) +
      disc(38, 114, 7, p.trim) +
      path('M50 200C54 160 74 116 120 116S186 160 190 200Q190 206 182 206H58Q50 206 50 200Z', p.body) +
      box(50, 194, 140, 12, 6, p.trim) +
      oval(120, 117, 32, 8, p.trim) +
      oval(120, 113, 30, 8, p.base) +
      disc(120, 101, 8, DARK);
