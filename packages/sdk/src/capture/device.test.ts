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
