import { expect, it } from 'vitest';
import { readEntry } from './entry.ts';

it('reads the token of a link to set a password', () => {
  expect(readEntry('#/set-password/Zx81kQpLmN0aVbCd2345efGH')).toEqual({
    kind: 'set-password',
    token: 'Zx81kQpLmN0aVbCd2345efGH',
  });
});

it('reads the token of a link that shows one view', () => {
  expect(readEntry('#/shared/hws_AbCdEfGhIjKlMnOp')).toEqual({
    kind: 'shared',
    token: 'hws_AbCdEfGhIjKlMnOp',
  });
});

it('reads that the single sign-on let nobody in', () => {
  expect(readEntry('#/sign-in?refused')).toEqual({ kind: 'refused' });
});

it.each([
  '',
  '#/',
  '#/shop/overview',
  '#/set-password/overview',
  '#/set-password/',
  '#/shared/overview',
  '#/sign-in',
])('leaves %j to those who look at numbers', (hash) => {
  expect(readEntry(hash)).toBeNull();
});
