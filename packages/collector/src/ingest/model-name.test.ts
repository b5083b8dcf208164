import { describe, expect, it } from 'vitest';
import { type Claim, openDeviceTable } from './device-table.ts';
import { createModelNames } from './model-name.ts';

const claimed = (...claims: (readonly [brand: string, model: string])[]) =>
  createModelNames({ claims: () => claims.map(([brand, model]): Claim => ({ brand, model })) });

describe('the name of a model', () => {
  const nameModel = createModelNames(openDeviceTable());

  it.each([
    ['SM-S911B', 'Samsung Galaxy S23'],
    ['SM-S911U', 'Samsung Galaxy S23'],
    ['SM-S918B', 'Samsung Galaxy S23 Ultra'],
    ['SM-F946B', 'Samsung Galaxy Z Fold5'],
    ['SM-X200', 'Samsung Galaxy Tab A8'],
    ['Pixel 8', 'Google Pixel 8'],
    ['2201117TY', 'Xiaomi Redmi Note 11'],
    ['M2102J20SG', 'POCO X3 Pro'],
    ['CPH2449', 'OnePlus 11'],
    ['moto g(30)', 'Motorola Moto G30'],
    ['moto g power 5G - 2023', 'Motorola moto g power 5G - 2023'],
    ['XQ-DQ54', 'Sony Xperia 1 V'],
    ['A063', 'Nothing Phone (1)'],
    ['FP4', 'Fairphone 4'],
    ['HUAWEI P30 Pro', 'Huawei P30 Pro'],
    ['YAL-L21', 'Honor 20'],
    ['TECNO CK7n', 'Tecno Camon 20 Pro'],
    ['KFMUWI', 'Amazon Fire 7 (2019)'],
    ['iPhone', 'iPhone'],
    ['iPad', 'iPad'],
    ['Sony PlayStation 5', 'Sony PlayStation 5'],
    ['Nokia 8110 4G', 'Nokia 8110 4G'],
  ])('of %s is %s', (code, name) => {
    expect(nameModel(code)).toBe(name);
  });

  it.each(['SM-Z999B', 'no such thing', '__proto__', ''])('of %j is the code as it came', (code) => {
    expect(nameModel(code)).toBe(code);
  });
});

describe('a claim', () => {
  it('does not say its brand twice', () => {
    expect(claimed(['Samsung', 'Samsung Galaxy S23'])('X1')).toBe('Samsung Galaxy S23');
  });

  it('leaves out the size and the radio of what is sold as one device', () => {
    expect(claimed(['Samsung', 'Galaxy Tab S8 11.0" WiFi'])('X1')).toBe('Samsung Galaxy Tab S8');
    expect(claimed(['Xiaomi', 'Redmi Note 11 4G'])('X1')).toBe('Xiaomi Redmi Note 11');
  });

  it('keeps the number that tells tablets apart, and the radio that tells telephones apart', () => {
    expect(claimed(['Amazon', 'Fire 7"'])('X1')).toBe('Amazon Fire 7');
    expect(claimed(['Nokia', '110 4G'])('X1')).toBe('Nokia 110 4G');
  });

  it('that says the code again names nothing, unless it reads as a name', () => {
    expect(claimed(['Samsung', 'SM-Z999B'])('SM-Z999B')).toBe('SM-Z999B');
    expect(claimed(['Xiaomi', 'Mi 8'])('MI 8')).toBe('Xiaomi Mi 8');
  });

  it('that says a part of what the device calls itself gives way to the whole', () => {
    expect(claimed(['Motorola', 'Moto G Power'])('moto g power 5G - 2023')).toBe(
      'Motorola moto g power 5G - 2023',
    );
    expect(claimed(['LG', 'NX9'])('LGE-NX9')).toBe('LGE-NX9');
  });

  it('without a name gives its brand to what reads as a name', () => {
    expect(claimed(['Nokia', ''])('Lumio 9')).toBe('Nokia Lumio 9');
    expect(claimed(['Nokia', ''])('TA-9999')).toBe('TA-9999');
  });

  it('is believed beside one that names nothing', () => {
    expect(claimed(['OPPO', 'CPH2449'], ['OnePlus', '11'])('CPH2449')).toBe('OnePlus 11');
  });

  it('is not believed beside another of another name', () => {
    expect(claimed(['Anker', 'Soundbar'], ['Amazon', 'Fire TV Stick'])('AFTMM')).toBe('AFTMM');
  });

  it('is not taken where it is longer than 64 characters or not printable', () => {
    expect(claimed(['B', `x${'y'.repeat(61)}`])('X1')).toHaveLength(64);
    expect(claimed(['B', `x${'y'.repeat(62)}`])('X1')).toBe('X1');
    expect(claimed(['B', 'a\u202eb'])('X1')).toBe('X1');
  });

  it('is asked for once', () => {
    let asked = 0;
    const nameModel = createModelNames({
      claims() {
        asked += 1;
        return [];
      },
    });
    for (let i = 0; i < 3; i += 1) nameModel('X1');
    expect(asked).toBe(1);
  });
});
