import { describe, expect, it } from 'vitest';
import { createKeeper } from './keeper.ts';

/** A keeper of texts, as large as they are long, and a log of what was made. */
function keeperOf(maxSize: number) {
  const keeper = createKeeper<string>(maxSize, (text) => text.length);
  const made: string[] = [];
  const get = (key: string, value = key): Promise<string> =>
    keeper.get(key, async () => {
      made.push(key);
      return value;
    });
  return { keeper, made, get };
}

describe('a keeper', () => {
  it('makes a value once', async () => {
    const { made, get } = keeperOf(10);
    expect([await get('a', 'value'), await get('a', 'another')]).toEqual(['value', 'value']);
    expect(made).toEqual(['a']);
  });

  it('makes a value once for all who ask while it is being made', async () => {
    const { made, get } = keeperOf(10);
    expect(await Promise.all([get('a', 'value'), get('a', 'another')])).toEqual(['value', 'value']);
    expect(made).toEqual(['a']);
  });

  it('lets go what was not asked for longest when it is full', async () => {
    const { made, get } = keeperOf(3);
    for (const key of ['a', 'b', 'c', 'a', 'd']) await get(key);
    await get('a');
    await get('c');
    expect(made).toEqual(['a', 'b', 'c', 'd']);
    await get('b');
    expect(made).toEqual(['a', 'b', 'c', 'd', 'b']);
  });

  it('keeps nothing of what passes, and lets nothing go for it', async () => {
    const { keeper, made, get } = keeperOf(3);
    for (const key of ['a', 'b', 'c']) await get(key);
    const pass = (key: string) => keeper.pass(key, async () => `${key} anew`);
    expect([await pass('a'), await pass('d'), await pass('d')]).toEqual(['a', 'd anew', 'd anew']);
    for (const key of ['b', 'c', 'a', 'd']) await get(key);
    expect(made).toEqual(['a', 'b', 'c', 'd']);
  });

  it('counts size, not values', async () => {
    const { made, get } = keeperOf(10);
    for (const key of ['a', 'b', 'c']) await get(key);
    await get('large', '123456789');
    await get('c');
    await get('a');
    expect(made).toEqual(['a', 'b', 'c', 'large', 'a']);
  });

  it('does not keep what would not fit, nor lets anything go for it', async () => {
    const { made, get } = keeperOf(3);
    await get('a');
    expect(await get('huge', '12345')).toBe('12345');
    await get('a');
    await get('huge', '12345');
    expect(made).toEqual(['a', 'huge', 'huge']);
  });

  it('does not keep a failure', async () => {
    const { keeper } = keeperOf(3);
    await expect(keeper.get('a', () => Promise.reject(new Error('the store is away')))).rejects.toThrow(
      'the store is away',
    );
    expect(await keeper.get('a', async () => 'value')).toBe('value');
  });
});
