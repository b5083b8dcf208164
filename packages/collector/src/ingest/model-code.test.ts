import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isModel, modelCode } from './model-code.ts';

const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/105.0.0.0 Mobile Safari/537.36';
const android = (userAgent: string): string | null => modelCode(userAgent, true, {});

describe('the model in a User-Agent of Android', () => {
  it.each([
    ['alone', `Mozilla/5.0 (Linux; Android 12; SM-S911B) ${CHROME}`, 'SM-S911B'],
    [
      'before its build',
      `Mozilla/5.0 (Linux; Android 14; Pixel 7 Build/AP1A.240505.004; wv) ${CHROME}`,
      'Pixel 7',
    ],
    [
      'after a language',
      `Mozilla/5.0 (Linux; U; Android 12; en-US; RMX3085 Build/SP1A) ${CHROME}`,
      'RMX3085',
    ],
    ['after a script', `Mozilla/5.0 (Linux; U; Android 12; zh-Hans-CN; V2219 Build/SP1A) ${CHROME}`, 'V2219'],
    ['after a processor', `Mozilla/5.0 (Linux; arm_64; Android 12; CPH2449) ${CHROME}`, 'CPH2449'],
    ['with brackets of its own', `Mozilla/5.0 (Linux; Android 11; moto g(30)) ${CHROME}`, 'moto g(30)'],
    [
      'with brackets at its end',
      `Mozilla/5.0 (Linux; Android 12; moto g power (2022)) ${CHROME}`,
      'moto g power (2022)',
    ],
    ['after its maker', `Mozilla/5.0 (Linux; Android 13; SAMSUNG SM-X906C) ${CHROME}`, 'SM-X906C'],
    ['with its maker', `Mozilla/5.0 (Linux; Android 10; HUAWEI P30 Pro) ${CHROME}`, 'HUAWEI P30 Pro'],
    [
      'after another system',
      `Mozilla/5.0 (Linux; Android 10; HarmonyOS; ELS-NX9; HMSCore 6.13.0.302) ${CHROME}`,
      'ELS-NX9',
    ],
  ])('is found %s', (_, userAgent, code) => {
    expect(android(userAgent)).toBe(code);
  });

  it.each([
    ['Chrome since version 110', `Mozilla/5.0 (Linux; Android 10; K) ${CHROME}`],
    ['Firefox', 'Mozilla/5.0 (Android 14; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0'],
    ['Firefox on a tablet', 'Mozilla/5.0 (Android 14; Tablet; rv:127.0) Gecko/127.0 Firefox/127.0'],
    ['DuckDuckGo', `Mozilla/5.0 (Linux; Android 14) ${CHROME} DuckDuckGo/5`],
    ['Opera Mini', 'Opera/9.80 (Android; Opera Mini/36.2.2254/119.132; U; id) Presto/2.12.423 Version/12.16'],
    ['a build without a model', `Mozilla/5.0 (Linux; Android 12.0; Build/STTL.240206.002) ${CHROME}`],
    ['a desktop site', `Mozilla/5.0 (X11; Linux x86_64) ${CHROME}`],
    ['the relay', `Mozilla/5.0 (Linux; Android 12; Google Watch) ${CHROME}`],
    ['nothing', ''],
  ])('is withheld by %s', (_, userAgent) => {
    expect(android(userAgent)).toBeNull();
  });

  it('is not one of more than 64 characters', () => {
    const of = (length: number) =>
      android(`Mozilla/5.0 (Linux; Android 12; ${'X'.repeat(length)}) ${CHROME}`);
    expect(of(64)).toHaveLength(64);
    expect(of(65)).toBeNull();
  });

  it('is short and printable, whatever was sent', { timeout: 30_000 }, () => {
    const part = fc.constantFrom(
      '(Linux; ',
      'Android 14; ',
      'K',
      ')',
      ' Build/',
      '; wv',
      '\u202e',
      ' A/1',
      '(',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 512 }),
      fc.array(part).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (userAgent) => {
        const code = android(userAgent);
        expect(code === null || isModel(code)).toBe(true);
      }),
    );
  });
});

describe('the model of other devices', () => {
  it.each([
    ['iPhone', { type: 'mobile', vendor: 'Apple', model: 'iPhone' }],
    ['Sony PlayStation 5', { type: 'console', vendor: 'Sony', model: 'PlayStation 5' }],
  ])('is what the parser knows: %s', (name, parsed) => {
    expect(modelCode('', false, parsed)).toBe(name);
  });

  it.each([
    ['on a desktop', { vendor: 'Apple', model: 'Macintosh' }],
    ['without a maker', { type: 'smarttv', model: 'TV' }],
    ['without a name', { type: 'smarttv', vendor: 'LG' }],
  ])('is unknown %s', (_, parsed) => {
    expect(modelCode('', false, parsed)).toBeNull();
  });
});
