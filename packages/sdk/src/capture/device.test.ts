import { describe, expect, it } from 'vitest';
import { readModel, viewportOf } from './device.ts';

const navigatorWith = (model: unknown) =>
  ({ userAgentData: { getHighEntropyValues: async () => ({ model }) } }) as unknown as Navigator;

describe('the model of a device', () => {
  it('is what client hints call it', async () => {
    expect(await readModel(navigatorWith('SM-S918B'))).toBe('SM-S918B');
  });

  it.each(['', 'K', ' ', 'x'.repeat(65), undefined])('is not %j', async (model) => {
    expect(await readModel(navigatorWith(model))).toBeUndefined();
  });

  it('is unknown where there are no client hints', async () => {
    expect(await readModel({} as Navigator)).toBeUndefined();
  });

  it.each([
    ['an iPad that asks for desktop sites', 'MacIntel', 5, 820, 'iPad'],
    ['the smallest iPad', 'MacIntel', 5, 744, 'iPad'],
    ['an iPhone that asks for desktop sites', 'MacIntel', 5, 440, 'iPhone'],
    ['a Mac', 'MacIntel', 0, 1440, undefined],
    ['an iPad that asks for mobile sites, which the User-Agent tells', 'iPad', 5, 820, undefined],
    ['a Windows laptop with a touch screen', 'Win32', 10, 1536, undefined],
  ])('of %s is told by its touch screen alone', async (_, platform, maxTouchPoints, width, model) => {
    expect(await readModel({ platform, maxTouchPoints } as Navigator, { width })).toBe(model);
  });
});

describe('the class of a viewport', () => {
  it.each([
    [320, 's'],
    [639, 's'],
    [640, 'm'],
    [1023, 'm'],
    [1024, 'l'],
  ])('%i px is %s', (width, viewport) => {
    expect(viewportOf(width)).toBe(viewport);
  });
});
