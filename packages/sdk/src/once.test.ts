import { describe, expect, it, vi } from 'vitest';
import { once } from './once.ts';

describe('what is loaded once', () => {
  it('is asked for when it is wanted, and given to all who ask', async () => {
    const load = vi.fn(async () => ({}));
    const get = once(load, () => {});
    expect(load).not.toHaveBeenCalled();
    const [first, second] = await Promise.all([get(), get()]);
    expect(second).toBe(first);
    expect(load).toHaveBeenCalledOnce();
  });

  it('may be tried again after a failure, of which each is told', async () => {
    const load = vi
      .fn<() => Promise<string>>()
      .mockRejectedValueOnce(new TypeError())
      .mockResolvedValue('here');
    const onFailure = vi.fn();
    const get = once(load, onFailure);
    await expect(get()).rejects.toThrow(TypeError);
    expect(onFailure).toHaveBeenCalledOnce();
    expect(await get()).toBe('here');
  });
});
