import { describe, expect, it } from 'vitest';
import { formatMoney } from './money.ts';

describe('money', () => {
  it('is written in the units of its currency', () => {
    expect(formatMoney(123_450, 'EUR')).toBe('€1,234.50');
    expect(formatMoney(1_234, 'JPY')).toBe('JP¥1,234');
    expect(formatMoney(1_234, 'KWD')).toBe('KWD\u00a01.234');
  });

  it('is a dash where it is not told, or in no currency', () => {
    expect(formatMoney(null, 'EUR')).toBe('–');
    expect(formatMoney(100, '(other)')).toBe('–');
  });
});
